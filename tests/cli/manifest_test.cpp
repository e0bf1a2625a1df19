// renda extract --manifest as a user runs it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "support/program.h"

using namespace renda::test;
using Names = std::vector<std::string>;

namespace {

const std::string kReport = "人大常委会工作综述\n全年共召开常委会会议8次、主任会议13次。\n";

// Rows of reports.csv by file.
std::string cell_of(const Scratch& scratch, const std::string& file, const std::string& column) {
  const auto rows = read_csv(scratch.read("out/reports.csv"));
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (cell(rows, i, "file") == file) return cell(rows, i, column);
  return "no row";
}

}  // namespace

TEST_CASE("manifest: completes and overrides the facts of the files it names", "[cli]") {
  const Scratch scratch;
  scratch.write("in/2023/a.txt", kReport);
  scratch.write("in/2023/b.txt", kReport);
  scratch.write("in/2024/a.txt", "永康市人大常委会2023年工作综述\n全年共召开常委会会议8次。\n");
  scratch.write("in/manifest.csv", "\xEF\xBB\xBF" "file,division_code,period_kind,period_end\r\n2023/*,,annual,2023\r\n2023/a.txt,330784,,\r\n2024/a.txt,,annual,2024\r\n");
  const auto outcome = run(scratch, {"extract", "in", "--manifest", "in/manifest.csv", "-o", "out", "--no-bom"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(cell_of(scratch, "2023/a.txt", "division") == "永康市");
  CHECK(cell_of(scratch, "2023/a.txt", "province") == "浙江省");
  CHECK(cell_of(scratch, "2023/a.txt", "period_start") == "2023");
  CHECK(cell_of(scratch, "2023/a.txt", "period_source") == "manifest");
  CHECK(cell_of(scratch, "2023/b.txt", "division").empty());
  CHECK(cell_of(scratch, "2023/b.txt", "period_end") == "2023");
  CHECK(cell_of(scratch, "2024/a.txt", "message") == "period_end: the manifest says 2024, the text 2023");
  CHECK(cell_of(scratch, "manifest.csv", "status") == "no row");  // the table itself is no input
  const auto rows = read_csv(scratch.read("out/observations.csv"));
  CHECK(cell(rows, 1, "division_code") == "330784");
  CHECK(cell(rows, 1, "period_end") == "2023");
  // The same for any number of threads.
  const auto before = scratch.read("out/observations.csv") + scratch.read("out/reports.csv");
  for (const char* threads : {"1", "4"}) {
    CHECK(run(scratch, {"extract", "in", "--manifest", "in/manifest.csv", "-o", "out", "--no-bom", "-j", threads}).status == 0);
    CHECK(scratch.read("out/observations.csv") + scratch.read("out/reports.csv") == before);
  }
}

TEST_CASE("manifest: a mistake stops the run before anything is written", "[cli]") {
  const Scratch scratch;
  scratch.write("in/a.txt", kReport);
  scratch.write("out/observations.csv", "old\n");
  const std::pair<std::string, std::string> kMistakes[] = {
      {"file,level\nb.txt,county\n", "m.csv:2:1: error: no input is called 'b.txt'\n  b.txt,county\n  ^\n  hint: the inputs are called like this: a.txt"},
      {"file,period_start,period_end\na.txt,2023,2021\n", "m.csv:2:12: error: the period ends (2021) before it starts (2023)\n  a.txt,2023,2021\n             ^"},
      {"file,level\n*,county\na.txt,province\n", "m.csv:3:7: error: level province for a.txt, but line 2 says county"},
      {"file,nonsense\na.txt,county\n", "m.csv:1:6: error: unknown column 'nonsense'"},
      {"file;level\na.txt;county\n", "m.csv:1:5: error: the columns are separated by ;"},
      {"file,division\na.txt,\xD3\xC0\xBF\xB5\xCA\xD0\n", "m.csv:2:7: error: the table is not in UTF-8"},
  };
  for (const auto& [text, message] : kMistakes) {
    scratch.write("m.csv", text);
    const auto outcome = run(scratch, {"extract", "in", "--manifest", "m.csv", "-o", "out"});
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.starts_with(message));
    CHECK(outcome.out.empty());
    CHECK(scratch.names() == Names{"in/a.txt", "m.csv", "out/observations.csv"});
    CHECK(scratch.read("out/observations.csv") == "old\n");
  }
  const auto chinese = run(scratch, {"extract", "in", "--manifest", "m.csv", "--lang", "zh"});
  CHECK(chinese.err.find("表格不是 UTF-8 编码") != std::string::npos);
  CHECK(chinese.err.find("另存为") != std::string::npos);
  CHECK(run(scratch, {"extract", "in", "--manifest", "none.csv"}).status == 2);
  CHECK(run(scratch, {"extract", "in", "--manifest", "in"}).status == 2);
}

TEST_CASE("manifest: standard input, lists of files, several paths", "[cli]") {
  const Scratch scratch;
  scratch.write("x/a.txt", kReport);
  scratch.write("y/a.txt", kReport);
  scratch.write("list", "x/a.txt\ny/a.txt\n");
  const auto years = [](const Outcome& outcome) {
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    const auto rows = read_csv(outcome.out);
    std::string out;
    for (std::size_t i = 1; i < rows.size(); ++i) out += cell(rows, i, "period_end") + " ";
    return out;
  };
  scratch.write("m.csv", "file,period_end\n-,2021\n");
  CHECK(years(run(scratch, Command{.arguments = {"extract", "-", "--manifest", "m.csv"}, .input = kReport})) == "2021 2021 ");
  scratch.write("m.csv", "file,period_end\nx/a.txt,2021\n**/a.txt,\ny/*,2022\n");
  CHECK(years(run(scratch, {"extract", "x", "y", "--manifest", "m.csv"})) == "2021 2021 2022 2022 ");
  CHECK(years(run(scratch, {"extract", "--files-from", "list", "--manifest", "m.csv"})) == "2021 2021 2022 2022 ");
  CHECK(years(run(scratch, Command{.arguments = {"extract", "--files-from", "-", "--manifest", "m.csv"}, .input = "x/a.txt\ny/a.txt\n"})) == "2021 2021 2022 2022 ");
  // One path alone is called by its name.
  const auto alone = run(scratch, {"extract", "x/a.txt", "--manifest", "m.csv"});
  CHECK(alone.status == 2);
  CHECK(alone.err.find("did you mean a.txt?") != std::string::npos);
}

TEST_CASE("manifest: the kind silences a text or makes it speak", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", "政府工作报告\n办理人大代表建议200件。\n");
  scratch.write("b.txt", kReport);
  scratch.write("m.csv", "file,kind\na.txt,suggestions_report\nb.txt,government\n");
  const auto outcome = run(scratch, {"extract", "a.txt", "b.txt", "--manifest", "m.csv", "-o", "out", "--no-bom"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(cell_of(scratch, "a.txt", "status") == "ok");
  CHECK(cell_of(scratch, "a.txt", "message") == "kind: the manifest says suggestions_report, the text government");
  CHECK(cell_of(scratch, "b.txt", "status") == "not_a_report");
  const auto rows = read_csv(scratch.read("out/observations.csv"));
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows, 1, "value") == "200");
}

TEST_CASE("manifest: explain shows the rows as evidence", "[cli]") {
  const Scratch scratch;
  scratch.write("in/2023/a.txt", kReport);
  scratch.write("m.csv", "file,division_code,period_end\n2023/a.txt,330784,\n2023/*,,2023\n2022/*,,2022\n");
  const auto outcome = run(scratch, {"explain", "in/2023/a.txt", "--manifest", "m.csv"});
  INFO(outcome.out << outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out.find("division = 330784 永康市  (m.csv:2)") != std::string::npos);
  CHECK(outcome.out.find("period = annual 2023-2023  (m.csv:3)") != std::string::npos);
  scratch.write("m.csv", "file,period_end\n2022/*,2022\n");
  const auto none = run(scratch, {"explain", "in/2023/a.txt", "--manifest", "m.csv"});
  CHECK(none.status == 0);
  CHECK(none.err.starts_with("m.csv: warning: no row applies to in/2023/a.txt"));
}

TEST_CASE("manifest: the example of docs/tables.md works as it stands", "[cli]") {
  const Scratch scratch;
  std::ifstream file(std::string(RENDA_SOURCE_DIR) + "/docs/tables.md");
  std::string manifest;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("    file,division_code,")) continue;
    for (; line.starts_with("    "); std::getline(file, line)) manifest += line.substr(4) + "\n";
  }
  REQUIRE(std::count(manifest.begin(), manifest.end(), '\n') == 5);
  scratch.write("facts.csv", manifest);
  for (const char* name : {"reports/2023/yongkang.txt", "reports/2023/qiuchuan.txt", "reports/old/a/b.txt"}) scratch.write(name, kReport);
  const auto outcome = run(scratch, {"extract", "reports/", "--manifest", "facts.csv", "-o", "out", "--no-bom"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(cell_of(scratch, "2023/yongkang.txt", "division") == "永康市");
  CHECK(cell_of(scratch, "2023/qiuchuan.txt", "division") == "球川镇");
  CHECK(cell_of(scratch, "2023/qiuchuan.txt", "county") == "常山县");
  CHECK(cell_of(scratch, "2023/qiuchuan.txt", "period_end") == "2023");
  CHECK(cell_of(scratch, "old/a/b.txt", "period_kind") == "term");
}
