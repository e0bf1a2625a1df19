// The number reader: every form of numeral, what must be refused, and ICU's spellout as the oracle.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <random>
#include <unicode/rbnf.h>

#include "quantities/numeral.h"
#include "renda/pattern.h"
#include "renda/quantity.h"
#include "text/utf.h"

using namespace renda;

namespace {

NumberAnswer answer(std::string_view text) { return read_number(text, PatternSet::builtin()->measure_words()); }

// "value low high approx unit kind", "none" where there is no number
std::string told(std::string_view text) {
  const NumberAnswer a = answer(text);
  if (a.kind == NumberKind::none) return "none";
  std::string out = a.value.text();
  if (a.approx != renda::Approx::exact) out += fmt::format(" {}-{} {}", a.low.text(), a.high.text(), approx_name(a.approx));
  if (!a.unit.empty()) out += fmt::format(" {}", a.unit);
  if (a.kind != NumberKind::integer) out += fmt::format(" {}", kind_name(a.kind));
  return out;
}

struct Form {
  const char *text, *expected;
};

}  // namespace

TEST_CASE("number: the forms of reports", "[number]") {
  const Form forms[] = {
      {"８次", "8 次"}, {"12 份", "12 份"}, {"3，902件", "3902 件"}, {"69.86%", "69.86 % percent"}, {"1.2万", "12000"}, {"1万2千", "12000"},
      {"5千", "5000"}, {"1.2万余条", "12000 12001-12999 over 条"}, {"2300余人次", "2300 2301-2399 over 人次"}, {"50多个", "50 51-59 over 个"},
      {"十多次", "10 11-19 over 次"}, {"十几名", "10 11-19 about 名"}, {"20几", "20 21-29 about"}, {"百余件", "100 101-199 over 件"},
      {"一百多万", "1000000 1000001-1999999 over"}, {"数十", "10 20-99 about"}, {"上百", "100 100-100 about"}, {"近百个", "100 90-99 under 个"},
      {"约50件", "50 50-50 about 件"}, {"50件左右", "50 50-50 about 件"}, {"不少于5次", "5 5-5 over 次"}, {"三五次", "3 3-5 about 次 range"},
      {"十七八个", "17 17-18 about 个 range"}, {"3至5次", "3 3-5 about 次 range"}, {"5名~10名", "5 5-10 about 名 range"}, {"10月至2021年", "10 月"}, {"二〇二三年", "2023 年"},
      {"一九九O年", "1990 年"}, {"壹萬贰仟叁佰元", "12300 元"}, {"百分之九十五", "95 % percent"}, {"九成五", "95 % percent"}, {"千分之三", "0.3 % percent"},
      {"三分之二", "0.666666666667 fraction"}, {"百分之百", "100 % percent"}, {"两个100%", "100 % percent"}, {"6大类27项", "27 项"}, {"12人（次）", "12 人（次）"},
      {"一百二", "120"}, {"一万二", "12000"}, {"十八亿三", "1830000000"}, {"一万二千亿", "1200000000000"}, {"120万千瓦", "1200000 千瓦"}, {"廿二", "22"},
      {"第四十", "40 ordinal"}, {"貳拾件", "20 件"}, {"收到十五件", "15 件"}};
  for (const auto& [text, expected] : forms) {
    INFO(text);
    CHECK(told(text) == expected);
  }
}

TEST_CASE("number: forms that stand in single lines only", "[number]") {
  const Form forms[] = {{"负七", "-7"}, {"零下5度", "-5 度"}, {"零上三十度", "30 度"}, {"会上3人发言", "3 人"}, {"百分比30", "30"}, {"-1.5", "-1.5 decimal"}, {"负三分之一", "-0.333333333333 fraction"}, {"八分之三", "0.375 fraction"}, {"3/8", "0.375 fraction"},
                        {"三又二分之一", "3.5 fraction"}, {"1 1/2", "1.5 fraction"}, {"1.5e3", "1500"}, {"2k", "2000"}, {"两打", "24"}, {"三个半", "3.5 个 decimal"},
                        {"一半", "0.5 fraction"}, {"点五", "0.5 decimal"}, {"七折", "70 % percent"}, {"一 百 五 十 二", "152"}, {"1, 234, 567", "1234567"}, {"1百23", "123"}};
  for (const auto& [text, expected] : forms) {
    INFO(text);
    CHECK(told(text) == expected);
  }
}

TEST_CASE("number: money is one amount", "[number]") {
  const Form forms[] = {{"壹佰贰拾叁元肆角伍分", "123.45 元 decimal"}, {"3元5角", "3.5 元 decimal"}, {"叁角贰分", "0.32 元 decimal"}, {"人民币壹分", "0.01 元 decimal"}, {"壹佰圓零伍分", "100.05 元 decimal"},
                        {"零元壹角零分", "0.1 元 decimal"}, {"負壹拾貳圓參角肆分", "-12.34 元 decimal"}, {"三块二毛五", "3.25 元 decimal"}, {"两块五", "2.5 元 decimal"}, {"五元", "5 元"}, {"得3分", "3 分"}};
  for (const auto& [text, expected] : forms) {
    INFO(text);
    CHECK(told(text) == expected);
  }
}

TEST_CASE("number: what two numbers share is said of both", "[number]") {
  const Form forms[] = {{"三到四百万", "3000000 3000000-4000000 about range"}, {"30~40万", "300000 300000-400000 about range"}, {"三到五成", "30 30-50 about % range"}, {"七八成", "70 70-80 about % percent"},
                        {"十几万", "100000 110000-190000 about"}, {"1.2多万", "12000 12001-12999 over"}, {"200到300", "200 200-300 about range"}, {"2000到3万", "2000 2000-30000 about range"}, {"10-15%", "10 10-15 about % range"}};
  for (const auto& [text, expected] : forms) {
    INFO(text);
    CHECK(told(text) == expected);
  }
}

TEST_CASE("number: halves, points, units with 千, powers upon powers, neighbours inside", "[number]") {
  const Form forms[] = {{"半打", "6"}, {"半百", "50"}, {"半成", "5 % percent"}, {"两点半", "2.5 decimal"}, {"一个半小时", "1.5 小时 decimal"}, {"半年", "0.5 decimal"}, {"1½", "1.5 fraction"},
                        {"3点14", "3.14 decimal"}, {"8点5折", "85 % percent"}, {"结果是点五", "0.5 decimal"}, {"百分之点二八", "0.28 % percent"}, {"百分之半", "0.5 % percent"}, {"一百分之七十七", "0.77 fraction"},
                        {"五又一百分之三", "5.03 fraction"}, {"100千米", "100 千米"}, {"五兆瓦", "5 兆瓦"}, {"五千米", "5000 米"}, {"一万万", "100000000"}, {"四萬萬五千萬", "450000000"}, {"一百亿亿", "1000000000000000000"},
                        {"五亿万", "5000000000000"}, {"六八九万", "6890000"}, {"一百二三十", "120 120-130 about range"}, {"十五六万", "150000 150000-160000 about range"}, {"三千五六", "3500 3500-3600 about range"},
                        {"參點壹肆", "3.14 decimal"}, {"三分之參", "1 fraction"}, {"打对折", "50 % percent"}, {"九九折", "99 % percent"}, {"负一二三", "-123"}, {"（第一）", "1 ordinal"}};
  for (const auto& [text, expected] : forms) {
    INFO(text);
    CHECK(told(text) == expected);
  }
}

TEST_CASE("number: a number is refused rather than cut short", "[number]") {
  for (const char* text : {"9十万", "3十5", "12十", "1'234", "1_000", "三百弍十弌", "一垓", "三秭", "零分之一", "三分之二点五", "正负五"}) {
    INFO(text);
    CHECK(told(text) == "none");
  }
}

TEST_CASE("number: what does not fit is refused", "[number]") {
  for (const char* text : {"十几万万万万万亿亿亿亿亿", "几万万万万万亿亿亿亿亿", "三四万万万万亿亿亿亿亿", "一亿亿亿亿亿亿亿亿", "99999999999999999999999999万万", "六八九四五六七八九一二三四五六七八九一二三四五六万亿"}) {
    INFO(text);
    CHECK(told(text) == "none");
  }
  CHECK(told("三分之999999999999999999999999999") == "none");
  CHECK(told("99999999999999999999999999多万") == "none");
  CHECK(told("99999999999999999999到四百万万亿").find("99999999999999999999") == 0);
}

TEST_CASE("number: idioms, persons and words with a financial character are no numbers", "[number]") {
  for (const char* text : {"海陆空", "拾取", "朝花夕拾", "肆无忌惮", "大肆", "陆先生", "陆家嘴", "伍子胥", "百分点", "第三方", "千万别去", "张三", "再三", "三国演义", "三三两两", "七零八落", "九牛一毛", "半夜", "十字路口"}) {
    INFO(text);
    CHECK(told(text) == "none");
  }
  CHECK(told("提高3个百分点") != "none");
  CHECK(told("陆元") == "6 元");
  CHECK(told("第三名") == "3 名 ordinal");
}

TEST_CASE("number: what is no number, and what would be read wrongly, is refused", "[number]") {
  for (const char* text : {"", "收拾", "大陆", "四川", "一切", "万一", "两会", "十三五", "第一议题", "三农", "成千上万", "10^3", "3.14.15", "2020-01-02", "12:30", "一百二万", "三万五万", "12 34",
                           "1/0", "9999999999999999999999999999999", "十分", "老百姓"}) {
    INFO(text);
    CHECK(told(text) == "none");
  }
}

TEST_CASE("number: reads back ICU's spellout in every set of every script", "[number][slow]") {
  constexpr int kValues = 1'000'000;
  struct Set {
    icu::RuleBasedNumberFormat format;
    icu::UnicodeString name;
    bool ordinal;
  };
  std::vector<std::unique_ptr<Set>> sets;
  for (const char* locale : {"zh", "zh_Hant", "zh_HK"}) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat all(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
    REQUIRE(U_SUCCESS(status));
    for (int i = 0; i < all.getNumberOfRuleSetNames(); ++i) {
      const auto name = all.getRuleSetName(i);
      if (name.indexOf("year") >= 0 || name.indexOf("days") >= 0) continue;  // digit strings and days of a month
      sets.push_back(std::make_unique<Set>(Set{icu::RuleBasedNumberFormat(icu::URBNF_SPELLOUT, icu::Locale(locale), status), name, name.indexOf("ordinal") >= 0}));
    }
  }
  REQUIRE(sets.size() >= 15);
  std::mt19937_64 random(20260601);
  int wrong = 0;
  for (int n = 0; n < kValues; ++n) {
    const Set& set = *sets[static_cast<std::size_t>(n) % sets.size()];
    // every length has its turn, small ones each
    const int digits = 1 + static_cast<int>(random() % 17);
    std::uint64_t bound = 1;
    for (int d = 0; d < digits; ++d) bound *= 10;
    std::uint64_t value = n < 200'000 ? static_cast<std::uint64_t>(n) / sets.size() : random() % bound;
    for (std::uint64_t hole = 10; random() % 3 == 0 && hole < bound; hole *= 100) value -= value / hole % 10 * hole;  // zeros inside
    icu::UnicodeString spelled;
    icu::FieldPosition position;
    UErrorCode status = U_ZERO_ERROR;
    set.format.format(static_cast<std::int64_t>(value), set.name, spelled, position, status);
    std::string text;
    spelled.toUTF8String(text);
    const NumberAnswer a = answer(text);
    if (a.kind == (set.ordinal ? NumberKind::ordinal : NumberKind::integer) && a.value.text() == std::to_string(value) && a.approx == renda::Approx::exact) continue;
    if (++wrong < 10) UNSCOPED_INFO(text << " is " << value << ", read as " << told(text));
  }
  CHECK(wrong == 0);
}

// Digits that a word follows at once are read at a glance; digits at the end of a text are read in full.
TEST_CASE("numeral: digits before a word are the number that they are alone", "[quantities]") {
  for (const std::u16string digits : {u"0", u"7", u"10", u"300", u"007", u"2023", u"123456789", u"1234567890", u"120000000", u"123456789012345678901234567"}) {
    INFO(renda::to_utf8(digits));
    const auto alone = renda::read_numeral(digits), before = renda::read_numeral(digits + u"件");
    REQUIRE(alone);
    REQUIRE(before);
    CHECK(before->value == alone->value);
    CHECK((before->low == alone->low && before->high == alone->high && before->step == alone->step));
    CHECK((before->approx == alone->approx && before->kind == alone->kind && before->length == alone->length));
    CHECK((before->digits_only && alone->digits_only && !before->chinese && !before->open));
  }
  // What makes more of them, or less.
  CHECK(renda::read_numeral(u"3成")->kind == renda::NumberKind::percent);
  CHECK(renda::read_numeral(u"3分之1")->kind == renda::NumberKind::fraction);
  CHECK(renda::read_numeral(u"3万件")->value == renda::Decimal(30000));
  CHECK(renda::read_numeral(u"20几件")->high == renda::Decimal(29));
  CHECK(renda::read_numeral(u"1，234件")->value == renda::Decimal(1234));
}
