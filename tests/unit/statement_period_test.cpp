// The period of one statement: what governs a number, and what says nothing of it.
#include <catch2/catch.hpp>

#include "renda/extract.h"
#include "text/utf.h"

using namespace renda;

namespace {

Extraction read(std::string_view heading, std::string_view body) {
  SourceText source;
  source.name = "a.txt";
  source.text = to_utf16(std::string(heading) + "\n" + std::string(body) + "\n");
  return extract(std::move(source), *PatternSet::builtin());
}

// The period of the row that bears `value`, and whether it is the report's: "annual 2021-2021 0".
std::string period_of(std::string_view heading, std::string_view body, std::string_view value) {
  const auto report = read(heading, body);
  for (const auto& o : report.observations) {
    if (report.quantities[o.quantity].value.text() != value) continue;
    const bool own = o.period.kind == report.facts.period.kind && o.period.start == report.facts.period.start && o.period.end == report.facts.period.end;
    return own ? "report" : o.period.kind + " " + o.period.start + "-" + o.period.end + (o.primary ? " primary" : "");
  }
  return "no row";
}

const char* const kAnnual = "柯城区人大常委会2023年工作报告\n——2024年1月29日在柯城区第十届人民代表大会第三次会议上";
const char* const kTerm = "柯城区人大常委会工作报告\n——2022年1月10日在柯城区第十届人民代表大会第一次会议上\n五年来的工作回顾：";  // 2017 to 2021

}  // namespace

TEST_CASE("statement period: in an annual report", "[resolve]") {
  struct Row {
    const char *body, *value, *period;
  };
  const Row kRows[] = {
      // the report's own period, however it is said
      {"一年来，召开主任会议13次。", "13", "report"},
      {"2023年，召开主任会议13次。", "13", "report"},
      {"2023年3月，召开主任会议13次。", "13", "report"},
      {"今年以来，召开主任会议13次。", "13", "report"},
      {"去年，召开主任会议13次。", "13", "report"},
      {"2023年1月至12月，召开主任会议13次。", "13", "report"},
      {"截至2023年底，召开主任会议13次。", "13", "report"},
      {"2023年以来，召开主任会议13次。", "13", "report"},
      {"十届人大二次会议以来，召开主任会议13次。", "13", "report"},
      // a longer one
      {"五年来，召开主任会议13次。", "13", "term 2019-2023"},
      {"届内召开主任会议13次。", "13", "term -2023"},
      {"任期内，常委会召开主任会议13次。", "13", "term -2023"},
      {"换届以来，召开主任会议13次。", "13", "term -2023"},
      {"本届以来，召开主任会议13次。", "13", "term -2023"},
      {"近三年，召开主任会议13次。", "13", "multi 2021-2023"},
      {"连续四年开展执法检查13次。", "13", "multi 2020-2023"},
      {"自2021年以来，召开主任会议13次。", "13", "multi 2021-2023"},
      {"2021年起，召开主任会议13次。", "13", "multi 2021-2023"},
      {"2021年至2022年，召开主任会议13次。", "13", "multi 2021-2022"},
      {"2021—2023年共召开主任会议13次。", "13", "multi 2021-2023"},
      {"近年来，召开主任会议13次。", "13", "multi -2023"},
      // since a start of its own
      {"该站设立以来，接待群众500人次。", "500", "multi -2023"},
      {"自2021年联络站建成以来，共接待群众500人次。", "500", "multi 2021-2023"},
      {"《监督法》实施以来，召开主任会议13次。", "13", "multi -2023"},
      // a shorter one, another year
      {"上半年，召开主任会议13次。", "13", "half 2023-2023"},
      {"2022年上半年，召开主任会议13次。", "13", "half 2022-2022"},
      {"第一季度召开主任会议13次。", "13", "quarter 2023-2023"},
      {"1至10月，召开主任会议13次。", "13", "multi 2023-01-01-2023-10-31"},
      {"1-6月，召开主任会议13次。", "13", "half 2023-01-01-2023-06-30"},
      {"前三季度，召开主任会议13次。", "13", "multi 2023-01-01-2023-09-30"},
      {"2022年，召开主任会议13次。", "13", "annual 2022-2022"},
      {"市人大常委会2022年召开主任会议13次。", "13", "annual 2022-2022"},
      {"召开主任会议40次，其中2022年13次。", "13", "annual 2022-2022"},
      {"2021年7月至2022年6月，召开主任会议13次。", "13", "multi 2021-07-01-2022-06-30"},
      // the sentence goes on
      {"五年来，坚持党的领导，服务大局，召开主任会议13次。", "13", "term 2019-2023"},
      {"五年来，召开常委会会议43次；召开主任会议13次。", "13", "term 2019-2023"},
      {"五年来，召开常委会会议43次。召开主任会议13次。", "13", "report"},
      {"2022年，出台了办法，今年以来召开主任会议13次。", "13", "report"},
      {"2022年召开常委会会议8次，2023年召开主任会议13次。", "13", "report"},
      // what says nothing of the number
      {"比2022年增加明显，召开主任会议13次。", "13", "report"},
      {"较五年来平均水平有所提高，召开主任会议13次。", "13", "report"},
      {"围绕《2020—2035年总体规划》召开主任会议13次。", "13", "report"},
      {"听取审议2022年度预算执行等专项工作报告13项。", "13", "report"},
      {"2022年决算等专项工作报告听取审议13项。", "13", "report"},
      {"落实“2022年行动”，召开主任会议13次。", "13", "report"},
      {"修订《条例》（2022年修订），召开主任会议13次。", "13", "report"},
      {"针对近年来的突出问题，召开主任会议13次。", "13", "report"},
      {"成为五年来最多的一年，召开主任会议13次。", "13", "report"},
      {"听取上半年经济运行情况，召开主任会议13次。", "13", "report"},
      {"到2025年建成网络，召开主任会议13次。", "13", "report"},
      {"连续五年开展执法检查，召开主任会议13次。", "13", "report"},
      {"任期内首次开展测评，召开主任会议13次。", "13", "report"},
      {"针对2022年审计查出的问题，召开主任会议13次。", "13", "report"},
      {"对2022年以来的规范性文件开展清理，召开主任会议13次。", "13", "report"},
      {"在2022年开展测评的基础上，召开主任会议13次。", "13", "report"},
      {"“十四五”以来，召开主任会议13次。", "13", "multi -2023"},
      {"推动解决设立以来的问题，召开主任会议13次。", "13", "report"},
  };
  for (const auto& row : kRows) {
    INFO(row.body);
    CHECK(period_of(kAnnual, row.body, row.value) == row.period);
  }
}

TEST_CASE("statement period: in the first year of a term the term is that year", "[resolve]") {
  const char* const kFirstYear = "柯城区人大常委会工作报告\n——2023年1月29日在柯城区第十届人民代表大会第二次会议上\n各位代表：";
  CHECK(period_of(kFirstYear, "本届以来，召开主任会议13次。", "13") == "report");
  CHECK(period_of(kFirstYear, "一年来，召开常委会会议9次。五年来，召开主任会议13次。", "13") == "term 2018-2022");
}

TEST_CASE("statement period: in a term report", "[resolve]") {
  struct Row {
    const char *body, *period;
  };
  const Row kRows[] = {
      {"五年来，召开主任会议13次。", "report"},
      {"过去五年，召开主任会议13次。", "report"},
      {"本届以来，召开主任会议13次。", "report"},
      {"任期内，召开主任会议13次。", "report"},
      {"2017年以来，召开主任会议13次。", "report"},
      {"2017年至2021年，召开主任会议13次。", "report"},
      {"近五年召开主任会议13次。", "report"},
      {"一年来，召开主任会议13次。", "annual 2021-2021"},
      {"过去一年召开主任会议13次。", "annual 2021-2021"},
      {"去年，召开主任会议13次。", "annual 2021-2021"},
      {"2019年，召开主任会议13次。", "annual 2019-2019"},
      {"2019年上半年，召开主任会议13次。", "half 2019-2019"},
      {"近三年，召开主任会议13次。", "multi 2019-2021"},
      {"2019年以来，召开主任会议13次。", "multi 2019-2021 primary"},  // begun then, a total all the same
      {"该站设立以来，召开主任会议13次。", "multi -2021"},
      {"2020年成功组建街道工委，召开主任会议13次。", "annual 2020-2020"},
      {"召开常委会会议40次，2020年组建街道工委，召开主任会议13次。", "report"},
  };
  for (const auto& row : kRows) {
    INFO(row.body);
    CHECK(period_of(kTerm, row.body, "13") == row.period);
  }
}

TEST_CASE("statement period: a heading that is a year", "[resolve]") {
  const char* const kTwoYears = "柯城区人大常委会工作回顾（2021—2022年）";
  const char* const kBody = "一、2021年工作\n召开主任会议13次。\n二、2022年工作\n召开主任会议15次，一共听取报告8项。";
  CHECK(period_of(kTwoYears, kBody, "13") == "annual 2021-2021");
  CHECK(period_of(kTwoYears, kBody, "15") == "annual 2022-2022");
  CHECK(period_of(kAnnual, "一、落实2022年要求\n召开主任会议13次。", "13") == "report");
}

TEST_CASE("statement period: another period's figure is no total and in no conflict with it", "[resolve]") {
  const auto report = read(kAnnual, "一年来，召开主任会议13次。五年来，召开主任会议60次。");
  REQUIRE(report.observations.size() == 2);
  CHECK(report.observations[0].primary);
  CHECK_FALSE(report.observations[1].primary);
  CHECK(report.observations[1].flags.empty());
  // Where nothing is known of the report's period, the figure stands.
  CHECK(period_of("常委会概况", "常委会设立以来，召开主任会议13次。", "13") == "multi - primary");
  CHECK(period_of("常委会概况", "召开主任会议13次。", "13") == "report");
}

TEST_CASE("resolve: the sum of the numbers before it is the total, and they are its parts", "[resolve]") {
  const auto report = read("县人大常委会工作报告", "会议期间收到代表建议36件，闭会期间收到11件，全年合计47件。");
  REQUIRE(report.observations.size() == 3);
  CHECK_FALSE(report.observations[0].primary);
  CHECK(report.observations[2].primary);
  CHECK(report.observations[2].flags.empty());
  const auto chance = read("市人大常委会工作报告", "制定地方性法规2件、修改法规3件，批准法规5件。");  // no word of a total
  REQUIRE(chance.observations.size() == 3);
  CHECK(chance.observations[0].primary);
}
