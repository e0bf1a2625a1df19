// The worked example of docs/patterns.md does what the text says.
#include <catch2/catch.hpp>
#include <fstream>

#include "support/program.h"

using namespace renda::test;

namespace {

std::string example_of_the_docs() {
  std::ifstream in(std::string(RENDA_SOURCE_DIR) + "/docs/patterns.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto open = text.find("```toml\n");
  REQUIRE(open != std::string::npos);
  const auto begin = open + 8, end = text.find("```", begin);
  return text.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("patterns: the indicator of the docs passes its examples and reads a report", "[cli]") {
  const Scratch scratch;
  scratch.write("mine/courts.toml", example_of_the_docs());
  const auto check = run(scratch, {"patterns", "check", "mine"});
  INFO(check.out << check.err);
  CHECK(check.status == 0);
  scratch.write("a.txt", "某某县人大常委会工作报告\n\n全年组织代表旁听庭审12次，开展视察3次。\n");
  const auto rows = read_csv(run(scratch, {"extract", "a.txt", "--patterns", "mine", "--indicator", "contact.court_hearings"}).out);
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows, 1, "value") == "12");
}

TEST_CASE("patterns: a broken example of a user's file is an error with its place", "[cli]") {
  const Scratch scratch;
  auto text = example_of_the_docs();
  text.replace(text.find("value = 12"), 10, "value = 13");
  scratch.write("mine/courts.toml", text);
  const auto check = run(scratch, {"patterns", "check", "mine"});
  INFO(check.out << check.err);
  CHECK(check.status != 0);
  CHECK((check.out + check.err).find("courts.toml:") != std::string::npos);
}

TEST_CASE("patterns: what stands between ⟨ and ⟩ and is no measure word is an error with its place", "[cli]") {
  const Scratch scratch;
  auto text = example_of_the_docs();
  const auto reading = text.find("[[indicator.example]]");
  text.insert(text.rfind('\n', reading) + 1, "[[indicator.reading]]\npatterns = ['旁听⟨场(?:次)?⟩']\ntrigger = ['旁听']\nunits = ['场']\n");
  scratch.write("mine/courts.toml", text);
  const auto check = run(scratch, {"patterns", "check", "mine"});
  INFO(check.out << check.err);
  CHECK(check.status == 2);
  CHECK(check.err.find("'场(?:次)?' is no measure word") != std::string::npos);
  CHECK(check.err.find("courts.toml:") != std::string::npos);
}
