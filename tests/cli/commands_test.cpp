// The other commands: number, explain, patterns, doctor, --version.
#include <catch2/catch.hpp>

#include "support/program.h"

using namespace renda::test;

namespace {

const std::string kReport = "某某市人大常委会工作报告\n\n全年共召开常委会会议8次、主任会议13次。\n来访电话87101234。\n";

}  // namespace

TEST_CASE("number: one answer line for each argument or line of stdin", "[cli]") {
  const Scratch scratch;
  const std::string expected = "text,value,low,high,approx,unit,kind\n219件,219,219,219,exact,件,integer\n没有,,,,,,none\n";
  CHECK(run(scratch, {"number", "219件", "没有"}).out == expected);
  CHECK(run(scratch, Command{.arguments = {"number"},
                             .input = "\xEF\xBB\xBF"
                                      "219件\r\n没有"})
            .out == expected);
  CHECK(run(scratch, Command{.arguments = {"number"}, .input = ""}).out == "text,value,low,high,approx,unit,kind\n");
  const auto negative = run(scratch, {"number", "一", "-5"});
  CHECK(negative.status == 0);
  CHECK(read_csv(negative.out).at(2).at(1) == "-5");
}

TEST_CASE("explain: every number is marked and explained", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", kReport);
  const auto all = run(scratch, {"explain", "a.txt"});
  INFO(all.out << all.err);
  CHECK(all.status == 0);
  CHECK(all.out.starts_with("a.txt: ok, txt, UTF-8\n"));
  CHECK(all.out.find("[8次:observed]") != std::string::npos);
  CHECK(all.out.find("observed   8 次  ") != std::string::npos);
  CHECK(all.out.find('\x1b') == std::string::npos);
  const auto line = run(scratch, {"explain", "a.txt:3"});
  CHECK(line.out.starts_with("3:1 "));
  CHECK(line.out.find("87101234") == std::string::npos);
  const auto number = run(scratch, {"explain", "a.txt", "--number", "2"});
  CHECK(number.out.find("#2 ") != std::string::npos);
  CHECK(number.out.find("#1 ") == std::string::npos);
  CHECK(run(scratch, Command{.arguments = {"explain", "-"}, .input = kReport}).status == 0);
  CHECK(run(scratch, {"explain", "no-such.txt"}).status == 3);
}

TEST_CASE("patterns: the list and the check", "[cli]") {
  const Scratch scratch;
  const auto list = run(scratch, {"patterns", "list"});
  CHECK(list.status == 0);
  CHECK(list.out.find("meeting.chairpersons") != std::string::npos);
  const auto book = read_csv(run(scratch, {"patterns", "list", "--format", "csv"}).out);
  CHECK(book.size() > 2);
  CHECK(book[0][0] == "id");
  const auto check = run(scratch, {"patterns", "check"});
  INFO(check.out << check.err);
  CHECK(check.status == 0);
}

TEST_CASE("doctor and version", "[cli]") {
  const Scratch scratch;
  const auto version = run(scratch, {"--version"});
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("renda "));
  CHECK(version.out.find("\npatterns ") != std::string::npos);
  CHECK(version.out.find("\ntables ") != std::string::npos);
  const auto doctor = run(scratch, {"doctor"});
  CHECK(doctor.status == 0);
  CHECK(doctor.out.find("ICU ") != std::string::npos);
}
