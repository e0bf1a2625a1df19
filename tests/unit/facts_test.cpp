// Facts of a report: division, level, kind, session, period; and what is ambiguous stays so.
#include <algorithm>
#include <catch2/catch.hpp>

#include "facts/dates.h"
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

TEST_CASE("divisions: every row is found by its name, by its short name and in a text", "[facts]") {
  const auto holds = [](const std::vector<const Division*>& rows, const Division& d) { return std::find(rows.begin(), rows.end(), &d) != rows.end(); };
  for (const Division& d : divisions()) {
    CAPTURE(d.code);
    CHECK(holds(divisions_named(d.name), d));
    CHECK(holds(divisions_called(d.short_name), d));
    std::u16string text(1, u'，');
    text.append(d.name).append(u"人大");
    CHECK(division_name_before(text, d.name.size() + 1) == d.name.size());
  }
  CHECK(divisions_named(u"").empty());
  CHECK(divisions_named(u"双江拉祜族佤族布朗族傣族自治县人大").empty());
  CHECK(divisions_called(u"一个比任何行政区划都要长得多的名字").empty());
}

TEST_CASE("level: the chairman of the national committee, also where the reading of the head ends", "[facts]") {
  CHECK(facts_of("委员长会议决定召开会议。").level == Level::national);
  for (int before = 1480; before < 1510; ++before) {
    std::string text;
    for (int i = 0; i < before; ++i) text += "会";
    INFO("before " << before);
    CHECK(facts_of(text + "委员长会议。").level == Level::national);
    CHECK(facts_of(text + "委员会议长。").level == Level::unknown);
  }
}

TEST_CASE("level: the national congress and its terms, told by the opening", "[facts]") {
  const Facts term = facts_of("十届全国人大常委会任期五年，审议法律案106件，通过100件。");
  CHECK(term.level == Level::national);
  CHECK(when(term) == "term 2003-2007 text");
  CHECK(when(facts_of("第七届全国人民代表大会任期内，收到代表议案2700件。")) == "term 1988-1992 text");
  CHECK(when(facts_of("过去的五年，九届全国人大常委会举行会议三十二次。")) == "term 1998-2002 text");
  CHECK(when(facts_of("过去的五年，我们贯彻九届全国人大会议精神，举行会议三十二次。")) == "term - text");  // of whoever reports
  CHECK(when(facts_of("十四届全国人大常委会召开第七次会议，审议议案6件。")) == "unknown - unknown");
  CHECK(when(facts_of("第三届全国人民代表大会任期内，只开了一次会议。")) == "term - text");  // of eleven years
  CHECK(when(facts_of("七届全国人大常委会任期届满：自1988年4月起的五年间，举行会议31次。")) == "term 1988-1992 text");
  CHECK(when(facts_of("永康市人大常委会贯彻十四届全国人大一次会议精神，五年来召开会议41次。")) == "term - text");  // its own five years
  CHECK(when(facts_of("永康市人大常委会学习了十三届全国人大常委会五年工作的经验，五年来召开会议41次。")) == "term - text");
  CHECK(when(facts_of("开平市上一届人大任期内（2016年10月至2021年9月），召开会议6次。")) == "term 2016-2021 text");
  CHECK(facts_of("2024年，十四届全国人大常委会办理代表建议9235件。").level == Level::national);
  CHECK(facts_of("配合全国人大常委会开展执法检查，景宁畲族自治县人大常委会检查了3部法律。").level == Level::county);
}

TEST_CASE("level: a township right behind its county opens a text without a title", "[facts]") {
  const Facts town = facts_of("敦煌市月牙泉镇现有代表联络站7个，2024年镇人代会票决民生实事5件。");
  CHECK(where(town) == " township 月牙泉镇");
  CHECK(town.county == "敦煌市");
  CHECK(where(facts_of("2015年，互助土族自治县五十镇召开镇人代会两次。县人大常委会把五十镇列为示范点。")) == " township 五十镇");
  CHECK(facts_of("静安区彭浦新村街道“家站点”一本账（2022年）：1个代表之家。").level == Level::township);
  CHECK(where(facts_of("2023年，敦煌市月牙泉镇的旅游纠纷成了焦点。敦煌市人大常委会组织代表视察3次。")) == "620982 county 敦煌市");
  // named by the title, together with what speaks there
  CHECK(where(facts_of("招商街道：“微实事”办到家门口\n记者从深圳市南山区人大招商街道工委了解到，解决问题662件。\n")) == " township 招商街道");
  CHECK(where(facts_of("“家”里聊出来的账本\n——浏阳市大瑶镇人大代表之家见闻\n2024年一年，代表之家和各个联络站一共安排代表轮流值班，接访群众2157人次，登记问题诉求641件，当场答复402件。\n")) == " township 大瑶镇");
  CHECK(facts_of("鲁家村人大代表联络站简介\n联络站位于安吉县递铺街道鲁家村。\n").level == Level::township);
  CHECK(facts_of("走访双桥镇代表\n——安吉县人大常委会2023年工作掠影\n召开会议3次。\n").level == Level::county);
  CHECK(facts_of("三河镇人大2004年工作总结\n在镇党委的领导和肥西县人大常委会的指导下，召开会议2次。\n").county == "肥西县");
  CHECK(facts_of("冉庄镇人大主席团工作报告\n（1999年3月18日在冉庄镇第九届人民代表大会第一次会议上）\n我受清苑县冉庄镇第八届人大主席团的委托，报告三年来的工作。\n").county == "清苑县");
  // what everybody calls an autonomous prefecture
  CHECK(where(facts_of("【代表议案建议】1995年，凉山州人大代表在州人代会上提出议案11件。")) == "513400 prefecture 凉山彝族自治州");
  CHECK(where(facts_of("2014年，大理州人大常委会开展执法检查9次。")) == "532900 prefecture 大理白族自治州");
  // whose law it is does not say who reports; whose gazetteer it is does
  CHECK(where(facts_of("“万名代表下基层”在顺义\n为配合《北京市建筑绿色发展条例》立法，顺义区代表上报市人大常委会612条。\n")) == "110113 county 顺义区");
  CHECK(where(facts_of("《凤翔县志》：1984年到1989年，县人大常委会收到来信412件。")) == "610322 county 凤翔县");
  CHECK(where(facts_of("2020年，遂昌县、乡两级人代会共票决民生实事118件。")) == "331123 county 遂昌县");
}

TEST_CASE("divisions: of one division's codes the one in force, where no year is known", "[facts]") {
  CHECK(where(facts_of("陵水黎族自治县人大常委会学习了12部法律。")) == "469028 county 陵水黎族自治县");
  CHECK(where(facts_of("2005年，陵水黎族自治县人大常委会学习了12部法律。")) == "469034 county 陵水黎族自治县");
}

TEST_CASE("kind: a plan that has been sent out is none of what was done", "[facts]") {
  CHECK_FALSE(facts_of("汉中市人大常委会2015年度监督工作计划经主任会议讨论，已印发各县区。全年听取报告11项。").is_report);
  CHECK(facts_of("汉中市人大常委会2015年度监督工作计划确定的任务已全部完成。听取报告11项。").is_report);
}

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

TEST_CASE("divisions: cities without districts, codes as the ministry lists them, and what became of the merged", "[facts]") {
  // 东莞市, 中山市 and 儋州市 stand twice in the statistics, as a city and as its own only part
  REQUIRE(divisions_named(u"东莞市").size() == 1);
  CHECK(divisions_named(u"东莞市").front()->code == "441900");
  CHECK(divisions_named(u"中山市").front()->level == Level::prefecture);
  CHECK(divisions_named(u"儋州市", 2020).front()->code == "460400");
  CHECK(divisions_named(u"儋州市", 2010).front()->successors == "460400");
  CHECK(divisions_named(u"西沙区").front()->code == "460302");
  CHECK(divisions_named(u"和安县").front()->code == "653229");
  for (const Division& d : divisions()) CHECK((d.last == 0) == d.successors.empty());
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
  CHECK(where(facts_of("城关区人大常委会今年监督工作综述\n本报兰州12月21日讯 区人大常委会召开会议10次。\n")) == "620102 county 城关区");
}

TEST_CASE("facts: our city is told by two steps and by what lies below it", "[facts]") {
  const auto county = facts_of("市人大常委会2024年工作综述\n全面落实省委、金华市委和永康市委的部署，市人大常委会指导镇（街道、区）人大开展工作。\n");
  CHECK(where(county) == "330784 county 永康市");
  const auto guided = facts_of("市人大常委会2010年工作综述\n在扬州市人大常委会的指导和江都市委的领导下，市人大常委会召开常委会会议8次，各镇人大开展活动。\n");
  CHECK(where(guided) == "321088 county 江都市");
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
  CHECK(facts_of("乡人大主席团工作报告\n各位代表：我受乡人大主席团的委托，向大会报告工作。召开会议4次。\n").division.empty());
}

TEST_CASE("facts: the station of a part of a township is the township's", "[facts]") {
  CHECK(where(facts_of("福清市龙田镇东华片区人大代表联络站2024年度工作情况\n\n一年来，接待群众386人次。\n")) == " township 龙田镇");
  CHECK(where(facts_of("福清市龙田镇东华社区人大代表联络站2024年度工作情况\n\n一年来，接待群众386人次。\n")) == " township 龙田镇");
  CHECK(facts_of("海口市美兰区人大常委会2024年工作情况\n\n一年来，接待群众386人次。\n").level == Level::county);
}

TEST_CASE("facts: half years, multi years, file names, anchors", "[facts]") {
  CHECK(when(facts_of("区人大常委会2023年上半年工作总结\n召开会议3次。\n")) == "half 2023-2023 text");
  CHECK(when(facts_of("市人大常委会工作回顾（2018—2022年）\n召开会议43次。\n")) == "term 2018-2022 text");
  CHECK(when(facts_of("县人大常委会工作报告\n过去一年，召开会议3次。\n", "x/2019年.txt")) == "annual 2019-2019 file-name");
  CHECK(when(facts_of("县人大常委会工作综述\n一年来，深入开展党史学习教育，召开会议3次。\n")) == "annual 2021-2021 anchor");
  CHECK(when(facts_of("县人大常委会工作综述\n召开会议3次。\n")) == "unknown - unknown");
  CHECK(when(facts_of("县人大常委会工作综述\n一年来，召开会议3次。\n")) == "annual - text");
  CHECK(when(facts_of("去年，县人大代表128人述职。2020年改在三季度进行。\n")) == "annual - text");  // which year is the last?
  CHECK(when(facts_of("去年，县人大常委会召开会议8次，比2020年多1次。\n")) == "annual - text");
  CHECK(when(facts_of("过去一年，县人大代表128人述职。2020年拟安排40人。\n")) == "annual 2019-2019 text");
  CHECK(when(facts_of("关于2016年以来代表建议办理情况的报告\n——2019年8月27日在海宁市第十五届人大常委会第二十二次会议上\n共提出建议46件。\n")) == "multi 2016-2019 text");
}

TEST_CASE("dates: ranges of years, months and days", "[facts]") {
  struct Row {
    std::u16string_view text;
    const char* ranges;
  };
  const Row kRows[] = {
      {u"2018年至2022年", "2018-01-01..2022-12-31 "}, {u"2018—2022年", "2018-01-01..2022-12-31 "}, {u"（1980-2002）", "1980-01-01..2002-12-31 "}, {u"二〇一八年至二〇二二年", "2018-01-01..2022-12-31 "},
      {u"2018——2022年", "2018-01-01..2022-12-31 "}, {u"2023年1月至10月", "2023-01-01..2023-10-31 "}, {u"2023年1至2月", "2023-01-01..2023-02-28 "}, {u"2024年1-2月", "2024-01-01..2024-02-29 "},
      {u"2021年7月至2022年6月", "2021-07-01..2022-06-30 "}, {u"2023年1月5日至11月20日", "2023-01-05..2023-11-20 "}, {u"1至10月", "0000-01-01..0000-10-31 "}, {u"一月至十月", "0000-01-01..0000-10-31 "},
      // no ranges: backwards, numbers of something else, a plain date, a phone
      {u"2022年至2018年", ""}, {u"10月至3月", ""}, {u"3至5次", ""}, {u"提高到90%", ""}, {u"2023-10-31", ""}, {u"0579-87101234", ""}, {u"13月至14月", ""}, {u"到2022年", ""}, {u"2022年至今", ""},
  };
  for (const auto& row : kRows) {
    std::string found;
    for (const DateRange& range : read_date_ranges(row.text)) found += first_day(range.first) + ".." + last_day(range.last) + " ";
    INFO(to_utf8(row.text));
    CHECK(found == row.ranges);
  }
}

TEST_CASE("facts: the period, cue by cue", "[facts]") {
  struct Row {
    const char *text, *period;
    const char* file = "a.txt";
  };
  const Row kRows[] = {
      // explicit dates and parts of a year in the title
      {"县人大常委会2023年1月至12月工作总结\n召开会议3次。\n", "annual 2023-2023 text"},
      {"县人大常委会2023年1至10月工作总结\n召开会议3次。\n", "multi 2023-01-01-2023-10-31 text"},
      {"县人大常委会2023年前三季度工作总结\n召开会议3次。\n", "multi 2023-01-01-2023-09-30 text"},
      {"县人大常委会2023年1-6月工作总结\n召开会议3次。\n", "half 2023-01-01-2023-06-30 text"},
      {"县人大常委会2023年下半年工作总结\n召开会议3次。\n", "half 2023-2023 text"},
      {"县人大常委会2023年第三季度工作总结\n召开会议3次。\n", "quarter 2023-2023 text"},
      {"县人大常委会2024年全年工作综述\n召开会议3次。\n", "annual 2024-2024 text"},
      {"县人大常委会二〇一九年工作报告\n召开会议3次。\n", "annual 2019-2019 text"},
      {"数读2023：县人大常委会履职答卷\n召开会议3次。\n", "annual 2023-2023 text"},
      // spans of years: terms, gazetteers
      {"县人大常委会五年工作回顾（2017—2021）\n召开会议3次。\n", "term 2017-2021 text"},
      {"县人大常委会三年工作回顾（1987年至1989年）\n召开会议3次。\n", "term 1987-1989 text"},
      {"县人大志（1980-2002）\n召开会议3次。\n", "multi 1980-2002 text"},
      {"《某县志》（1949～2005年）人大卷\n召开会议3次。\n", "multi 1949-2005 text"},
      {"县人大常委会\n1980-2002年，共召开会议3次。\n", "multi 1980-2002 text"},
      {"县人大常委会\n召开会议3次。\n", "multi 1980-2002 file-name", "县志1980-2002.txt"},
      {"县人大常委会\n召开会议3次。\n", "term 2017-2021 file-name", "县人大五年工作2017—2021.txt"},
      // yearbooks tell of the year before
      {"某县年鉴2015·人大\n召开会议3次。\n", "annual 2014-2014 text"},
      {"某县2015年鉴·人大\n召开会议3次。\n", "annual 2014-2014 text"},
      {"某县年鉴（2015年）人大\n召开会议3次。\n", "annual 2014-2014 text"},
      // sessions by their month
      {"县人大常委会工作报告\n——2024年1月29日在某县第十届人民代表大会第三次会议上\n各位代表：\n过去一年，召开会议3次。\n", "annual 2023-2023 session-date"},
      {"县人大常委会工作报告\n——2024年4月2日在某县第十届人民代表大会第三次会议上\n各位代表：\n过去一年，召开会议3次。\n", "annual 2023-2023 session-date"},
      {"县人大常委会工作报告\n——2020年5月20日在某县第十届人民代表大会第三次会议上\n各位代表：\n过去一年，召开会议3次。\n", "annual 2019-2019 session-date"},
      {"县人大常委会工作报告\n——2022年8月20日在某县第十届人民代表大会第三次会议上\n各位代表：\n一、2021年主要工作\n召开会议3次。\n", "annual 2021-2021 session-date"},
      {"县人大常委会工作报告\n——2022年12月28日在某县第十届人民代表大会第三次会议上\n各位代表：\n一年来，召开会议3次。\n", "annual 2022-2022 session-date"},
      {"县人大常委会工作报告\n——2021年12月20日在某县第十届人民代表大会第一次会议上\n各位代表：\n召开会议3次。\n", "term 2017-2021 session-date"},
      {"县人大常委会工作报告\n——2022年2月20日在某县第十届人民代表大会第一次会议上\n各位代表：\n召开会议3次。\n", "term 2017-2021 session-date"},
      // terms of other lengths; where the text does not say, none is assumed before five years were the rule
      {"县人大常委会工作报告\n——1990年3月5日在某县第十届人民代表大会第一次会议上\n各位代表：\n三年来，召开会议3次。\n", "term 1987-1989 session-date"},
      {"县人大常委会工作报告\n——1990年3月5日在某县第十届人民代表大会第一次会议上\n各位代表：\n召开会议3次。\n", "term -1989 session-date"},
      {"镇人大主席团工作报告\n——2002年3月5日在某镇第十届人民代表大会第一次会议上\n各位代表：\n主席团召开会议3次。\n", "term -2001 session-date"},
      {"县人大常委会工作报告\n——2007年3月5日在某县第十届人民代表大会第一次会议上\n各位代表：\n四年来，召开会议3次。\n", "term 2003-2006 session-date"},
      {"县人大常委会工作报告\n——2022年1月5日在某县第十届人民代表大会第一次会议上\n各位代表：\n五年来，面对三年来的疫情，召开会议3次。\n", "term 2017-2021 session-date"},
      // since a session: the year between the two
      {"县人大常委会工作报告\n（2024年1月20日）\n各位代表：\n2023年1月县十届人大二次会议以来，召开会议3次。\n", "annual 2023-2023 text"},
      {"县人大常委会工作报告\n（2023年12月20日）\n各位代表：\n2022年12月县十届人大二次会议以来，召开会议3次。\n", "annual 2023-2023 text"},
      {"县人大常委会工作回顾\n2020年县十届人大一次会议以来，召开会议3次。\n（2023年6月30日）\n", "multi 2020-2023 text"},
      {"县人大常委会工作回顾\n2019年以来，召开会议3次。\n（2022年6月30日）\n", "multi 2019-2022 text"},
      // the opening: one year, a term; plan years and titles of laws are passed over
      {"县人大常委会\n2022年，召开会议3次。\n", "annual 2022-2022 text"},
      {"县人大常委会\n2025年是“十四五”收官之年。2024年，召开会议3次。\n", "annual 2024-2024 text"},
      {"县人大常委会\n围绕《2020—2035年国土空间规划》和《纲要（2021年修订）》，2022年召开会议3次。\n", "annual 2022-2022 text"},
      {"县人大常委会\n2023年1月至10月，召开会议3次。\n", "multi 2023-01-01-2023-10-31 text"},
      {"县人大常委会\n2023年上半年，召开会议3次。\n", "half 2023-2023 text"},
      // what stood until a day
      {"县人大常委会\n截至2023年7月，建成联络站12个。2021年5月，通过了决定。\n", "multi -2023 text"},
      {"县人大常委会\n到2025年，建成联络站12个。试点始于2016年。\n", "multi 2016-2025 text"},
      {"县人大常委会\n截至2023年12月底，建成联络站12个。2023年召开会议3次。\n", "annual 2023-2023 text"},
      // when something was founded is not the time of the text, unless it speaks of all since then
      {"代表之家见闻\n代表之家2016年建成，2022年改版升级。2024年，接待群众2157人次。\n", "annual 2024-2024 text"},
      {"联络站简介\n联络站2018年5月揭牌。建站以来，接待选民1570人次。\n", "multi 2018- text"},
      {"代表述职\n我2022年3月当选。两年多来，提出建议8件。\n2024年9月18日\n", "multi 2022-2024 text"},
      {"县人大常委会自1981年2月选举产生至1984年5月换届，召开会议21次。", "term 1981-1984 text"},
      {"从2019年1月起步，至2023年底，接待选民300人次。", "multi 2019-2023 text"},
      {"县人大常委会工作报告\n（2010年3月）\n各位代表：\n2009年，召开会议3次。\n", "annual 2009-2009 text"},
      {"办理代表建议情况\n三次会议收到建议91件。至2013年9月底，全部办理完毕。\n", "annual 2013-2013 text"},
      {"1993年3月的常委会工作报告回顾了五年历程：召开会议31次。", "term 1988-1992 text"},
      {"街道人大工委年度答卷\n来源：蜀山区人大网　发布时间：2023-12-28\n今年以来，接待群众1240人次。2024年，工委计划打造站点3个。\n", "annual 2023-2023 text"},
      {"县人大常委会\n截至2022年底，建成代表之家24个。这一年，开展接待活动318场次。\n", "annual 2022-2022 text"},
      {"县人大常委会换届工作报告摘要\n2006年9月至2011年8月的五年里，召开会议6次。\n", "term 2006-2011 text"},
      {"县第十届人大常委会（1987~1990年）：听取工作报告47项，召开会议3次。", "term 1987-1990 text"},
      {"十届人大常委会工作回顾：2003年3月以来的五年，召开会议3次。", "term 2003-2007 text"},
      // anniversaries and campaigns, the latest of them
      {"县人大常委会工作综述\n一年来，深入开展党纪学习教育，巩固党史学习教育成果，召开会议3次。\n", "annual 2024-2024 anchor"},
      {"县人大常委会工作综述\n一年来，庆祝地方人大设立常委会45周年，召开会议3次。\n", "annual 2024-2024 anchor"},
      {"县人大常委会工作综述\n一年来，开展“两学一做”学习教育，召开会议3次。\n", "annual 2016-2016 anchor"},
      {"县人大常委会工作综述\n一年来，开展党的群众路线教育实践活动，召开会议3次。\n", "annual 2013-2013 anchor"},
      {"县人大常委会工作综述\n一年来，开展学习贯彻习近平新时代中国特色社会主义思想主题教育，召开会议3次。\n", "annual 2023-2023 anchor"},
      {"县人大常委会工作综述\n五年来，开展党史学习教育，召开会议3次。\n", "term - text"},
  };
  for (const auto& row : kRows) {
    INFO(row.text);
    CHECK(when(facts_of(row.text, row.file)) == row.period);
  }
}

TEST_CASE("facts: 今年 and 去年 without a year tell the kind of period alone", "[facts]") {
  CHECK(when(facts_of("今年上半年，市人大常委会召开会议3次。\n")) == "half - text");
  CHECK(when(facts_of("镇人大主席团去年组织代表视察5次。\n")) == "annual - text");
  CHECK(when(facts_of("市人大常委会召开会议3次。\n")) == "unknown - unknown");
}

TEST_CASE("facts: 苏木, a town's entry in a yearbook, a prefecture's short name as the folder's", "[facts]") {
  const auto sumu = facts_of("西乌珠穆沁旗巴彦胡舒苏木第九届人民代表大会主席团工作报告\n\n各位代表：\n召开苏木人民代表大会会议4次。\n");
  CHECK((sumu.level == Level::township && sumu.division == "巴彦胡舒苏木" && sumu.county == "西乌珠穆沁旗"));
  const auto town = facts_of("永兴镇\n\n【概况】永兴镇位于湄潭县东北部。\n【人大工作】2004年，召开主席团会议5次，向县人大常委会转报建议6件。\n");
  CHECK((town.level == Level::township && town.division == "永兴镇" && town.county == "湄潭县" && town.body == "presidium"));
  CHECK(facts_of("会理市人大常委会2023年工作报告\n\n各位代表：召开会议9次。\n", "凉山州/会理.txt").prefecture == "凉山彝族自治州");
}

TEST_CASE("facts: the period by the place of a report without its session, by who was elected, by a term's last year", "[facts]") {
  CHECK(when(facts_of("城步县人大常委会工作报告\n（2012年2月16日在县人民代表大会上）\n\n各位代表：\n报告2011年的主要工作。\n")) == "annual 2011-2011 text");
  CHECK(when(facts_of("凤凰镇人大主席团工作报告\n——2013年3月2日在镇人民代表大会上\n\n开展视察7次。\n")) == "annual 2012-2012 session-date");
  CHECK(when(facts_of("齐齐哈尔市人大常委会工作报告\n\n2016年是本届人大任期的最后一年，全年召开会议8次。\n")) == "annual 2016-2016 text");
  CHECK(when(facts_of("镇第五届人大主席团工作报告\n（1996年1月9日在镇第六届人民代表大会第一次会议上）\n\n五届人大自1993年1月产生以来，三年来召开会议22次。\n")) == "term 1993-1995 text");
  CHECK(when(facts_of("镇第九届人民代表大会主席团工作报告\n（1999年1月23日）\n\n已经整整三年。三年中，召开会议22次。\n")) == "term 1996-1998 session-date");
}

TEST_CASE("facts: title and session that contradict each other are told", "[facts]") {
  const auto read = [](const char* title, const char* date) { return facts_of(std::string(title) + "\n——" + date + "在某县第十届人民代表大会第三次会议上\n各位代表：\n召开会议3次。\n"); };
  // A title may name the year in which the report was given: nobody reports a year in its January.
  const auto given = read("县人大常委会2024年工作报告", "2024年1月29日");
  CHECK(when(given) == "annual 2023-2023 session-date");
  CHECK(given.message == "period: the title says 2024, the session of 2024-01-29 reports 2023");
  const auto older = read("县人大常委会2021年工作报告", "2024年1月29日");
  CHECK(when(older) == "annual 2021-2021 text");
  CHECK(older.message == "period: the title says 2021, the session of 2024-01-29 reports 2023");
  CHECK(read("县人大常委会2023年工作报告", "2024年1月29日").message.empty());
  CHECK(read("县人大常委会2023年工作报告", "2023年12月29日").message.empty());
}

TEST_CASE("facts: what is no account of a congress's work", "[facts]") {
  const auto kind = [](const char* text) {
    const auto f = facts_of(text);
    return f.kind + (f.is_report ? "" : " silent");
  };
  CHECK(kind("政协安化县第九届委员会常务委员会工作报告\n一年来，召开常委会会议5次。\n") == "cppcc silent");
  CHECK(kind("安化县人民法院工作报告\n受理案件5000件。\n") == "court silent");
  CHECK(kind("政府工作报告\n办理人大代表建议200件。\n") == "government silent");
  CHECK(kind("过去一年，全县生产总值完成320亿元。政府自身建设持续加强，召开县政府常务会议21次，研究议题164项。") == "government silent");
  CHECK(kind("过去一年，全县生产总值完成320亿元。县人大常委会召开会议7次，研究议题64项。") == "other");
  CHECK(kind("安化县人大常委会2024年工作要点\n听取专项工作报告10项。\n") == "plan silent");
  CHECK(kind("某某市物业管理条例\n第一条 为了规范……\n第二条 本市行政区域内……\n") == "rules silent");
  CHECK(kind("淮北市人民政府2019年工作回顾\n召开会议34次。\n") == "government silent");
  CHECK(kind("保定市中级人民法院通报2016年工作\n接待来访6870人次。\n") == "court silent");
  CHECK(kind("安化县人大常委会评议法院工作情况\n开展评议1次。\n") == "other");
  CHECK(kind("黔南州委常委会2019年工作报告\n召开会议42次。\n") == "party silent");
  CHECK(kind("过去一年，黔南州委常委会召开会议42次，听取州人大常委会党组汇报。\n") == "party silent");
  CHECK(kind("过去一年，在安化县委坚强领导下，县人大常委会召开会议12次。\n") == "other");
  CHECK(kind("安化县民政局2022年工作总结\n举办培训班3期。\n") == "other_body silent");
  CHECK(kind("安化县民政局2022年办理人大代表建议工作总结\n办理代表建议3件。\n") == "suggestions_report");
  CHECK(kind("提案件件有回音\n公司第五届职工代表大会召开，职工代表提案办结率95%。\n") == "other_body silent");
  CHECK(kind("工会主席当代表\n她是县人大代表，也参加职工代表大会，走访选民30户。\n") == "other");
  CHECK(kind("【县地方税务局】2008年，永新县地方税务局开展税收执法检查3次，培训干部230人次。") == "other_body silent");
  CHECK(kind("【人大信访】2008年，县人大常委会受理来信31件。") == "yearbook");
  CHECK(kind("7月22日，贵州省人民政府新闻办召开新闻发布会，介绍安全生产情况。开展执法检查1.9万次。") == "government silent");
  CHECK(kind("第九条 会议每年举行两次。\n第十条 每年至少开展一次执法检查。\n第十一条 组织代表视察两次。\n") == "rules silent");
  CHECK(kind("黑龙江省十三届人大常委会第三十六次会议12月21日在哈尔滨举行。会议听取了6个报告，决定任免21人。") == "news silent");
  CHECK(kind("议事规则（节选）\n第五条　会议每两个月举行一次。\n第十二条　可以举行两次会议审议。\n第十三条　开展执法检查五次。\n") == "rules silent");
  CHECK(kind("市人大常委会修改了议事规则\n第五条改为三款。\n全年召开会议5次。\n第三次会议任命10人。\n") == "other");
  CHECK(kind("安化县人民政府关于代表建议办理情况的报告\n共收到代表建议80件。\n") == "suggestions_report");
  CHECK(kind("安化县人大常委会2023年工作总结和2024年工作计划\n召开会议9次。\n") != "plan silent");
}

TEST_CASE("teller: a congress, one of its stations, one of its deputies", "[facts]") {
  const auto teller = [](const char* text) { return facts_of(text).teller; };
  CHECK(teller("“有事去站里坐坐”——走进勒流街道龙眼村人大代表联络站\n\n1月9日，联络站刚开门。\n") == Teller::station);
  CHECK(teller("博鳌镇基层立法联系点工作情况\n\n联系点开展调研9次。\n") == Teller::station);
  CHECK(teller("走进思明区筼筜街道振兴社区人大代表联络站，墙上挂着排班表。接待居民978人次。") == Teller::station);
  CHECK(teller("述职报告\n新郑市人大代表 王俊霞\n\n我叫王俊霞，当选新郑市第五届人大代表。\n") == Teller::deputy);
  CHECK(teller("“有事就找老江。”村民这样说起县人大代表江师傅。当代表5年，他走访乡亲600多人次。") == Teller::deputy);
  CHECK(teller("向选民汇报\n\n各位父老乡亲：四年里我提了13件建议。\n") == Teller::deputy);
  CHECK(teller("永康市人大常委会2023年工作报告\n\n各位代表：我代表常委会报告工作。\n") == Teller::congress);
  CHECK(teller("芝英镇各村代表联络站建设情况\n\n建成联络站7个。\n") == Teller::congress);
  CHECK(teller("沙溪镇：代表之家连着千家万户\n\n走进寺登村，墙上挂着排班表。\n") == Teller::congress);
  CHECK(teller("招商街道：“微实事”办到家门口\n\n11个联络站收集诉求739件。\n") == Teller::congress);
}
