// Whose figure it is: the congress's own, a lower or higher one's, one site's.
#include <catch2/catch.hpp>

#include "renda/extract.h"
#include "text/utf.h"

using namespace renda;

namespace {

// Scope and primary of the row that bears `value`: "own 1".
std::string scope_of(std::string_view title, std::string_view body, std::string_view value) {
  SourceText source;
  source.name = "a.txt";
  source.text = to_utf16(std::string(title) + "\n\n" + std::string(body) + "\n");
  const auto report = extract(std::move(source), *PatternSet::builtin());
  for (const auto& o : report.observations)
    if (report.quantities[o.quantity].value.text() == value) return std::string(scope_name(o.scope)) + (o.primary ? " 1" : " 0");
  return "no row";
}

const char* const kCounty = "阳原县人大常委会2021年工作报告";
const char* const kCity = "曲靖市人大常委会2021年工作报告";

}  // namespace

TEST_CASE("scope: lower congresses act, or are but an attribute", "[resolve]") {
  CHECK(scope_of(kCity, "16个县（市）人大常委会听取专项工作报告97项。", "97") == "lower 0");
  CHECK(scope_of(kCounty, "14个镇先行一步，共票决镇级民生实事项目116个。", "116") == "lower 0");
  CHECK(scope_of("扬州市人大常委会2021年工作综述", "仪征市人大常委会的小程序上线，收到群众诉求2210条。", "2210") == "lower 0");
  CHECK(scope_of("吉林省人大常委会2021年工作报告", "延边州人大常委会票决民生实事项目138个。", "138") == "lower 0");
  CHECK(scope_of("仪征市人大常委会2021年工作综述", "仪征市人大常委会的小程序上线，收到群众诉求2210条。", "2210") == "own 1");
  CHECK(scope_of(kCity, "12个旗县人大同步开展调研，提出建议147条。", "147") == "lower 0");
  CHECK(scope_of(kCity, "举办市人大代表及乡镇人大主席培训班5期。", "5") == "own 1");
  CHECK(scope_of(kCity, "收到报送备案的规范性文件53件，其中县（市、区）人大常委会报送26件。", "26") == "own 0");
  CHECK(scope_of(kCounty, "委托3个镇（街道）人大同步开展执法检查4次。", "4") == "own 1");
  CHECK(scope_of(kCounty, "县乡两级人大联动监督，同步开展视察12次。", "12") == "own 0");
}

TEST_CASE("scope: suggestions to a higher congress, told of the number at hand", "[resolve]") {
  const char* const body = "承办市人大代表建议3件、县人大代表建议76件。";
  CHECK(scope_of(kCounty, body, "3") == "higher 0");
  CHECK(scope_of(kCounty, body, "76") == "own 1");
  CHECK(scope_of("如皋市人大常委会2025年工作报告", "在如南通市人大代表提出建议57件。", "57") == "higher 0");
  CHECK(scope_of("如皋市人大常委会2025年工作报告", "在苏全国人大代表建议4件已经答复。", "4") == "higher 0");
  CHECK(scope_of("陕西省人大常委会1998年工作报告", "陕西代表团在九届全国人大一次会议上提出建议143件。", "143") == "higher 0");
}

TEST_CASE("scope: one station, many stations, one deputy", "[resolve]") {
  CHECK(scope_of(kCounty, "城北街道陆桥社区代表联络站打造品牌，全年接待群众312人次。", "312") == "site 0");
  CHECK(scope_of(kCounty, "打造陆桥社区代表联络站等示范站14个。", "14") == "own 1");
  CHECK(scope_of(kCounty, "总结推广该站经验，目前全县建成代表联络站8个。", "8") == "own 1");
  CHECK(scope_of(kCounty, "埠河镇第二代表小组开展视察7次。", "7") == "site 0");
  CHECK(scope_of(kCounty, "文宫镇人大代表活动室去年接待选民130人次。", "130") == "site 0");
  CHECK(scope_of(kCounty, "辖区11个人大代表社区联络站接待选民739人次。", "739") == "own 1");
  CHECK(scope_of("凤羽镇人大代表之家简介", "接待前来赶街的群众212人次。", "212") == "site 0");
  CHECK(scope_of("凤羽镇人大代表之家简介", "全镇建成联络站16个。", "16") == "own 1");
  CHECK(scope_of("向选民汇报", "各位父老乡亲：我是县人大代表，四年来接待选民510人次。", "510") == "site 0");
}

TEST_CASE("scope: in the account of a station its township acts", "[resolve]") {
  const char* const kStation = "“有事去站里坐坐”——走进汉阴县漩涡镇人大代表联络站";
  CHECK(scope_of(kStation, "接待群众1108人次，收集意见建议263条。", "1108") == "site 0");
  CHECK(scope_of(kStation, "镇人大主席团据此选题，开展视察3次。", "3") == "own 1");
  CHECK(scope_of(kStation, "3月镇人代会上代表提出建议27件。", "27") == "own 1");
  CHECK(scope_of(kStation, "全街接待室达到9个，接待选民53人次。", "53") == "own 1");
  CHECK(scope_of(kStation, "经镇人大主席团交办督办，已帮助解决问题59个。", "59") == "site 0");
  CHECK(scope_of(kStation, "镇人大在这里连开3场征求意见会。", "3") == "site 0");
}
