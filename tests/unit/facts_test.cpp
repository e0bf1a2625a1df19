// Facts of a report: division, level, kind, session, period; and what is ambiguous stays so.
#include <catch2/catch.hpp>

#include "renda/facts.h"
#include "renda/layout.h"
#include "text/utf.h"

using namespace renda;

namespace {

Facts facts_of(std::string_view text, std::string name = "a.txt") {
  SourceText source;
  source.name = std::move(name);
  source.text = to_utf16(text);
  const Document document = repair_layout(std::move(source));
  return read_facts(document, read_structure(document));
}

std::string where(const Facts& f) { return f.division_code + " " + std::string(level_name(f.level)) + " " + f.division; }
std::string when(const Facts& f) { return f.period.kind + " " + f.period.start + "-" + f.period.end + " " + f.period.source; }

}  // namespace

TEST_CASE("divisions: names, codes, years", "[facts]") {
  CHECK(divisions_named(u"永康市").size() == 1);
  CHECK(divisions_named(u"鼓楼区").size() == 4);
  CHECK(divisions_called(u"朝阳", 2020).size() == 4);
  REQUIRE(division_of_code("330784") != nullptr);
  CHECK(parent_of(*division_of_code("330784"))->name == u"金华市");
  REQUIRE(divisions_named(u"蓟县", 2003).size() == 1);
  CHECK(divisions_named(u"蓟县", 2018).empty());
  CHECK(divisions_named(u"蓟县").front()->successors == "120119");
  CHECK(division_of_code("999999") == nullptr);
  CHECK(division_name_before(u"衢州市柯城区人大", 6) == 3);
  int counties = 0;
  for (const Division& d : divisions()) counties += d.level == Level::county && d.last == 0;
  CHECK(counties == 2846);
}

TEST_CASE("facts: an annual report by its title and date line", "[facts]") {
  const auto f = facts_of("衢州市柯城区人民代表大会常务委员会工作报告\n\n——2024年1月29日在衢州市柯城区第十届人民代表大会第三次会议上\n\n各位代表：\n过去一年，召开常委会会议9次。\n");
  CHECK(where(f) == "330802 county 柯城区");
  CHECK(f.prefecture == "衢州市");
  CHECK(f.province == "浙江省");
  CHECK(when(f) == "annual 2023-2023 session-date");
  CHECK(f.congress == "10");
  CHECK(f.session == "3");
  CHECK(f.report_date == "2024-01-29");
  CHECK(f.kind == "annual_report");
  CHECK(f.is_report);
}

TEST_CASE("facts: a term report at the first session of the next congress", "[facts]") {
  const auto f = facts_of("安化县人民代表大会常务委员会工作报告\n——二〇二一年十二月二十日在安化县第十八届人民代表大会第一次会议上\n五年来，县人大常委会……\n");
  CHECK(where(f) == "430923 county 安化县");
  CHECK(when(f) == "term 2017-2021 session-date");
  CHECK(f.kind == "term_report");
  const auto later = facts_of("某市人大常委会工作报告\n——2017年1月10日在某市第四届人民代表大会第一次会议上\n过去五年，我们……\n");
  CHECK(when(later) == "term 2012-2016 session-date");
}

TEST_CASE("facts: a name on several places is settled by its parent or stays ambiguous", "[facts]") {
  const auto settled = facts_of("徐州市鼓楼区人大常委会2022年工作综述\n全年召开常委会会议8次。\n");
  CHECK(where(settled) == "320302 county 鼓楼区");
  CHECK(when(settled) == "annual 2022-2022 text");
  const auto ambiguous = facts_of("鼓楼区人大常委会2022年工作综述\n全年召开常委会会议8次。\n");
  CHECK(ambiguous.division_code.empty());
  CHECK(level_name(ambiguous.level) == "county");
  CHECK(ambiguous.message.find("320302") != std::string::npos);
  const auto by_folder = facts_of("我区人大常委会2022年工作综述\n区人大常委会全年召开常委会会议8次。\n", "福建省/福州市/鼓楼区/2022.txt");
  CHECK(where(by_folder) == "350102 county 鼓楼区");
}

TEST_CASE("facts: our city is told by two steps and by what lies below it", "[facts]") {
  const auto county = facts_of("市人大常委会2024年工作综述\n全面落实省委、金华市委和永康市委的部署，市人大常委会指导镇（街道、区）人大开展工作。\n");
  CHECK(where(county) == "330784 county 永康市");
  const auto prefecture = facts_of("市人大常委会2024年工作综述\n指导县（市、区）人大工作，市人大常委会秘书长……\n");
  CHECK(where(prefecture) == " prefecture ");
}

TEST_CASE("facts: townships keep their name and their county", "[facts]") {
  const auto f = facts_of("常山县球川镇人大主席团工作报告\n——2023年1月5日在球川镇第十八届人民代表大会第三次会议上\n过去一年，召开主席团会议6次。\n");
  CHECK(level_name(f.level) == "township");
  CHECK(f.division == "球川镇");
  CHECK(f.county == "常山县");
  CHECK(f.division_code.empty());
  CHECK(f.body == "presidium");
  CHECK(when(f) == "annual 2022-2022 session-date");
}

TEST_CASE("facts: half years, multi years, file names, anchors", "[facts]") {
  CHECK(when(facts_of("区人大常委会2023年上半年工作总结\n召开会议3次。\n")) == "half 2023-2023 text");
  CHECK(when(facts_of("市人大常委会工作回顾（2018—2022年）\n召开会议43次。\n")) == "term 2018-2022 text");
  CHECK(when(facts_of("县人大常委会工作报告\n过去一年，召开会议3次。\n", "x/2019年.txt")) == "annual 2019-2019 file-name");
  CHECK(when(facts_of("县人大常委会工作综述\n一年来，深入开展党史学习教育，召开会议3次。\n")) == "annual 2021-2021 anchor");
  CHECK(when(facts_of("县人大常委会工作综述\n召开会议3次。\n")) == "unknown - unknown");
}

TEST_CASE("facts: what is no account of a congress's work", "[facts]") {
  const auto kind = [](const char* text) {
    const auto f = facts_of(text);
    return f.kind + (f.is_report ? "" : " silent");
  };
  CHECK(kind("政协安化县第九届委员会常务委员会工作报告\n一年来，召开常委会会议5次。\n") == "cppcc silent");
  CHECK(kind("安化县人民法院工作报告\n受理案件5000件。\n") == "court silent");
  CHECK(kind("政府工作报告\n办理人大代表建议200件。\n") == "government silent");
  CHECK(kind("安化县人大常委会2024年工作要点\n听取专项工作报告10项。\n") == "plan silent");
  CHECK(kind("某某市物业管理条例\n第一条 为了规范……\n第二条 本市行政区域内……\n") == "rules silent");
  CHECK(kind("安化县人民政府关于代表建议办理情况的报告\n共收到代表建议80件。\n") == "suggestions_report");
  CHECK(kind("安化县人大常委会2023年工作总结和2024年工作计划\n召开会议9次。\n") != "plan silent");
}
