// Manifests: what is refused, which rows apply, and how given facts stand beside those of the text.
#include <catch2/catch.hpp>

#include "facts/kinds.h"
#include "renda/division.h"
#include "renda/extract.h"
#include "renda/layout.h"
#include "renda/manifest.h"
#include "renda/table.h"
#include "renda/diagnostic.h"
#include "text/utf.h"

using namespace renda;
using F = GivenFact;

namespace {

const std::vector<std::string> kNames = {"a.txt", "2023/永康.txt", "2023/柯城.txt", "-", "=b.txt"};

// The message of reading a manifest and holding it against the names; empty where all is well.
std::string fault(const std::string& text, bool chinese = false) {
  try {
    const auto manifest = Manifest::parse(text, "m.csv");
    std::size_t next = 0;
    manifest.check([&](std::string& name) { return next < kNames.size() && (name = kNames[next++], true); });
  } catch (const Error& error) {
    return format_diagnostic(error.diagnostic(), chinese);
  }
  return {};
}

Given given(const std::string& text, std::string_view name = "a.txt") { return Manifest::parse(text, "m.csv").given_for(name); }

// Rows of a manifest for a.txt, with a heading made of the columns.
Facts facts_of(std::string_view report, const std::string& columns, const std::string& cells) {
  SourceText source;
  source.name = "a.txt";
  source.text = to_utf16(report);
  const Document document = repair_layout(std::move(source));
  return read_facts(document, read_structure(document), given("file," + columns + "\na.txt," + cells + "\n"));
}
std::string when(const Facts& f) { return f.period.kind + " " + f.period.start + "-" + f.period.end + " " + f.period.source; }

const char* const kAnnual = "衢州市柯城区人民代表大会常务委员会工作报告\n\n——2024年1月29日在衢州市柯城区第十届人民代表大会第三次会议上\n\n各位代表：\n过去一年，召开常委会会议9次。\n";
const char* const kUndated = "工作综述\n召开常委会会议9次，主任会议11次。\n";

}  // namespace

TEST_CASE("manifest: mistakes are told with their place", "[facts]") {
  const std::pair<const char*, const char*> kFaults[] = {
      // the heading
      {"file,colour\na.txt,red\n", "m.csv:1:6: error: unknown column 'colour'"},
      {"division_code\n330784\n", "m.csv:1:1: error: there is no column 'file'"},
      {"file,level,层级\na.txt,,\n", "m.csv:1:12: error: the column '层级' stands twice"},
      {"file;level\na.txt;county\n", "m.csv:1:5: error: the columns are separated by ;"},
      // values
      {"file,level\na.txt,City\n", "m.csv:2:7: error: level does not take the value 'City'"},
      {"file,kind\na.txt,report\n", "m.csv:2:7: error: kind does not take the value 'report'"},
      {"file,body\na.txt,常委会\n", "m.csv:2:7: error: body does not take the value '常委会'"},
      {"file,congress\na.txt,十\n", "m.csv:2:7: error: congress does not take the value '十'"},
      {"file,session\na.txt,0\n", "m.csv:2:7: error: session does not take the value '0'"},
      {"file,report_date\na.txt,2024/1/29\n", "m.csv:2:7: error: report_date does not take the value '2024/1/29'"},
      {"file,report_date\na.txt,2023-02-29\n", "m.csv:2:7: error: report_date does not take the value '2023-02-29'"},
      {"file,period_start\na.txt,23\n", "m.csv:2:7: error: period_start does not take the value '23'"},
      {"file,period_end\na.txt,2023-06\n", "m.csv:2:7: error: period_end does not take the value '2023-06'"},
      {"file,period_end\na.txt,1848\n", "m.csv:2:7: error: period_end does not take the value '1848'"},
      {"file,division_code\na.txt,999999\n", "m.csv:2:7: error: division_code does not take the value '999999'"},
      {"file,division_code\na.txt,永康市\n", "m.csv:2:7: error: division_code does not take the value '永康市'"},
      // values against each other
      {"file,period_start,period_end\na.txt,2023,2021\n", "m.csv:2:12: error: the period ends (2021) before it starts (2023)"},
      {"file,period_start,period_end\na.txt,2023-07-01,2023-06-30\n", "m.csv:2:18: error: the period ends"},
      {"file,period_kind,period_start,period_end\na.txt,annual,2021,2023\n", "m.csv:2:19: error: period_kind annual, but the period runs from 2021 to 2023"},
      {"file,period_kind,period_end\na.txt,unknown,2023\n", "m.csv:2:15: error: period_kind unknown does not agree with period_end 2023"},
      {"file,division_code,level\na.txt,330784,prefecture\n", "m.csv:2:14: error: level prefecture does not agree with division_code 330784"},
      {"file,division_code,division\na.txt,330784,柯城区\n", "m.csv:2:14: error: division 柯城区 does not agree with division_code 330784"},
      {"file,division\na.txt,无名县\n", "m.csv:2:7: error: no division is called 无名县"},
      {"file,division\na.txt,鼓楼区\n", "m.csv:2:7: error: 鼓楼区 is the name of several divisions"},
      {"file,level,division\na.txt,prefecture,柯城区\n", "m.csv:2:18: error: level prefecture does not agree with division 柯城区"},
      {"file,level,division_code\na.txt,national,330784\n", "m.csv:2:16: error: level national does not agree with division_code 330784"},
      {"file,level,division_code\na.txt,township,330000\n", "m.csv:2:16: error: level township does not agree with division_code 330000"},
      // rows against each other and against the inputs
      {"file,level\n**,county\na.txt,prefecture\n", "m.csv:3:7: error: level prefecture for a.txt, but line 2 says county"},
      {"file,period_start,period_end\n2023/*,,2023\n2023/永康.txt,2024,\n", "m.csv:3:13: error: the period ends (2023) before it starts (2024) (for 2023/永康.txt, lines 2 and 3)"},
      {"file,level\nb.txt,county\n", "m.csv:2:1: error: no input is called 'b.txt'"},
      {"file,level\n永康.txt,county\n", "m.csv:2:1: error: no input is called '永康.txt'"},
      {"file,level\n2022/*,county\n", "m.csv:2:1: error: no input is called '2022/*'"},
      {"file,level\n,county\n", "m.csv:2:1: error: the cell 'file' is empty"},
  };
  for (const auto& [text, message] : kFaults) {
    INFO(text << fault(text));
    CHECK(fault(text).starts_with(message));
  }
  // Hints tell the way out.
  CHECK(fault("file,level\n永康.txt,county\n").find("did you mean 2023/永康.txt?") != std::string::npos);
  CHECK(fault("file,level\n2023\\永康.txt,county\n").find("separated by /") != std::string::npos);
  CHECK(fault("file,division\na.txt,鼓楼区\n").find("350102") != std::string::npos);
  CHECK(fault("file,colour\na.txt,red\n").find("period_end") != std::string::npos);
  CHECK(fault("file,colour\na.txt,red\n", true).find("不认识的列“colour”") != std::string::npos);
}

TEST_CASE("manifest: rows complete each other, in either language of the heading", "[facts]") {
  CHECK(fault("file,level\n") .empty());
  CHECK(fault("file,level\na.txt,county\n\n,\n-,county\n**/永康.txt,county\n'=b.txt,county\n").empty());
  CHECK(fault("文件,层级,期间止\na.txt,county,2023\n").empty());
  const auto both = given("file,level,period_end,division\n**,,2022,\na.txt,county,,鼓楼区\n*.txt,,,\na.txt,,2022,\n**,county,,\na?txt,,,\n", "b/c.txt");
  CHECK(both[F::period_end] == "2022");
  CHECK(both[F::level] == "county");
  CHECK(both.place(F::level) == "m.csv:6");
  CHECK(given("file,level\nb.txt,county\n").empty());
  // A name is given its code where it has one only, there and then.
  CHECK(given("file,division\na.txt,永康市\n")[F::division_code] == "330784");
  CHECK(given("file,division,level\na.txt,吉林市,prefecture\n")[F::division_code] == "220200");
  // What is ambiguous in one row may be settled by another.
  CHECK(given("file,division,division_code\na.txt,鼓楼区,\n**,,350102\n")[F::division_code] == "350102");
  CHECK(given("file,division,level\na.txt,球川镇,\n**,,township\n")[F::division] == "球川镇");
}

TEST_CASE("manifest: its columns bear the names of reports.csv", "[facts]") {
  const auto columns = table_columns(TableId::reports, *PatternSet::builtin());
  for (std::size_t i = 0; i < kGivenFacts; ++i) {
    const auto fact = static_cast<F>(i);
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == given_fact_name(fact); });
    INFO(given_fact_name(fact));
    REQUIRE(it != columns.end());
    CHECK(it->name_zh == given_fact_name_zh(fact));
  }
}

TEST_CASE("manifest: given facts come before those of the text, and differences are told", "[facts]") {
  // completes
  const auto bare = facts_of(kUndated, "division_code,period_end", "330802,2023");
  CHECK(bare.division == "柯城区");
  CHECK(bare.prefecture == "衢州市");
  CHECK(level_name(bare.level) == "county");
  CHECK(when(bare) == "annual 2023-2023 manifest");
  CHECK(bare.message.empty());
  // agrees
  CHECK(facts_of(kAnnual, "division_code,period_end,session", "330802,2023,3").message.empty());
  // overrides
  const auto year = facts_of(kAnnual, "period_kind,period_start,period_end", "annual,2022,2022");
  CHECK(when(year) == "annual 2022-2022 manifest");
  CHECK(year.message == "period_start: the manifest says 2022, the session-date 2023; period_end: the manifest says 2022, the session-date 2023");
  const auto place = facts_of(kAnnual, "division_code", "330784");
  CHECK(place.division == "永康市");
  CHECK(place.message == "division_code: the manifest says 330784, the text 330802");
  // An ambiguous name is settled.
  const char* const ambiguous = "鼓楼区人大常委会2022年工作综述\n全年召开常委会会议8次。\n";
  CHECK(facts_of(ambiguous, "body", "standing_committee").message.find("ambiguous") != std::string::npos);
  CHECK(facts_of(ambiguous, "division_code", "350102").message.empty());
  // The evidence names the row.
  const auto& evidence = place.evidence;
  CHECK(std::any_of(evidence.begin(), evidence.end(), [](const Evidence& e) { return e.fact == "division" && e.rule == "m.csv:2"; }));
}

TEST_CASE("manifest: periods of which a part is given", "[facts]") {
  struct Row {
    const char *report, *columns, *cells, *period;
  };
  const Row kRows[] = {
      {kUndated, "period_start", "2023", "annual 2023-2023 manifest"},
      {kUndated, "period_start,period_end", "2018,2022", "multi 2018-2022 manifest"},
      {kUndated, "period_kind,period_start,period_end", "term,2018,2022", "term 2018-2022 manifest"},
      {kUndated, "period_kind,period_end", "term,2022", "term -2022 manifest"},
      {kUndated, "period_kind,period_end", "half,2022", "half 2022-2022 manifest"},
      {kUndated, "period_start,period_end", "2023-01-01,2023-06-30", "half 2023-01-01-2023-06-30 manifest"},
      {kUndated, "period_start,period_end", "2023-01-01,2023-10-31", "multi 2023-01-01-2023-10-31 manifest"},
      {kUndated, "period_kind", "annual", "annual - manifest"},
      {kAnnual, "period_kind", "half", "half 2023-2023 manifest"},
      {kAnnual, "period_kind", "term", "term 2019-2023 manifest"},
      {kAnnual, "period_kind", "unknown", "unknown - manifest"},
      {kAnnual, "period_start", "2019", "annual 2019-2019 manifest"},
      {kAnnual, "period_kind,period_start", "multi,2019", "multi 2019-2023 manifest"},
      // session, date and kind tell the period, as they would in the text
      {kUndated, "congress,session,report_date", "10,3,2024-01-29", "annual 2023-2023 session-date"},
      {kUndated, "congress,session,report_date", "10,1,2022-01-10", "term 2017-2021 session-date"},
      {kAnnual, "session", "1", "term 2019-2023 session-date"},
      {kAnnual, "kind", "term_report", "term 2019-2023 session-date"},
  };
  for (const auto& row : kRows) {
    INFO(row.columns << " " << row.cells);
    CHECK(when(facts_of(row.report, row.columns, row.cells)) == row.period);
  }
}

TEST_CASE("manifest: townships, the nation, a level alone", "[facts]") {
  const auto town = facts_of(kUndated, "level,division,division_code", "township,球川镇,330822");
  CHECK(town.division == "球川镇");
  CHECK(town.county == "常山县");
  CHECK(town.division_code.empty());
  CHECK(level_name(town.level) == "township");
  const auto nation = facts_of(kUndated, "level", "national");
  CHECK(nation.division == "全国");
  CHECK(level_name(nation.level) == "national");
  // 吉林市 is told from 吉林省 by its level alone.
  const auto city = facts_of("市人大常委会2024年工作综述\n市人大常委会召开常委会会议8次。\n", "level", "county");
  CHECK(level_name(city.level) == "county");
}

TEST_CASE("manifest: the kind makes a silenced text speak, and silences one", "[facts]") {
  const auto report = [](const std::string& text, const Given& g) {
    SourceText source;
    source.name = "a.txt";
    source.text = to_utf16(text);
    return extract(std::move(source), *PatternSet::builtin(), {.given = g});
  };
  const std::string government = "政府工作报告\n办理人大代表建议200件。\n";
  CHECK(report(government, {}).observations.empty());
  const auto spoken = report(government, given("file,kind\na.txt,suggestions_report\n"));
  CHECK(spoken.observations.size() == 1);
  CHECK(spoken.facts.is_report);
  CHECK(spoken.facts.message == "kind: the manifest says suggestions_report, the text government");
  const auto silenced = report(kAnnual, given("file,kind\na.txt,rules\n"));
  CHECK(silenced.observations.empty());
  CHECK(silenced.facts.message == "not a report of a congress: rules; kind: the manifest says rules, the text annual_report");
}

TEST_CASE("manifest: the level given decides which readings are possible", "[facts]") {
  SourceText source;
  source.text = to_utf16("人大常委会2023年工作综述\n全年制定地方性法规3件。\n");
  const auto count = [&](const char* level) { return extract(source, *PatternSet::builtin(), {.given = given(std::string("file,level\na.txt,") + level + "\n")}).observations.size(); };
  CHECK(count("prefecture") == 1);
  CHECK(count("county") == 0);
}
