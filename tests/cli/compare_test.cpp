// renda compare as a user runs it, over tables written by hand and by renda extract: numbers first.
#include <catch2/catch.hpp>
#include <map>

#include "support/program.h"
#include "text/utf.h"

using namespace renda::test;
using Rows = std::vector<std::vector<std::string>>;

namespace {

// One statement of one report; what is not said is what most rows have.
struct Row {
  std::string file, indicator, value;
  std::string scope = "own", primary = "1", flags{}, unit = "次", approx = "exact", low{}, high{};
};

// A report with its division and period.
struct Report {
  std::string file, code, division, county, kind, start, end;
  std::string level = "county", province = "浙江省", prefecture = "金华市", status = "ok", message{};
};

const Report kYongkang21{"yk21.txt", "330784", "永康市", "永康市", "annual", "2021", "2021"};
const Report kYongkang22{"yk22.txt", "330784", "永康市", "永康市", "annual", "2022", "2022"};
const Report kYongkang23{"yk23.txt", "330784", "永康市", "永康市", "annual", "2023", "2023"};
const Report kLanxi22{"lx22.txt", "330781", "兰溪市", "兰溪市", "annual", "2022", "2022"};
const Report kLanxi23{"lx23.txt", "330781", "兰溪市", "兰溪市", "annual", "2023", "2023"};
const Report kChunan23{"ca23.txt", "330127", "淳安县", "淳安县", "annual", "2023", "2023", "county", "浙江省", "杭州市"};

const std::string kMeetings = "meeting.standing_committee", kChairs = "meeting.chairpersons", kRate = "deputies.satisfaction_rate",
                  kStations = "contact.stations";

// The folder that `renda extract -o` would write.
void write_run(const Scratch& scratch, const std::string& folder, const std::vector<Report>& reports, const std::vector<Row>& rows) {
  std::map<std::string, Report> by_file;
  std::string table =
      "file,format,encoding,characters,title,division_code,province,prefecture,county,division,level,body,congress,session,kind,report_date,"
      "period_kind,period_start,period_end,period_source,numbers,observed,planned,ignored,unmatched,status,message\n";
  for (const auto& r : reports) {
    by_file[r.file] = r;
    table += r.file + ",txt,UTF-8,100,," + r.code + "," + r.province + "," + r.prefecture + "," + r.county + "," + r.division + "," + r.level +
             ",standing_committee,,,annual_report,," + r.kind + "," + r.start + "," + r.end + ",text,1,1,0,0,0," + r.status + "," + r.message + "\n";
  }
  scratch.write(folder + "/reports.csv", table);
  table =
      "file,division_code,division,level,period_kind,period_start,period_end,indicator,indicator_name,value,value_low,value_high,approx,unit,"
      "scope,primary,page,line,column,mention,sentence,section,pattern,flags\n";
  int line = 1;
  for (const auto& row : rows) {
    const auto& r = by_file.at(row.file);
    table += row.file + "," + r.code + "," + r.division + "," + r.level + "," + r.kind + "," + r.start + "," + r.end + "," + row.indicator +
             ",名称," + row.value + "," + (row.low.empty() ? row.value : row.low) + "," + (row.high.empty() ? row.value : row.high) + "," + row.approx +
             "," + row.unit + "," + row.scope + "," + row.primary + ",0," + std::to_string(++line) + ",5,会议" + row.value + "次,句子,,p/1," + row.flags + "\n";
  }
  scratch.write(folder + "/observations.csv", table);
}

Outcome compare(const Scratch& scratch, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "compare");
  return run(scratch, std::move(arguments));
}

// The row with these cells; fails the test where there is not exactly one.
std::size_t row_of(const Rows& table, const std::vector<std::pair<std::string, std::string>>& wanted) {
  std::size_t found = 0;
  for (std::size_t row = 1; row < table.size(); ++row) {
    bool fits = true;
    for (const auto& [column, value] : wanted) fits = fits && cell(table, row, column) == value;
    if (!fits) continue;
    CHECK(found == 0);
    found = row;
  }
  REQUIRE(found > 0);
  return found;
}

bool says(const Outcome& outcome, const std::string& words) { return outcome.err.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("compare: chosen indicators, a row per division, a column per period", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "run", {kYongkang22, kYongkang23, kLanxi23},
            {{"yk22.txt", kMeetings, "9"},
             {"yk23.txt", kMeetings, "8"},
             {"yk23.txt", kMeetings, "3", "lower"},
             {"yk23.txt", kMeetings, "2", "own", "0"},
             {"yk23.txt", kChairs, "15"},
             {"lx23.txt", kMeetings, "11"}});
  const auto outcome = compare(scratch, {"run", "--indicator", kChairs + "," + kMeetings});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK(outcome.out ==
        "indicator,indicator_name,unit,division_code,province,prefecture,county,division,level,2022,2023\n"
        "meeting.chairpersons,主任会议,次,330781,浙江省,金华市,兰溪市,兰溪市,county,,\n"
        "meeting.chairpersons,主任会议,次,330784,浙江省,金华市,永康市,永康市,county,,15\n"
        "meeting.standing_committee,常委会会议,次,330781,浙江省,金华市,兰溪市,兰溪市,county,,11\n"
        "meeting.standing_committee,常委会会议,次,330784,浙江省,金华市,永康市,永康市,county,9,8\n");
  CHECK(outcome.err == "renda: 3 reports of 1 runs, 2 divisions, 2 periods; 0 set aside, 0 left out, 0 warnings\n");
}

TEST_CASE("compare: without a choice a row per division and period, a column per indicator", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "run", {kYongkang22, kYongkang23, kLanxi23}, {{"yk22.txt", kMeetings, "9"}, {"yk23.txt", kRate, "98.6", "own", "1", "", "%"}});
  const auto outcome = compare(scratch, {"run"});
  INFO(outcome.err);
  const auto table = read_csv(outcome.out);
  REQUIRE(table.size() == 4);
  const auto first = row_of(table, {{"division", "永康市"}, {"period", "2022"}});
  CHECK(cell(table, first, kMeetings) == "9");
  CHECK(cell(table, first, kRate).empty());
  CHECK(cell(table, first, "years") == "1");
  CHECK(cell(table, first, "file") == "yk22.txt");
  CHECK(cell(table, row_of(table, {{"division", "永康市"}, {"period", "2023"}}), kRate) == "98.6");
  // Every indicator of the dictionary has its column, stated or not.
  const auto book = read_csv(run(scratch, {"patterns", "list", "--format", "csv"}).out);
  CHECK(table[0].size() == 13 + book.size() - 1);
}

TEST_CASE("compare: what extract writes is what compare reads, in every format", "[compare]") {
  const Scratch scratch;
  const std::string samples = std::string(RENDA_SOURCE_DIR) + "/samples";
  const std::vector<std::vector<std::string>> ways = {{}, {"--no-bom"}, {"--excel"}, {"--headers", "zh"}, {"--headers", "zh", "--excel"}, {"--format", "jsonl"}, {"--format", "jsonl", "--headers", "zh"}};
  std::string first, first_long;
  for (const auto& way : ways) {
    std::vector<std::string> arguments = {"extract", samples, "-o", "run"};
    arguments.insert(arguments.end(), way.begin(), way.end());
    REQUIRE(shell(scratch, "rm -rf run").status == 0);
    REQUIRE(run(scratch, arguments).status == 0);
    const auto outcome = compare(scratch, {"run"}), all = compare(scratch, {"run", "--long"});
    INFO((way.empty() ? "" : way.back()) << outcome.err);
    CHECK(outcome.status == 0);
    if (first.empty()) first = outcome.out, first_long = all.out;
    CHECK(outcome.out == first);
    CHECK(all.out == first_long);
  }
  // The same cells as comparison.csv.
  REQUIRE(run(scratch, {"extract", samples, "-o", "run2"}).status == 0);
  const auto theirs = read_csv(scratch.read("run2/comparison.csv")), ours = read_csv(compare(scratch, {"run2"}).out);
  REQUIRE(theirs.size() > 5);
  CHECK(ours.size() == theirs.size());
  std::size_t stated = 0;
  for (std::size_t row = 1; row < theirs.size(); ++row) {
    const auto here = row_of(ours, {{"file", cell(theirs, row, "file")}});
    for (std::size_t column = 11; column < theirs[0].size(); ++column) {
      INFO(cell(theirs, row, "file") << " " << theirs[0][column]);
      CHECK(cell(ours, here, theirs[0][column]) == theirs[row][column]);
      stated += !theirs[row][column].empty();
    }
  }
  CHECK(stated > 100);
}

TEST_CASE("compare: single observations files and standard input", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "run", {kYongkang22, kYongkang23}, {{"yk22.txt", kMeetings, "9"}, {"yk23.txt", kMeetings, "8"}});
  const std::string expected =
      "indicator,indicator_name,unit,division_code,province,prefecture,county,division,level,2022,2023\n"
      "meeting.standing_committee,常委会会议,次,330784,浙江省,金华市,永康市,永康市,county,9,8\n";
  const auto file = compare(scratch, {"run/observations.csv", "--indicator", kMeetings});
  CHECK(file.out == expected);  // the names above 330784 come from the divisions of GB/T 2260
  CHECK(says(file, "run/observations.csv: note: no reports table"));
  CHECK(shell(scratch, "cat run/observations.csv | $RENDA compare - --indicator " + kMeetings).out == expected);
  CHECK(shell(scratch, "$RENDA compare <(cat run/observations.csv) --indicator " + kMeetings).out == expected);
  CHECK(compare(scratch, {"-", "-"}).status == 2);
}

TEST_CASE("compare: three kinds of empty cell in the long form", "[compare]") {
  const Scratch scratch;
  const std::string opinions = "supervision.opinions", study = "institution.law_study", topics = "meeting.topics";
  write_run(scratch, "run", {kYongkang22, kYongkang23, kLanxi23},
            {{"yk23.txt", kMeetings, "8"},
             {"yk23.txt", kChairs, "15"},
             {"yk23.txt", kChairs, "12", "own", "0", "conflict"},
             {"yk23.txt", study, "7", "own", "1", "other_unit"},
             {"yk23.txt", opinions, "6", "own", "0"},
             {"yk23.txt", topics, "60", "higher", "1"},
             {"yk22.txt", kMeetings, "9"}});
  const auto outcome = compare(scratch, {"run", "--long", "--conflicts", "empty"});
  INFO(outcome.err);
  const auto table = read_csv(outcome.out);
  const auto book = read_csv(run(scratch, {"patterns", "list", "--format", "csv"}).out);
  CHECK(table.size() == 1 + 2 * 2 * (book.size() - 1));  // every cell has its row
  struct Expected {
    std::string division, period, indicator, value, state, reason, candidates;
  };
  for (const auto& e : std::vector<Expected>{{"永康市", "2023", kMeetings, "8", "stated", "", ""},
                                             {"永康市", "2023", kChairs, "", "ambiguous", "conflict", "15|12"},
                                             {"永康市", "2023", study, "", "ambiguous", "other_unit", "7 次"},
                                             {"永康市", "2023", opinions, "", "ambiguous", "no_primary", "6"},
                                             {"永康市", "2023", topics, "", "not_stated", "", ""},
                                             {"兰溪市", "2023", kMeetings, "", "not_stated", "", ""},
                                             {"兰溪市", "2022", kMeetings, "", "no_report", "", ""}}) {
    INFO(e.division << e.period << e.indicator);
    const auto row = row_of(table, {{"division", e.division}, {"period", e.period}, {"indicator", e.indicator}});
    CHECK(cell(table, row, "value") == e.value);
    CHECK(cell(table, row, "state") == e.state);
    CHECK(cell(table, row, "reason") == e.reason);
    CHECK(cell(table, row, "candidates") == e.candidates);
    CHECK(cell(table, row, "file").empty() == (e.state == "no_report"));
    CHECK(cell(table, row, "line").empty() == (e.state != "stated" && e.state != "ambiguous"));
  }
  const auto place = row_of(table, {{"division", "永康市"}, {"period", "2023"}, {"indicator", kMeetings}});
  CHECK(cell(table, place, "run") == "run");
  CHECK(cell(table, place, "file") == "yk23.txt");
  CHECK(cell(table, place, "line") == "2");
  CHECK(cell(table, place, "mention") == "会议8次");
  // The same cells are empty in the other shapes.
  const auto wide = read_csv(compare(scratch, {"run", "--conflicts", "empty"}).out);
  const auto row = row_of(wide, {{"division", "永康市"}, {"period", "2023"}});
  for (const auto& indicator : {kChairs, study, opinions, topics}) CHECK(cell(wide, row, indicator).empty());
  // A conflict is settled for the primary row where nothing else is asked, another unit never.
  const auto settled = read_csv(compare(scratch, {"run"}).out);
  CHECK(cell(settled, row, kChairs) == "15");
  CHECK(cell(settled, row, study).empty());
}

TEST_CASE("compare: terms have columns of their own, and are divided only where that is said", "[compare]") {
  const Scratch scratch;
  const Report term{"term.txt", "330784", "永康市", "永康市", "term", "2019", "2023"};
  write_run(scratch, "run", {kYongkang23, term},
            {{"yk23.txt", kMeetings, "8"},
             {"term.txt", kMeetings, "42"},
             {"term.txt", kChairs, "67", "own", "1", "", "次", "about", "60", "70"},
             {"term.txt", kRate, "98.5", "own", "1", "", "%"},
             {"term.txt", kStations, "150", "own", "1", "", "个"}});
  const auto plain = read_csv(compare(scratch, {"run", "--indicator", kMeetings}).out);
  CHECK(plain[0].back() == "2019-2023 term");
  CHECK(cell(plain, 1, "2023") == "8");
  CHECK(cell(plain, 1, "2019-2023 term") == "42");
  CHECK(std::find(plain[0].begin(), plain[0].end(), "annualised") == plain[0].end());
  const auto divided = read_csv(compare(scratch, {"run", "--annualise", "--indicator", kMeetings + "," + kRate + "," + kStations}).out);
  CHECK(cell(divided, 1, "annualised") == "1");
  CHECK(cell(divided, 1, "2023") == "8");
  CHECK(cell(divided, 1, "2019-2023 term") == "8.4");
  // Percentages and stations are no sums of years.
  CHECK(cell(divided, 2, "annualised") == "0");
  CHECK(cell(divided, 2, "2019-2023 term") == "98.5");
  CHECK(cell(divided, 3, "annualised") == "0");
  CHECK(cell(divided, 3, "2019-2023 term") == "150");
  const auto all = read_csv(compare(scratch, {"run", "--annualise", "--long", "--indicator", kChairs}).out);
  const auto row = row_of(all, {{"period", "2019-2023 term"}});
  CHECK(cell(all, row, "value") == "13.4");
  CHECK(cell(all, row, "value_low") == "12");
  CHECK(cell(all, row, "value_high") == "14");
  CHECK(cell(all, row, "annualised") == "1");
  CHECK(cell(all, row, "years") == "5");
  const auto by_indicator = read_csv(compare(scratch, {"run", "--annualise"}).out);
  CHECK(cell(by_indicator, row_of(by_indicator, {{"period_kind", "term"}}), "annualised") == "1");
  CHECK(cell(by_indicator, row_of(by_indicator, {{"period_kind", "annual"}}), "annualised") == "0");
}

TEST_CASE("compare: change, rank and median", "[compare]") {
  const Scratch scratch;
  const Report city{"jh23.txt", "330700", "金华市", "", "annual", "2023", "2023", "prefecture"};
  write_run(scratch, "run", {kYongkang21, kYongkang22, kYongkang23, kLanxi22, kLanxi23, kChunan23, city},
            {{"yk21.txt", kMeetings, "7"},
             {"yk22.txt", kMeetings, "9"},
             {"yk23.txt", kMeetings, "8"},
             {"lx22.txt", kMeetings, "10.5"},
             {"lx23.txt", kMeetings, "12"},
             {"ca23.txt", kMeetings, "8"},
             {"jh23.txt", kMeetings, "99"}});
  const auto table = read_csv(compare(scratch, {"run", "--indicator", kMeetings, "--change", "--rank", "--median"}).out);
  const auto yongkang = row_of(table, {{"division", "永康市"}}), lanxi = row_of(table, {{"division", "兰溪市"}}), city_row = row_of(table, {{"division", "金华市"}});
  CHECK(cell(table, yongkang, "2021 change").empty());
  CHECK(cell(table, yongkang, "2022 change") == "2");
  CHECK(cell(table, yongkang, "2023 change") == "-1");
  CHECK(cell(table, lanxi, "2023 change") == "1.5");
  CHECK(cell(table, yongkang, "2022 rank") == "2");
  CHECK(cell(table, lanxi, "2022 rank") == "1");
  CHECK(cell(table, yongkang, "2023 rank") == "2");  // as 淳安县; the prefecture is of another level
  CHECK(cell(table, row_of(table, {{"division", "淳安县"}}), "2023 rank") == "2");
  CHECK(cell(table, city_row, "2023 rank") == "1");
  CHECK(cell(table, yongkang, "2022 median") == "9.75");
  CHECK(cell(table, yongkang, "2023 median") == "8");
  CHECK(cell(table, city_row, "2023 median") == "99");
  const auto all = read_csv(compare(scratch, {"run", "--indicator", kMeetings, "--long"}).out);
  const auto row = row_of(all, {{"division", "永康市"}, {"period", "2023"}});
  CHECK(cell(all, row, "change") == "-1");
  CHECK(cell(all, row, "rank") == "2");
  CHECK(cell(all, row, "rank_of") == "3");
  CHECK(cell(all, row, "median") == "8");
}

TEST_CASE("compare: --by gives figures of one level with the reports behind them", "[compare]") {
  const Scratch scratch;
  const Report city{"jh23.txt", "330700", "金华市", "", "annual", "2023", "2023", "prefecture"};
  const Report anhui{"jx23.txt", "341823", "泾县", "泾县", "annual", "2023", "2023", "county", "安徽省", "宣城市"};
  write_run(scratch, "run", {kYongkang22, kYongkang23, kLanxi23, kChunan23, city, anhui},
            {{"yk22.txt", kMeetings, "9"},
             {"yk23.txt", kMeetings, "8"},
             {"lx23.txt", kMeetings, "11"},
             {"ca23.txt", kMeetings, "6"},
             {"jh23.txt", kMeetings, "10"},
             {"jx23.txt", kChairs, "5"}});
  const auto province = read_csv(compare(scratch, {"run", "--indicator", kMeetings, "--by", "province", "--statistic", "sum,mean,median"}).out);
  const auto in = [&](const std::string& statistic) {
    return row_of(province, {{"province", "浙江省"}, {"level", "county"}, {"statistic", statistic}});
  };
  CHECK(cell(province, in("sum"), "2023") == "25");
  CHECK(cell(province, in("mean"), "2023") == "8.33");
  CHECK(cell(province, in("median"), "2023") == "8");
  CHECK(cell(province, in("mean"), "2023 n") == "3");
  CHECK(cell(province, in("mean"), "2022 n") == "1");
  const auto anhui_row = row_of(province, {{"province", "安徽省"}, {"statistic", "mean"}});
  CHECK(cell(province, anhui_row, "2023").empty());
  CHECK(cell(province, anhui_row, "2023 n").empty());
  CHECK(cell(province, row_of(province, {{"province", "浙江省"}, {"level", "prefecture"}, {"statistic", "sum"}}), "2023") == "10");
  const auto prefecture = read_csv(compare(scratch, {"run", "--indicator", kMeetings, "--by", "prefecture"}).out);
  const auto jinhua = row_of(prefecture, {{"prefecture", "金华市"}, {"level", "county"}, {"statistic", "mean"}});
  CHECK(cell(prefecture, jinhua, "2023") == "9.5");
  CHECK(cell(prefecture, jinhua, "2023 n") == "2");
  CHECK(cell(prefecture, row_of(prefecture, {{"prefecture", "杭州市"}}), "2023") == "6");
  const auto all = read_csv(compare(scratch, {"run", "--indicator", kChairs, "--by", "province", "--long"}).out);
  const auto row = row_of(all, {{"province", "浙江省"}, {"level", "county"}, {"period", "2023"}});
  CHECK(cell(all, row, "n") == "0");
  CHECK(cell(all, row, "reports") == "3");
  CHECK(compare(scratch, {"run", "--by", "province", "--change"}).status == 2);
  CHECK(compare(scratch, {"run", "--statistic", "sum"}).status == 2);
}

TEST_CASE("compare: the fuller of two reports counts, the other is named", "[compare]") {
  const Scratch scratch;
  auto fuller = kYongkang23, even = kLanxi23;
  fuller.file = "other.txt";
  even.file = "a.txt";
  write_run(scratch, "run", {kYongkang23, fuller, kLanxi23, even},
            {{"yk23.txt", kMeetings, "8"},
             {"yk23.txt", kMeetings, "7", "own", "0"},
             {"yk23.txt", kChairs, "3", "lower"},
             {"other.txt", kMeetings, "9"},
             {"other.txt", kChairs, "14"},
             {"lx23.txt", kMeetings, "11"},
             {"a.txt", kMeetings, "12"}});
  const auto outcome = compare(scratch, {"run", "--indicator", kMeetings});
  const auto table = read_csv(outcome.out);
  CHECK(cell(table, row_of(table, {{"division", "永康市"}}), "2023") == "9");
  CHECK(cell(table, row_of(table, {{"division", "兰溪市"}}), "2023") == "12");
  CHECK(says(outcome, "yk23.txt: warning: set aside, 永康市 2023: other.txt states more (2 primary figures to 1)"));
  CHECK(says(outcome, "lx23.txt: warning: set aside, 兰溪市 2023: a.txt states as much (1 primary figures to 1) and its name comes first"));
  CHECK(says(outcome, "2 set aside"));
  const auto all = read_csv(compare(scratch, {"run", "--indicator", kMeetings, "--long"}).out);
  CHECK(cell(all, row_of(all, {{"division", "永康市"}}), "set_aside") == "yk23.txt");
}

TEST_CASE("compare: the same figures in two runs are one report", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "one", {kYongkang23}, {{"yk23.txt", kMeetings, "8"}});
  auto renamed = kYongkang23;
  renamed.file = "sub/yk23.txt";
  write_run(scratch, "two", {renamed, kLanxi23}, {{"sub/yk23.txt", kMeetings, "8"}, {"lx23.txt", kMeetings, "11"}});
  const auto outcome = compare(scratch, {"one", "two", "one", "--indicator", kMeetings});
  CHECK(outcome.status == 0);
  CHECK(says(outcome, "0 set aside, 0 left out, 0 warnings"));
  CHECK(read_csv(outcome.out).size() == 3);
  // Another figure makes it another report.
  write_run(scratch, "three", {kYongkang23}, {{"yk23.txt", kMeetings, "80"}});
  const auto other = compare(scratch, {"one", "three", "--indicator", kMeetings});
  CHECK(says(other, "three: yk23.txt: warning: set aside, 永康市 2023: one: yk23.txt states as much"));
  CHECK(read_csv(other.out)[1].back() == "8");
}

TEST_CASE("compare: unknown divisions and periods are named, not guessed", "[compare]") {
  const Scratch scratch;
  const Report nowhere{"gulou.txt", "", "", "", "annual", "2023", "2023", "county", "", "", "ok", "鼓楼区: 320106 or 350102"};
  const Report never{"when.txt", "330784", "永康市", "永康市", "unknown", "", ""};
  const Report half_known{"term.txt", "330784", "永康市", "永康市", "term", "", "2021"};
  const Report town{"town.txt", "", "城关镇", "", "annual", "2023", "2023", "township"};
  const Report no_report{"plan.txt", "", "", "", "unknown", "", "", "", "", "", "not_a_report"};
  write_run(scratch, "run", {nowhere, never, half_known, town, no_report, kLanxi23},
            {{"gulou.txt", kMeetings, "6"}, {"when.txt", kMeetings, "7"}, {"term.txt", kMeetings, "8"}, {"town.txt", kMeetings, "9"}, {"lx23.txt", kMeetings, "11"}});
  const auto outcome = compare(scratch, {"run", "--indicator", kMeetings});
  CHECK(outcome.status == 0);
  CHECK(read_csv(outcome.out).size() == 2);
  CHECK(says(outcome, "gulou.txt: warning: left out: the division is unknown (鼓楼区: 320106 or 350102)\n"));
  CHECK(says(outcome, "when.txt: warning: left out: the period is unknown\n"));
  CHECK(says(outcome, "term.txt: warning: left out: the period is unknown\n"));
  CHECK(says(outcome, "town.txt: warning: left out: the division has no code and its county is unknown\n"));
  CHECK_FALSE(says(outcome, "plan.txt"));
  CHECK(says(outcome, "4 left out, 4 warnings"));
}

TEST_CASE("compare: parts of a year, the year, the term", "[compare]") {
  const Scratch scratch;
  const Report half{"half.txt", "330784", "永康市", "永康市", "half", "2023-01-01", "2023-06-30"};
  const Report term{"term.txt", "330784", "永康市", "永康市", "term", "2021", "2023"};
  const std::string topics = "meeting.topics", work = "supervision.work_reports";
  write_run(scratch, "run", {kYongkang21, kYongkang22, kYongkang23, half, term},
            {{"half.txt", kMeetings, "9"},
             {"half.txt", kChairs, "100", "own", "1", "", "次", "under", "92", "99"},
             {"half.txt", kRate, "99", "own", "1", "", "%"},
             {"yk23.txt", kMeetings, "8"},
             {"yk23.txt", kChairs, "95"},
             {"yk23.txt", kRate, "98", "own", "1", "", "%"},
             {"yk22.txt", kMeetings, "10"},
             {"yk21.txt", kMeetings, "7"},
             {"term.txt", kMeetings, "26"},
             {"yk21.txt", topics, "50"},
             {"term.txt", topics, "40"},
             {"yk21.txt", work, "10"},
             {"yk22.txt", work, "11"},
             {"yk23.txt", work, "12"},
             {"term.txt", work, "30", "own", "1", "", "项", "over", "31", "39"}});
  const auto outcome = compare(scratch, {"run", "--long"});
  CHECK(outcome.status == 0);
  CHECK(says(outcome, "half.txt:2:5: warning: 永康市, meeting.standing_committee: 2023 H1 has 9, but 2023 has 8 (yk23.txt:5)\n"));
  CHECK(says(outcome, "term.txt:10:5: warning: 永康市, meeting.standing_committee: 2021-2023 term has 26, but its years add up to 25\n"));
  CHECK(says(outcome, "yk21.txt:11:5: warning: 永康市, meeting.topics: 2021 has 50, but 2021-2023 term has 40 (term.txt:12)\n"));
  // Bounds that leave room are no contradiction, nor are percentages: three warnings, no more.
  CHECK(says(outcome, "3 warnings"));
  const auto table = read_csv(outcome.out);
  const auto checks = [&](const std::string& period, const std::string& indicator) {
    return cell(table, row_of(table, {{"period", period}, {"indicator", indicator}}), "checks");
  };
  CHECK(checks("2023 H1", kMeetings) == "half_over_year");
  CHECK(checks("2023", kMeetings) == "half_over_year|term_not_sum");
  CHECK(checks("2022", kMeetings) == "term_not_sum");
  CHECK(checks("2021-2023 term", kMeetings) == "term_not_sum");
  CHECK(checks("2021", topics) == "year_over_term");
  CHECK(checks("2023 H1", kChairs).empty());
  CHECK(checks("2021-2023 term", work).empty());
  // Only what was asked for is warned of.
  CHECK(says(compare(scratch, {"run", "--indicator", topics}), " 1 warnings"));
}

TEST_CASE("compare: a broken table is named with its line, and nothing is written", "[compare]") {
  const std::string head =
      "file,division_code,division,level,period_kind,period_start,period_end,indicator,indicator_name,value,value_low,value_high,approx,unit,"
      "scope,primary,page,line,column,mention,sentence,section,pattern,flags\n";
  const std::string good = "a.txt,330784,永康市,county,annual,2023,2023,meeting.chairpersons,主任会议,8,8,8,exact,次,own,1,0,3,5,会议8次,句子,,p/1,\n";
  const auto with = [&](const std::string& from, const std::string& to) {
    auto row = good;
    return row.replace(row.find(from), from.size(), to);
  };
  struct Case {
    std::string name, bytes, message;
  };
  for (const auto& c : std::vector<Case>{
           {"empty", "", "t.csv:1: error: the table is empty"},
           {"column", "file,division\n", "t.csv:1: error: column division_code is missing"},
           {"repeated", "file," + head, "t.csv:1:6: error: column file stands twice"},
           {"cells", head + good + "a.txt,330784\n", "t.csv:3:7: error: this record has 2 cells, the heading has 24"},
           {"number", head + good + with(",8,8,8,", ",8x,8,8,"), "t.csv:3:68: error: value: '8x' is no plain decimal"},
           {"no number", head + with(",8,8,8,", ",,8,8,"), "t.csv:2:68: error: value: '' is no plain decimal"},
           {"exponent", head + with(",8,8,8,", ",1e3,8,8,"), "t.csv:2:68: error: value: '1e3' is no plain decimal"},
           {"huge", head + with(",8,8,8,", std::string(",1").append(25, '0').append(",8,8,")), "t.csv:2:68: error: value: '1000"},
           {"indicator", head + with("meeting.chairpersons", "meeting.chairperson"), "t.csv:2:42: error: unknown indicator meeting.chairperson"},
           {"primary", head + with(",own,1,", ",own,yes,"), "t.csv:2:86: error: primary: 'yes' is none of 0, 1"},
           {"scope", head + with(",own,1,", ",all,1,"), "t.csv:2:82: error: scope: 'all' is none of own, lower, higher, site"},
           {"code", head + with("330784", "33078"), "t.csv:2:7: error: division_code: '33078' is no code of six digits"},
           {"date", head + with("2023,2023", "23,2023"), "t.csv:2:32: error: period_start: '23' is no YYYY"},
           {"day", head + with("2023,2023", "2023-02-29,2023"), "t.csv:2:32: error: period_start: '2023-02-29' is no YYYY"},
           {"reversed", head + with("2023,2023", "2023,2022"), "t.csv:2:37: error: the period ends (2022) before it starts (2023)"},
           {"open quote", head + with("句子", "\"句子"), "t.csv:2:99: error: the quote that begins here is never closed"},
           {"stray quote", head + with("句子", "句\"子"), "t.csv:2:100: error: a quote inside a cell that does not begin with one"},
           {"carriage return", head + with("句子", "句\r子"), "t.csv:2:100: error: a lone CR"},
           {"bytes", head + with("句子", "\xBE\xE4"), "t.csv:2:99: error: the table is not in UTF-8"},
           {"json", "{\"file\":\"a\"\n", "t.csv:1:11: error: not a JSON object of plain values"},
           {"json column", "{\"file\":\"a\"}\n", "t.csv:1: error: column division_code is missing"},
           {"json array", "{\"file\":[]}\n", "t.csv:1: error: not a JSON object of plain values: an array"}}) {
    const Scratch scratch;
    scratch.write("t.csv", c.bytes);
    for (const bool to_file : {false, true}) {
      std::vector<std::string> arguments = {"t.csv"};
      if (to_file) arguments.insert(arguments.end(), {"-o", "out.csv"});
      const auto outcome = compare(scratch, arguments);
      INFO(c.name << ": " << outcome.err);
      CHECK(outcome.status == 2);
      CHECK(outcome.out.empty());
      CHECK(outcome.err.starts_with(c.message));
      CHECK(scratch.names() == std::vector<std::string>{"t.csv"});
    }
  }
  // In Chinese too.
  const Scratch scratch;
  scratch.write("t.csv", head + with(",8,8,8,", ",8x,8,8,"));
  CHECK(says(compare(scratch, {"t.csv", "--lang", "zh"}), "t.csv:2:68: error: value：“8x”不是普通小数"));
}

TEST_CASE("compare: folders that cannot be used", "[compare]") {
  const Scratch scratch;
  const auto missing = compare(scratch, {"nowhere"});
  CHECK(missing.status == 2);
  CHECK(says(missing, "nowhere: error: cannot be read: No such file or directory"));
  write_run(scratch, "runs/a", {kYongkang23}, {{"yk23.txt", kMeetings, "8"}});
  const auto above = compare(scratch, {"runs"});
  CHECK(above.status == 2);
  CHECK(says(above, "runs: error: no observations.csv or observations.jsonl in this folder\n  hint: did you mean runs/*?"));
  scratch.write("runs/a/observations.jsonl", "");
  CHECK(says(compare(scratch, {"runs/a"}), "runs/a: error: both observations.csv and observations.jsonl"));
  // A row of a report that the reports table does not know.
  write_run(scratch, "b", {kYongkang23}, {{"yk23.txt", kMeetings, "8"}});
  auto reports = scratch.read("b/reports.csv");
  scratch.write("b/reports.csv", reports.substr(0, reports.find('\n') + 1));
  CHECK(says(compare(scratch, {"b"}), "b/observations.csv:2:1: error: yk23.txt has no row in b/reports.csv"));
  scratch.write("b/reports.csv", reports + reports.substr(reports.find('\n') + 1));
  CHECK(says(compare(scratch, {"b"}), "b/reports.csv:3:1: error: yk23.txt has two rows"));
  // An indicator that another run defines otherwise, or that its own codebook does not have.
  scratch.write("b/reports.csv", reports);
  const std::string book = "id,category,name_zh,name_en,unit,units_accepted,definition\n";
  scratch.write("b/indicators.csv", book + "meeting.chairpersons,meeting,主任会议,x,次,次,\n");
  CHECK(says(compare(scratch, {"b"}), "b/observations.csv:2:45: error: unknown indicator meeting.standing_committee"));
  scratch.write("b/indicators.csv", book + "meeting.standing_committee,meeting,常委会会议,x,部,部,\n");
  write_run(scratch, "c", {kLanxi23}, {{"lx23.txt", kMeetings, "8"}});
  const auto kinds = compare(scratch, {"c", "b"});
  CHECK(kinds.status == 2);
  CHECK(says(kinds, "b/indicators.csv:2:44: error: meeting.standing_committee counts 部 here but 次 in patterns: they do not compare"));
  CHECK(compare(scratch, {"b"}).status == 0);
  // An unknown indicator on the command line.
  const auto typo = compare(scratch, {"c", "--indicator", "meeting.chairperson"});
  CHECK(typo.status == 2);
  CHECK(says(typo, "unknown indicator meeting.chairperson\n  hint: did you mean meeting.chairpersons?"));
  CHECK(compare(scratch, {}).status == 2);
}

TEST_CASE("compare: outputs", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "run", {kYongkang22, kYongkang23}, {{"yk22.txt", kMeetings, "9"}, {"yk23.txt", kMeetings, "8.5"}});
  const std::vector<std::string> chosen = {"run", "--indicator", kMeetings};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), chosen.begin(), chosen.end());
    return compare(scratch, more);
  };
  CHECK(with({"--format", "tsv"}).out ==
        "indicator\tindicator_name\tunit\tdivision_code\tprovince\tprefecture\tcounty\tdivision\tlevel\t2022\t2023\n"
        "meeting.standing_committee\t常委会会议\t次\t330784\t浙江省\t金华市\t永康市\t永康市\tcounty\t9\t8.5\n");
  CHECK(with({"--format", "jsonl"}).out ==
        "{\"indicator\":\"meeting.standing_committee\",\"indicator_name\":\"常委会会议\",\"unit\":\"次\",\"division_code\":\"330784\",\"province\":\"浙江省\","
        "\"prefecture\":\"金华市\",\"county\":\"永康市\",\"division\":\"永康市\",\"level\":\"county\",\"2022\":9,\"2023\":8.5}\n");
  CHECK(with({"--format", "md"}).out ==
        "| indicator | indicator_name | unit | division | 2022 | 2023 |\n| --- | --- | --- | --- | --: | --: |\n"
        "| meeting.standing_committee | 常委会会议 | 次 | 永康市 | 9 | 8.5 |\n");
  CHECK(with({"--headers", "zh"}).out.starts_with("指标,指标名称,单位,行政区划代码,省,市,县,行政区划,层级,2022,2023\n"));
  CHECK(with({"-o", "out.csv", "--excel"}).status == 0);
  CHECK(scratch.read("out.csv").starts_with("\xEF\xBB\xBFindicator,"));
  CHECK(scratch.read("out.csv").ends_with("8.5\r\n"));
  CHECK(with({"-o", "out.md"}).status == 0);
  CHECK(scratch.read("out.md").starts_with("| indicator"));
  CHECK(with({"-o", "out.xyz"}).status == 2);
  CHECK(with({"-o", "out.csv", "--format", "tsv"}).status == 2);
  CHECK(with({"-o", "run"}).status == 2);
  CHECK(with({"-o", "run/observations.csv/x.csv"}).status == 4);
  // An input is never overwritten.
  const auto before = scratch.read("run/reports.csv");
  CHECK(with({"-o", "run/reports.csv"}).status == 2);
  CHECK(scratch.read("run/reports.csv") == before);
}

TEST_CASE("compare: a table fits the terminal", "[compare]") {
  const Scratch scratch;
  write_run(scratch, "run", {kYongkang22, kYongkang23, kChunan23}, {{"yk22.txt", kMeetings, "9"}, {"yk23.txt", kMeetings, "8"}, {"yk23.txt", kRate, "98.6"}});
  const auto table = compare(scratch, {"run", "--indicator", kMeetings, "--format", "table"});
  CHECK(table.out ==
        "meeting.standing_committee  常委会会议  次\n\n"
        "division  2022  2023\n"
        "--------  ----  ----\n"
        "淳安县             -\n"
        "永康市       9     8\n\n"
        "blank: no report   -: not stated   ?: ambiguous\n");
  const std::string samples = std::string(RENDA_SOURCE_DIR) + "/samples";
  REQUIRE(run(scratch, {"extract", samples, "-o", "samples"}).status == 0);
  for (const char* width : {"40", "80", "132"}) {
    for (const char* headers : {"en", "zh"}) {
      const auto outcome = run(scratch, Command{.arguments = {"compare", "samples", "--format", "table", "--headers", headers}, .environment = {{"COLUMNS", width}}});
      CHECK(outcome.status == 0);
      std::size_t begin = 0;
      int widest = 0;
      while (begin < outcome.out.size()) {
        const auto end = outcome.out.find('\n', begin);
        widest = std::max(widest, renda::display_width(outcome.out.substr(begin, end - begin)));
        begin = end + 1;
      }
      INFO(outcome.out);
      CHECK(widest <= std::stoi(width) + (std::stoi(width) < 48 ? 8 : 0));  // the legend is a line of its own
      CHECK(widest > std::stoi(width) / 2);
    }
  }
}

TEST_CASE("compare: names from reports do no harm", "[compare]") {
  const Scratch scratch;
  auto hostile = kYongkang23;
  hostile.file = "=cmd|x.txt";
  write_run(scratch, "run", {hostile}, {{"=cmd|x.txt", kMeetings, "8"}});
  const auto csv = compare(scratch, {"run"});
  CHECK(compare(scratch, {"run", "--format", "tsv"}).out.find("\t'=cmd|x.txt\t") != std::string::npos);
  const std::string line = R"({"file":"a,\t\"b\".txt","division_code":"330784","division":"永,康","level":"county","period_kind":"annual","period_start":"2023",)"
                           R"("period_end":"2023","indicator":"meeting.chairpersons","value":8,"value_low":8,"value_high":8,"approx":"exact","unit":"次","scope":"own",)"
                           R"("primary":true,"page":0,"line":3,"column":5,"mention":null,"flags":null})";
  scratch.write("odd.jsonl", line + "\n");
  const auto tsv = compare(scratch, {"odd.jsonl", "--format", "tsv"});
  CHECK(tsv.out.find("\t永,康\t") != std::string::npos);
  CHECK(tsv.out.find("\t\"a, \"\"b\"\".txt\"\t") != std::string::npos);
  CHECK(std::count(tsv.out.begin(), tsv.out.end(), '\n') == 2);
  CHECK(csv.out.find(",'=cmd|x.txt,") != std::string::npos);
  const auto markdown = compare(scratch, {"run", "--long", "--indicator", kMeetings, "--format", "md"});
  CHECK(markdown.out.find("=cmd\\|x.txt") != std::string::npos);
  // The apostrophe that extract set is not doubled.
  auto text = scratch.read("run/observations.csv");
  scratch.write("run/observations.csv", text.insert(text.find("=cmd"), 1, '\''));
  text = scratch.read("run/reports.csv");
  scratch.write("run/reports.csv", text.insert(text.find("=cmd"), 1, '\''));
  CHECK(compare(scratch, {"run"}).out == csv.out);
}
