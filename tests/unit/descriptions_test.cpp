#include "tables/descriptions.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "patterns/compiled.h"
#include "support/program.h"
#include "tables/datapackage.h"

using namespace renda;
using test::Scratch;

namespace {

constexpr TableId kAll[] = {TableId::observations, TableId::reports, TableId::ledger, TableId::indicators, TableId::comparison};

std::set<std::string> values_of(TableId table, std::string_view column) {
  std::set<std::string> out;
  for (const auto& term : describe_column(table, column)->values) out.insert(std::string(term.value));
  return out;
}

template <typename Enum>
std::set<std::string> names_of(std::string_view (*name)(Enum), Enum last) {
  std::set<std::string> out;
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (const auto text = name(static_cast<Enum>(i)); !text.empty()) out.insert(std::string(text));
  return out;
}

}  // namespace

TEST_CASE("descriptions: every column of every table has one, in both languages", "[tables]") {
  const auto patterns = PatternSet::builtin();
  std::set<std::string> indicators;
  for (const auto& indicator : patterns->indicators()) indicators.insert(indicator.id);
  for (const auto table : kAll) {
    CHECK_FALSE(describe_table(table).meaning.en.empty());
    for (const auto& column : table_columns(table, *patterns)) {
      INFO(table_name(table) << '.' << column.name);
      const auto* about = describe_column(table, column.name);
      if (about == nullptr) {
        CHECK((table == TableId::comparison && indicators.count(std::string(column.name)) == 1));
        continue;
      }
      CHECK_FALSE(about->meaning.zh.empty());
      CHECK_FALSE(about->meaning.en.empty());
      for (const auto& term : about->values)
        CHECK_FALSE((term.value.empty() || term.meaning.zh.empty() || term.meaning.en.empty()));
    }
  }
}

TEST_CASE("descriptions: the closed lists are those of the program", "[tables]") {
  CHECK(values_of(TableId::observations, "level") == names_of(&level_name, Level::township));
  CHECK(values_of(TableId::observations, "scope") == names_of(&scope_name, Scope::site));
  CHECK(values_of(TableId::observations, "approx") == names_of(&approx_name, renda::Approx::about));
  CHECK(values_of(TableId::reports, "status") == names_of(&status_name, Status::not_a_report));
  CHECK(values_of(TableId::ledger, "class") == names_of(&outcome_name, renda::Outcome::unmatched));
  const auto reasons = values_of(TableId::ledger, "reason");
  const auto patterns = PatternSet::builtin();
  for (const auto& reading : patterns->compiled().readings) {
    INFO(reading.id << ' ' << reading.reason);
    CHECK((reading.reason.empty() || reasons.count(reading.reason) == 1));
  }
  for (const auto& word : patterns->compiled().measure_words.words) {
    INFO(word.reason);
    CHECK((word.reason.empty() || reasons.count(word.reason) == 1));
  }
}

TEST_CASE("descriptions: docs/tables.md names every value of the closed lists", "[tables]") {
  std::ifstream file(std::string(RENDA_SOURCE_DIR) + "/docs/tables.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const auto table : kAll)
    for (const auto& column : table_columns(table, *PatternSet::builtin()))
      if (const auto* about = describe_column(table, column.name); about != nullptr)
        for (const auto& term : about->values) {
          INFO(column.name << " " << term.value);
          CHECK(text.find(term.value) != std::string::npos);
        }
}

TEST_CASE("datapackage: a reason of a user's own is no foreign value", "[tables]") {
  const Scratch scratch;
  scratch.write("a.txt", "某某市人大常委会工作报告\n\n全年放映电影12场。\n");
  scratch.write("mine/films.toml", "[[sink]]\nreason = \"films\"\nwords = ['电影']\n");
  const auto outcome = test::run(scratch, {"extract", "a.txt", "-o", "out", "--patterns", "mine"});
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  CHECK(scratch.read("out/ledger.csv").find("films") != std::string::npos);
  CHECK(scratch.read("out/datapackage.json").find("\"not_a_report\", \"films\"]") != std::string::npos);
}
