// The help: in both languages, within 80 columns, telling of every option.
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <sstream>

#include "support/program.h"
#include "text/utf.h"

using namespace renda::test;

TEST_CASE("help: fits a terminal, in both languages, with examples", "[cli]") {
  const Scratch scratch;
  const std::vector<std::vector<std::string>> commands = {
      {},         {"extract"},   {"compare"},           {"explain"},           {"patterns"}, {"patterns", "list"}, {"patterns", "check"},
      {"number"}, {"divisions"}, {"divisions", "find"}, {"doctor"}};
  for (const auto& command : commands) {
    for (const char* language : {"en", "zh"}) {
      auto arguments = command;
      arguments.insert(arguments.end(), {"--lang", language, "--help"});
      const auto outcome = run(scratch, arguments);
      INFO(outcome.out << outcome.err);
      CHECK(outcome.status == 0);
      CHECK(outcome.err.empty());
      CHECK(outcome.out.find(language == std::string("zh") ? "用法：" : "usage:") != std::string::npos);
      CHECK(outcome.out.find(language == std::string("zh") ? "示例：" : "example") != std::string::npos);
      std::istringstream lines(outcome.out);
      for (std::string line; std::getline(lines, line);) CHECK(renda::display_width(line) <= 80);
    }
  }
}

TEST_CASE("help: the locale chooses the language of messages, never of data", "[cli]") {
  const Scratch scratch;
  scratch.write("a.txt", "全年共召开主任会议13次。\n");
  const auto speaks_chinese = [&](std::vector<std::pair<std::string, std::string>> environment,
                                  std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.end(), {"extract", "a.txt"});
    const auto outcome = run(scratch, Command{.arguments = arguments, .environment = std::move(environment)});
    CHECK(outcome.out.starts_with("file,division_code,"));
    return outcome.err.starts_with("renda：");
  };
  CHECK_FALSE(speaks_chinese({}));
  CHECK(speaks_chinese({{"LC_ALL", "zh_CN.UTF-8"}}));
  CHECK(speaks_chinese({{"LC_ALL", ""}, {"LC_MESSAGES", "zh_CN"}, {"LANG", "en_US.UTF-8"}}));
  CHECK(speaks_chinese({{"LC_ALL", ""}, {"LANG", "zh_TW"}}));
  CHECK_FALSE(speaks_chinese({{"LC_ALL", "zh_CN.UTF-8"}}, {"--lang", "en"}));
  CHECK(speaks_chinese({}, {"--lang=zh"}));
}

TEST_CASE("help: every option of the parser is told of", "[cli]") {
  std::ifstream file(std::string(RENDA_SOURCE_DIR) + "/src/cli/options.cpp");
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  const Scratch scratch;
  std::string help;
  for (const std::vector<std::string>& command : {std::vector<std::string>{}, {"extract"}, {"compare"}, {"explain"}, {"patterns", "list"}, {"divisions", "find"}}) {
    auto arguments = command;
    arguments.push_back("--help");
    help += run(scratch, arguments).out;
  }
  const std::regex option("add_(?:option|flag)\\(\"([^\"]+)\"");
  int seen = 0;
  for (auto at = std::sregex_iterator(source.begin(), source.end(), option); at != std::sregex_iterator(); ++at, ++seen) {
    std::istringstream names((*at)[1].str());
    for (std::string name; std::getline(names, name, ',');) {
      INFO(name);
      CHECK((!name.starts_with('-') || help.find(name) != std::string::npos));
    }
  }
  CHECK(seen > 15);
}
