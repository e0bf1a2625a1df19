// The floor compare: exact division, periods, records with quoted line breaks.
#include <catch2/catch.hpp>

#include "compare/figures.h"
#include "compare/periods.h"
#include "compare/records.h"
#include "support/program.h"

using namespace renda;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

std::string quotient(const char* a, std::int64_t divisor, int places) {
  const auto found = Decimal::quotient(decimal(a), divisor, places);
  return found ? found->text() : "none";
}

std::string label(const char* kind, const char* start, const char* end, bool chinese = false) {
  const auto period = known_period(kind, start, end);
  return period ? period->label(chinese) : "unknown";
}

}  // namespace

TEST_CASE("decimal: quotients round halves away from zero", "[compare]") {
  CHECK(quotient("42", 5, 2) == "8.4");
  CHECK(quotient("1", 3, 2) == "0.33");
  CHECK(quotient("2", 3, 2) == "0.67");
  CHECK(quotient("1", 8, 2) == "0.13");
  CHECK(quotient("-1", 8, 2) == "-0.13");
  CHECK(quotient("0.125", 1, 2) == "0.13");
  CHECK(quotient("0.124999999999", 1, 2) == "0.12");
  CHECK(quotient("7", 2, 0) == "4");
  CHECK(quotient("0", 7, 2) == "0");
  CHECK(quotient("7", 0, 2) == "none");
  CHECK(quotient("99999999999999999999999999", 1, 12) == "99999999999999999999999999");
  CHECK(quotient("999999999999999999999999999999", 1, 12) == "none");
}

TEST_CASE("decimal: sums are exact or none", "[compare]") {
  CHECK(Decimal::sum(decimal("0.1"), decimal("0.2"))->text() == "0.3");
  CHECK(Decimal::sum(decimal("98.6"), decimal("1.4"))->text() == "100");
  CHECK(Decimal::difference(decimal("8"), decimal("9.5"))->text() == "-1.5");
  CHECK_FALSE(Decimal::sum(decimal("999999999999999999999999999999"), decimal("0.000000000001")));
  // Comparing never runs over, however far apart the scales are.
  CHECK(decimal("999999999999999999999999999999") > decimal("0.000000000001"));
  CHECK(decimal("1.5") > decimal("1.25"));
  CHECK(decimal("-1.5") < decimal("-1.25"));
  CHECK(decimal("-0.5") < decimal("0.25"));
}

TEST_CASE("compare: one name for each period", "[compare]") {
  CHECK(label("annual", "2023", "2023") == "2023");
  CHECK(label("annual", "2023-01-01", "2023-12-31") == "2023");
  CHECK(label("annual", "2022-11", "2023-10") == "2022-11..2023-10 annual");
  CHECK(label("half", "2023", "2023") == "2023 half");
  CHECK(label("half", "2023-01-01", "2023-06-30") == "2023 H1");
  CHECK(label("half", "2023-01", "2023-06") == "2023 H1");
  CHECK(label("half", "2023-07-01", "2023-12-31", true) == "2023下半年");
  CHECK(label("half", "2023-02-01", "2023-07-31") == "2023-02..2023-07 half");
  CHECK(label("quarter", "2023-04", "2023-06") == "2023 Q2");
  CHECK(label("quarter", "2023", "2023") == "2023 quarter");
  CHECK(label("term", "2017", "2021") == "2017-2021 term");
  CHECK(label("term", "2017", "2021", true) == "2017-2021 届");
  CHECK(label("term", "2017-01-01", "2021-12-31") == "2017-2021 term");
  CHECK(label("multi", "2019", "2021") == "2019-2021 multi");
  CHECK(label("term", "", "2021") == "unknown");
  CHECK(label("unknown", "2023", "2023") == "unknown");
  CHECK(known_period("term", "2017", "2021")->years() == 5);
  CHECK(known_period("term", "2016-12-15", "2021-11-30")->years() == 5);
  CHECK(known_period("half", "2023", "2023")->years() == 0);
  CHECK(known_period("term", "2016-12-15", "2021-11-30")->whole_years() == std::pair(0, 0));
  CHECK(is_date("2024-02-29"));
  CHECK_FALSE(is_date("2023-02-29"));
  CHECK_FALSE(is_date("2023-13"));
  CHECK_FALSE(is_date("2023-1"));
  CHECK_FALSE(is_date("20230101"));
  CHECK(is_reversed("2023-07-01", "2023-06-30"));
  CHECK_FALSE(is_reversed("2023-07-01", "2023"));
  CHECK_FALSE(is_reversed("", "2023"));
}

TEST_CASE("compare: records keep their lines through quoted line breaks", "[compare]") {
  const test::Scratch scratch;
  const std::vector<Column> wanted = {{"b", "乙"}, {"a", "甲"}};
  const auto path = scratch.write("t.csv", "\xEF\xBB\xBF甲,x,b\r\n1,\"p\r\nq \"\"r\"\"\",2\r\n3,,\"'=4\"\r\n\n").string();
  const auto records = open_records(path, wanted);
  REQUIRE(records->next());
  CHECK(records->cell(0) == "2");
  CHECK(records->cell(1) == "1");
  CHECK(records->place(1).line == 2);
  CHECK(records->place(0).line == 3);
  CHECK(records->place(0).column == 10);
  REQUIRE(records->next());
  CHECK(records->place().line == 4);
  CHECK(records->cell(0) == "=4");  // the apostrophe that the writer set is gone
  CHECK_FALSE(records->next());
  const auto lines = scratch.write("t.jsonl", "{\"a\":null,\"z\":1,\"b\":12345678901234567890.10}\n{\"b\":true,\"甲\":-5}\n").string();
  const auto json = open_records(lines, wanted);
  REQUIRE(json->next());
  CHECK(json->cell(0) == "12345678901234567890.10");  // as written, through no double
  CHECK(json->cell(1).empty());
  REQUIRE(json->next());
  CHECK(json->cell(0) == "1");
  CHECK(json->cell(1) == "-5");
  CHECK_FALSE(json->next());
}

TEST_CASE("compare: medians", "[compare]") {
  const auto median = [](std::vector<Decimal> values) {
    const auto found = median_of(values);
    return found ? found->text() : "none";
  };
  CHECK(median({}) == "none");
  CHECK(median({decimal("7")}) == "7");
  CHECK(median({decimal("7"), decimal("8")}) == "7.5");
  CHECK(median({decimal("7"), decimal("8"), decimal("100")}) == "8");
  CHECK(median({decimal("0.01"), decimal("0.02")}) == "0.02");
}
