// renda extract as a user runs it: inputs, outputs, formats.
#include <catch2/catch.hpp>

#include "support/program.h"
#include "text/utf.h"

using namespace renda::test;
using Names = std::vector<std::string>;

namespace {

const std::string kReport =
    "某某市人大常委会工作报告\n\n一年来，全年共召开常委会会议8次、主任会议13次，\n听取和审议专项工作报告12项。\n"
    "办理代表建议219件，全部办结。来访电话 0579 87101234。\n";

// What a text says, whatever blanks and line breaks stand in it.
std::u16string without_blanks(std::string_view text) {
  std::u16string out;
  for (const char16_t c : renda::to_utf16(text))
    if (c > u' ' && c != u'\u3000' && c != u'\u00A0') out += c;
  return out;
}

// `words` stand in `source` at line:column, both 1-based, columns in characters.
bool stands_at(const std::string& source, std::size_t line, std::size_t column, const std::string& words) {
  std::size_t at = 0;
  for (; line > 1; --line) {
    at = source.find('\n', at);
    if (at == std::string::npos) return false;
    ++at;
  }
  for (; column > 1; --column) {
    ++at;
    while (at < source.size() && (static_cast<unsigned char>(source[at]) & 0xC0) == 0x80) ++at;
  }
  if (at > source.size()) return false;
  return without_blanks(std::string_view(source).substr(at)).starts_with(without_blanks(words));
}

}  // namespace

TEST_CASE("extract: observations as CSV on stdout, one line of summary on stderr", "[cli]") {
  const Scratch scratch;
  scratch.write("reports/a.txt", kReport);
  const auto outcome = run(scratch, {"extract", "reports"});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  const auto rows = read_csv(outcome.out);
  CHECK_FALSE(outcome.out.starts_with("\xEF\xBB\xBF"));
  REQUIRE(rows.size() > 2);
  CHECK(cell(rows, 1, "file") == "a.txt");
  CHECK(outcome.err.starts_with("renda: 1 files, 1 reports, "));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
}

TEST_CASE("extract: -o DIR writes every table and nothing else", "[cli]") {
  const Scratch scratch;
  scratch.write("reports/a.txt", kReport);
  scratch.write("reports/b.txt", "");
  auto outcome = run(scratch, {"extract", "reports", "-o", "out/below"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  const Names tables = {"out/below/comparison.csv", "out/below/indicators.csv", "out/below/ledger.csv",
                        "out/below/observations.csv", "out/below/reports.csv"};
  auto expected = tables;
  expected.insert(expected.begin() + 1, "out/below/datapackage.json");
  expected.insert(expected.end(), {"reports/a.txt", "reports/b.txt"});
  CHECK(scratch.names() == expected);
  for (const auto& table : tables) {
    const auto text = scratch.read(table);
    CHECK(text.starts_with("\xEF\xBB\xBF"));
    CHECK(text.find('\r') == std::string::npos);
    for (const auto& row : read_csv(text)) CHECK(row.size() == read_csv(text)[0].size());
  }
  const auto reports = read_csv(scratch.read("out/below/reports.csv"));
  REQUIRE(reports.size() == 3);
  CHECK(cell(reports, 1, "status") == "ok");
  CHECK(cell(reports, 2, "status") == "empty");
  CHECK(read_csv(scratch.read("out/below/ledger.csv")).size() == 1 + std::stoul(cell(reports, 1, "numbers")));
  // Again, into its own input folder's neighbour and over the old files: the same bytes.
  const auto before = scratch.read(tables[3]);
  CHECK(run(scratch, {"extract", "reports", "-o", "out/below/", "-j", "3"}).status == 0);
  CHECK(scratch.read(tables[3]) == before);
  CHECK(scratch.names() == expected);
}

TEST_CASE("extract: the output folder is never an input", "[cli]") {
  const Scratch scratch;
  scratch.write("reports/a.txt", kReport);
  for (int i = 0; i < 2; ++i) {
    const auto outcome = run(scratch, {"extract", "reports", "-o", "reports/out"});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(read_csv(scratch.read("reports/out/reports.csv")).size() == 2);
  }
  for (int i = 0; i < 2; ++i) {
    const auto outcome = run(scratch, {"extract", "reports", "-o", "reports/rows.csv"});
    INFO(outcome.err);
    CHECK(outcome.err.find("renda: 7 files") != std::string::npos);  // the tables of the first run lie in the folder as well
  }
}

TEST_CASE("extract: one file of observations, by its extension", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const auto out = run(scratch, {"extract", "a.txt"}).out;
  CHECK(run(scratch, {"extract", "a.txt", "-o", "rows.csv"}).status == 0);
  CHECK(scratch.read("rows.csv") == "\xEF\xBB\xBF" + out);
  CHECK(run(scratch, {"extract", "a.txt", "-o", "rows.csv", "--no-bom"}).status == 0);
  CHECK(scratch.read("rows.csv") == out);
  CHECK(run(scratch, {"extract", "a.txt", "-o", "rows.jsonl"}).status == 0);
  CHECK(scratch.read("rows.jsonl") == run(scratch, {"extract", "a.txt", "--format", "jsonl"}).out);
  CHECK(scratch.read("rows.jsonl").starts_with("{\"file\":\"a.txt\","));
  CHECK(run(scratch, {"extract", "a.txt", "-o", "rows.csv", "--excel", "--headers", "zh"}).status == 0);
  CHECK(scratch.read("rows.csv").starts_with("\xEF\xBB\xBF文件,行政区划代码,"));
  CHECK(scratch.read("rows.csv").find("\r\n") != std::string::npos);
  CHECK(scratch.names() == Names{"a.txt", "rows.csv", "rows.jsonl"});
}

TEST_CASE("extract: a workbook, the same bytes every time and for any number of threads", "[cli]") {
  const Scratch scratch;
  for (int i = 0; i < 40; ++i) scratch.write("in/" + std::to_string(i) + ".txt", kReport);
  auto outcome = run(scratch, {"extract", "in", "-o", "a.xlsx", "-j", "1"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.starts_with("renda: 40 files, 40 reports, "));
  const auto first = scratch.read("a.xlsx");
  CHECK(first.starts_with("PK\x03\x04"));
  // Over the old one and beside it; the clock, the zone and the options of CSV leave no trace.
  CHECK(run(scratch, Command{.arguments = {"extract", "in", "-o", "a.xlsx", "-j", "8", "--excel"}, .environment = {{"TZ", "Asia/Shanghai"}}}).status == 0);
  CHECK((scratch.read("a.xlsx") == first));
  CHECK(run(scratch, {"extract", "in", "-o", "in/b.xlsx", "--format", "xlsx"}).status == 0);
  CHECK((scratch.read("in/b.xlsx") == first));
  CHECK(run(scratch, {"extract", "in", "-o", "in/b.xlsx"}).status == 0);  // the old workbook is no input
  CHECK((scratch.read("in/b.xlsx") == first));
  CHECK(scratch.names().size() == 42);
}

TEST_CASE("extract: a workbook says where a limit of its kind was met", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  std::string definition;
  for (int i = 0; i < 40000; ++i) definition += "长";
  scratch.write("mine/x.toml",
                "[[indicator]]\nid = \"x.films\"\nname = { zh = \"电影\", en = \"Films\" }\nunit = \"场\"\nunits = [\"场\"]\ndefinition = \"" + definition +
                    "\"\n[[indicator.reading]]\nnouns = ['电影']\n");
  const auto outcome = run(scratch, {"extract", "a.txt", "-o", "a.xlsx", "--patterns", "mine"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.starts_with("a.xlsx: note: 1 texts of more than 32767 characters are cut and end with ….\n"));
  CHECK(run(scratch, {"--lang", "zh", "extract", "a.txt", "-o", "a.xlsx", "--patterns", "mine"}).err.find("1 个单元格的文字超过 32767 字") != std::string::npos);
}

TEST_CASE("extract: files from a list, from stdin, a report from stdin", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  scratch.write("sub/b c.txt", kReport);
  scratch.write("list", "a.txt\nsub/b c.txt\n");
  const auto direct = run(scratch, {"extract", "a.txt", "sub/b c.txt"});
  CHECK(direct.status == 0);
  CHECK(run(scratch, {"extract", "--files-from", "list"}).out == direct.out);
  CHECK(run(scratch, Command{.arguments = {"extract", "--files-from", "-"}, .input = "a.txt\nsub/b c.txt\n"}).out == direct.out);
  CHECK(
      run(scratch, Command{.arguments = {"extract", "-0", "--files-from", "-"}, .input = std::string("a.txt\0sub/b c.txt\0", 18)})
          .out == direct.out);
  const auto piped = run(scratch, Command{.arguments = {"extract", "-"}, .input = kReport});
  INFO(piped.out << piped.err);
  CHECK(piped.status == 0);
  CHECK(read_csv(piped.out).size() == read_csv(run(scratch, {"extract", "a.txt"}).out).size());
  CHECK(run(scratch, {"extract", "--files-from", "no-such-list"}).status == 2);
  CHECK(run(scratch, {"extract", "--files-from", "-", "-"}).status == 2);
}

TEST_CASE("extract: the output does not depend on the number of threads", "[cli]") {
  const Scratch scratch;
  for (int i = 0; i < 60; ++i) {
    auto text = kReport;
    for (int k = 0; k < (i * 13) % 40; ++k) text += kReport;
    scratch.write("in/" + std::to_string(i) + ".txt", text);
  }
  scratch.write("in/bad.txt", std::string("\0\1\2\3", 4));
  for (const char* threads : {"1", "2", "8", "32"}) {
    INFO("-j " << threads);
    const auto outcome = run(scratch, {"extract", "in", "-o", std::string("out") + threads, "-j", threads});
    CHECK(outcome.status == 0);
    for (const char* table : {"observations", "reports", "ledger", "comparison", "indicators"}) {
      const auto file = std::string("/") + table + ".csv";
      CHECK((scratch.read("out" + std::string(threads) + file) == scratch.read("out1" + file)));
    }
  }
}

TEST_CASE("extract: every row says truly where it stands", "[cli]") {
  const Scratch scratch;
  const std::string text =
      kReport +
      "\xE3\x80\x80\xE3\x80\x80全年共组织执法检\n查５次，任免国家机关工作人员五十三\n人次，\U00020000其中任命 30 人\n\n次。\n"
      "一、接受 代 表 建 议 2 1 9 件\n";
  scratch.write("in/plain.txt", text);
  CHECK(run(scratch, {"extract", "in", "-o", "out"}).status == 0);
  const auto check = [&](const char* table, const char* column) {
    const auto rows = read_csv(scratch.read(table));
    CHECK(rows.size() > 3);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const auto words = cell(rows, i, column), line = cell(rows, i, "line"), at = cell(rows, i, "column");
      INFO(table << ' ' << line << ':' << at << ' ' << words);
      CHECK(stands_at(text, std::stoul(line), std::stoul(at), words));
    }
  };
  check("out/observations.csv", "mention");
  check("out/ledger.csv", "text");
}

TEST_CASE("extract: rows of chosen indicators and scopes", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const auto chosen = run(scratch, {"extract", "--indicator", "meeting.chairpersons", "a.txt"});
  INFO(chosen.out << chosen.err);
  CHECK(chosen.status == 0);
  const auto rows = read_csv(chosen.out);
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows, 1, "indicator") == "meeting.chairpersons");
  CHECK(run(scratch, {"extract", "--scope", "site,higher", "a.txt"}).status == 0);
  CHECK(read_csv(run(scratch, {"extract", "--scope", "site,higher", "a.txt"}).out).size() == 1);
  const auto two =
      run(scratch, {"extract", "--indicator", "meeting.chairpersons,meeting.standing_committee", "a.txt", "-o", "out"});
  CHECK(two.status == 0);
  CHECK(read_csv(scratch.read("out/comparison.csv"))[0].size() == 13);
  const auto wrong = run(scratch, {"extract", "--indicator", "meeting.chairperson", "a.txt"});
  CHECK(wrong.status == 2);
  CHECK(wrong.out.empty());
  CHECK(wrong.err == "renda: error: unknown indicator meeting.chairperson\n  hint: did you mean meeting.chairpersons?\n");
}

TEST_CASE("extract: exit status 1 only where it was asked for", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", "今天天气很好。\n");
  CHECK(run(scratch, {"extract", "a.txt"}).status == 0);
  CHECK(run(scratch, {"extract", "--fail-if-empty", "a.txt"}).status == 1);
  scratch.write("a.txt", kReport);
  CHECK(run(scratch, {"extract", "--fail-if-empty", "a.txt"}).status == 0);
}
