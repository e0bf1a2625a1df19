#include <catch2/catch.hpp>

#include "renda/table.h"
#include "support/program.h"
#include "tables/cells.h"
#include "text/utf.h"

using namespace renda;
using renda::test::cell;
using renda::test::read_csv;

namespace {

// A report whose matching copy is its source, line for line.
Extraction plain_report(std::u16string text) {
  Extraction out;
  auto& document = out.document;
  document.source.name = "a.txt";
  document.source.encoding = "UTF-8";
  document.source.text = document.text = std::move(text);
  document.line_starts = {0};
  const auto stands_alone = [&](std::uint32_t i) { return document.text[i] == u'\n' || document.text[i] == u' '; };
  for (std::uint32_t i = 0; i < document.text.size(); ++i) {
    if (i == 0 || stands_alone(i) || stands_alone(i - 1)) document.origin.begin_run(i, i);
    if (document.text[i] == u'\n') document.line_starts.push_back(i + 1);
  }
  out.structure.sections.push_back({});
  return out;
}

Span find(const Extraction& report, std::u16string_view words) {
  const auto at = report.document.text.find(words);
  REQUIRE(at != std::u16string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

std::uint32_t id_of(const PatternSet& patterns, std::string_view id) {
  for (std::uint32_t i = 0; i < patterns.indicators().size(); ++i)
    if (patterns.indicators()[i].id == id) return i;
  FAIL("no indicator " << id);
  return 0;
}

// One statement: quantity, match and row.
void state(Extraction& report, std::uint32_t indicator, std::u16string_view mention, std::int64_t value,
           std::u16string_view unit) {
  Quantity quantity;
  quantity.value = quantity.low = quantity.high = value;
  quantity.span = quantity.unit = find(report, unit);
  const auto index = static_cast<std::uint32_t>(report.quantities.size());
  report.quantities.push_back(quantity);
  Match match;
  match.quantity = index;
  match.outcome = Outcome::observed;
  match.indicator = static_cast<std::int32_t>(indicator);
  report.matches.push_back(match);
  Observation row;
  row.quantity = index;
  row.indicator = indicator;
  row.primary = true;
  row.mention = find(report, mention);
  row.sentence = {0, static_cast<std::uint32_t>(report.document.text.size())};
  report.observations.push_back(row);
}

std::vector<std::vector<std::string>> rendered(const Extraction& report, TableId table, RowFilter filter = {}) {
  const auto patterns = PatternSet::builtin();
  const TableSet tables(*patterns, {.style = {}, .filter = std::move(filter), .tables = {table}});
  std::array<std::string, kTableCount> rows;
  tables.render(report, rows);
  return read_csv(tables.beginning(table) + rows[static_cast<std::size_t>(table)]);
}

}  // namespace

TEST_CASE("tables: the columns of the contract, in their order", "[tables]") {
  const auto patterns = PatternSet::builtin();
  const auto names = [&](TableId table) {
    std::string out;
    for (const auto& column : table_columns(table, *patterns)) {
      out.append(out.empty() ? "" : ", ").append(column.name);
      CHECK_FALSE(column.name_zh.empty());
    }
    return out;
  };
  CHECK(
      names(TableId::observations) ==
      "file, division_code, division, level, period_kind, period_start, period_end, indicator, indicator_name, value, value_low, "
      "value_high, approx, unit, scope, primary, page, line, column, mention, sentence, section, pattern, flags");
  CHECK(
      names(TableId::reports) ==
      "file, format, encoding, characters, title, division_code, province, prefecture, county, division, level, body, congress, "
      "session, kind, report_date, period_kind, period_start, period_end, period_source, numbers, observed, planned, ignored, "
      "unmatched, status, message");
  CHECK(names(TableId::ledger) == "file, page, line, column, text, value, unit, class, reason, indicator");
  CHECK(table_columns(TableId::comparison, *patterns).size() == 11 + patterns->indicators().size());
}

TEST_CASE("tables: a row says where it stands and what it says", "[tables]") {
  const auto patterns = PatternSet::builtin();
  auto report = plain_report(u"标题\n全年召开主任会议13次。");
  state(report, id_of(*patterns, "meeting.chairpersons"), u"主任会议13次", 13, u"次");
  report.observations[0].flags = {"a", "b"};
  const auto rows = rendered(report, TableId::observations);
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows, 1, "line") == "2");
  CHECK(cell(rows, 1, "column") == "5");
  CHECK(cell(rows, 1, "mention") == "主任会议13次");
  CHECK(cell(rows, 1, "sentence") == "标题 全年召开主任会议13次。");
  CHECK(cell(rows, 1, "value") == "13");
  CHECK(cell(rows, 1, "unit") == "次");
  CHECK(cell(rows, 1, "flags") == "a|b");
  RowFilter others;
  others.indicators.assign(patterns->indicators().size(), false);
  CHECK(rendered(report, TableId::observations, others).size() == 1);
  RowFilter lower;
  lower.scopes = {false, true, false, false};
  CHECK(rendered(report, TableId::observations, lower).size() == 1);
}

TEST_CASE("tables: each row bears its own time, sentence and section", "[tables]") {
  const auto patterns = PatternSet::builtin();
  auto report = plain_report(u"一、会议\n主任会议13次，常委会会议8次。\n二、监督\n主任会议2次。");
  report.facts.division = "永康市";
  report.structure.sections[0].heading = find(report, u"一、会议");
  report.structure.sections.push_back({});
  report.structure.sections[1].heading = find(report, u"二、监督");
  const auto add = [&](std::u16string_view mention, std::int64_t value, std::u16string_view sentence, std::uint32_t section, std::string start) {
    state(report, id_of(*patterns, "meeting.chairpersons"), mention, value, u"次");
    auto& row = report.observations.back();
    row.sentence = find(report, sentence);
    row.section = section;
    row.period = {"annual", start, start, "text"};
  };
  constexpr std::u16string_view kFirst = u"主任会议13次，常委会会议8次。", kSecond = u"主任会议2次。";
  add(u"主任会议13次", 13, kFirst, 0, "2022");
  add(u"常委会会议8次", 8, kFirst, 0, "2022");
  add(u"主任会议2次", 2, kSecond, 1, "2021");
  add(u"主任会议2次", 2, kSecond, 1, "2022");
  add(u"主任会议2次", 2, kSecond, 0, "2022");
  const auto rows = rendered(report, TableId::observations);
  REQUIRE(rows.size() == 6);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == rows[0].size());
    CHECK(cell(rows, i, "division") == "永康市");
    CHECK(cell(rows, i, "period_start") == (i == 3 ? "2021" : "2022"));
    CHECK(cell(rows, i, "sentence") == (i <= 2 ? "主任会议13次，常委会会议8次。" : "主任会议2次。"));
    CHECK(cell(rows, i, "section") == (i == 3 || i == 4 ? "二、监督" : "一、会议"));
  }
  CHECK(cell(rows, 2, "mention") == "常委会会议8次");
}

TEST_CASE("tables: bounds of their own", "[tables]") {
  const auto patterns = PatternSet::builtin();
  auto report = plain_report(u"主任会议3至5次。");
  state(report, id_of(*patterns, "meeting.chairpersons"), u"主任会议3至5次", 3, u"次");
  report.quantities[0].high = 5;
  const auto rows = rendered(report, TableId::observations);
  CHECK(cell(rows, 1, "value_low") == "3");
  CHECK(cell(rows, 1, "value_high") == "5");
}

TEST_CASE("tables: cells are repeated in every format", "[tables]") {
  const Column columns[] = {{"a", "甲"}, {"b", "乙"}, {"c", "丙"}, {"d", "丁"}};
  for (const auto format : {TableFormat::csv, TableFormat::jsonl, TableFormat::xlsx}) {
    std::string out, twice;
    const auto write = [&](std::string& into, bool repeats) {
      const auto rows = make_row_writer({.format = format}, columns, into);
      const std::string text(100, '"');  // longer than what a string has room for: it grows while it is copied from
      const auto head = rows->mark();
      rows->text(text);
      const auto between = rows->mark();
      rows->text("b1");
      const auto tail = rows->mark();
      rows->text("=c");
      rows->text("");
      const auto end = rows->mark();
      rows->end_row();
      repeats ? rows->repeat(head, between) : rows->text(text);
      rows->text("b2");
      if (repeats) {
        rows->repeat(tail, end);
      } else {
        rows->text("=c");
        rows->text("");
      }
      rows->end_row();
    };
    write(out, true);
    write(twice, false);
    CHECK(out == twice);
  }
}

TEST_CASE("tables: the comparison takes own primary rows of the indicator's own unit", "[tables]") {
  const auto patterns = PatternSet::builtin();
  const auto id = id_of(*patterns, "meeting.chairpersons");
  const auto cells = [&](auto change) {
    auto report = plain_report(u"全年召开主任会议13次。");
    state(report, id, u"主任会议13次", 13, u"次");
    change(report);
    const auto rows = rendered(report, TableId::comparison);
    return rows.size() == 2 ? cell(rows, 1, "meeting.chairpersons") : "no row";
  };
  CHECK(cells([](Extraction&) {}) == "13");
  CHECK(cells([](Extraction& report) { report.observations[0].primary = false; }).empty());
  CHECK(cells([](Extraction& report) { report.observations[0].scope = Scope::lower; }).empty());
  CHECK(cells([](Extraction& report) { report.observations[0].flags = {"other_unit"}; }).empty());
  CHECK(cells([](Extraction& report) { report.facts.is_report = false; }) == "no row");
  CHECK(cells([](Extraction& report) { report.document.source.status = Status::damaged; }) == "no row");
}

TEST_CASE("tables: years of the comparison", "[tables]") {
  struct Case {
    std::string kind, start, end, years;
  };
  const std::vector<Case> cases = {
      {"annual", "2024", "2024", "1"}, {"term", "2017", "2021", "5"}, {"term", "2016-12-01", "2021-11-30", "5"},
      {"half", "2024", "2024", ""},    {"annual", "2024", "", ""},    {"unknown", "", "", ""},
  };
  for (const auto& c : cases) {
    INFO(c.kind << ' ' << c.start << ' ' << c.end);
    auto report = plain_report(u"x");
    report.facts.period = {.kind = c.kind, .start = c.start, .end = c.end};
    CHECK(cell(rendered(report, TableId::comparison), 1, "years") == c.years);
  }
}

TEST_CASE("tables: the ledger has one row per number", "[tables]") {
  const auto patterns = PatternSet::builtin();
  auto report = plain_report(u"219件全部办结，二〇〇〇〇点点五个，3条");
  state(report, id_of(*patterns, "deputies.suggestions"), u"219件", 219, u"件");
  Match second = report.matches[0];
  second.indicator = static_cast<std::int32_t>(id_of(*patterns, "deputies.suggestions_completed"));
  report.matches.push_back(second);
  Quantity refused;
  refused.span = find(report, u"二〇〇〇〇点点五个");
  refused.reason = "unreadable";
  report.quantities.push_back(refused);
  report.matches.push_back({.quantity = 1, .outcome = Outcome::ignored, .pattern = {}, .reason = "unreadable", .mention = {}});
  Quantity open;
  open.value = 3;
  open.span = find(report, u"3条");
  report.quantities.push_back(open);
  report.matches.push_back(
      {.quantity = 2, .outcome = Outcome::unmatched, .pattern = {}, .reason = "nearest: x/1 lacks a verb", .mention = {}});
  const auto rows = rendered(report, TableId::ledger);
  REQUIRE(rows.size() == 4);
  CHECK(cell(rows, 1, "indicator") == "deputies.suggestions|deputies.suggestions_completed");
  CHECK(cell(rows, 1, "class") == "observed");
  CHECK(cell(rows, 2, "value").empty());
  CHECK(cell(rows, 2, "reason") == "unreadable");
  CHECK(cell(rows, 3, "value") == "3");
  CHECK(cell(rows, 3, "class") == "unmatched");
  CHECK(cell(rows, 3, "reason").empty());
  const auto counts = rendered(report, TableId::reports);
  CHECK(cell(counts, 1, "numbers") == "3");
  CHECK(cell(counts, 1, "observed") == "1");
  CHECK(cell(counts, 1, "ignored") == "1");
  CHECK(cell(counts, 1, "unmatched") == "1");
}

TEST_CASE("tables: a file that could not be read has its row", "[tables]") {
  Extraction report;
  report.document.source.name = "bad\xFF\n.txt";
  report.document.source.format.clear();
  report.document.source.status = Status::unreadable;
  report.document.source.message = "Permission denied";
  const auto rows = rendered(report, TableId::reports);
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows, 1, "file") == "bad\\xff\\x0a.txt");
  CHECK(cell(rows, 1, "status") == "unreadable");
  CHECK(cell(rows, 1, "message") == "Permission denied");
  CHECK(rendered(report, TableId::observations).size() == 1);
  CHECK(rendered(report, TableId::ledger).size() == 1);
  CHECK(rendered(report, TableId::comparison).size() == 1);
}

TEST_CASE("tables: a sentence is cut around its mention", "[tables]") {
  struct Case {
    std::size_t before, after;
    bool cut_before, cut_after;
  };
  const std::vector<Case> cases = {
      {10, 10, false, false},   {394, 0, false, false},  {395, 0, true, false},   {0, 395, false, true},
      {1000, 1000, true, true}, {50, 1000, false, true}, {1000, 50, true, false},
  };
  for (const auto& c : cases) {
    INFO(c.before << " before, " << c.after << " after");
    const auto report = plain_report(std::u16string(c.before, u'前') + u"主任会议8次" + std::u16string(c.after, u'后'));
    const Span all{0, static_cast<std::uint32_t>(report.document.text.size())};
    const auto quoted = to_utf16(quote_around(report.document, all, find(report, u"主任会议8次")));
    CHECK(quoted.size() <= 400);
    CHECK(quoted.find(u"主任会议8次") != std::u16string::npos);
    CHECK(quoted.starts_with(u"…") == c.cut_before);
    CHECK(quoted.ends_with(u"…") == c.cut_after);
    if (c.cut_before || c.cut_after) CHECK(quoted.size() >= 399);
  }
  // No half of a character beyond the basic plane is left.
  std::u16string rare;
  for (int i = 0; i < 500; ++i) rare += u"\U00020000";
  const auto report = plain_report(rare + u"8次" + u"后" + rare);
  const auto quoted =
      quote_around(report.document, {0, static_cast<std::uint32_t>(report.document.text.size())}, find(report, u"8次"));
  CHECK(quoted.find("\uFFFD") == std::string::npos);
}
