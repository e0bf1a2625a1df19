#include "cli/options.h"

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <numeric>

#include "cli/messages.h"

namespace renda {
namespace {

// The help texts are written by hand: aligned, in two languages, within 80 columns.
class WrittenHelp : public CLI::FormatterBase {
 public:
  explicit WrittenHelp(Language language) : language_(language) {}
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    static const std::vector<std::pair<std::string_view, const Message*>> kTexts = {
        {"extract", &message::kHelpExtract},     {"compare", &message::kHelpCompare},     {"explain", &message::kHelpExplain},     {"patterns", &message::kHelpPatterns},
        {"list", &message::kHelpPatternsList},   {"check", &message::kHelpPatternsCheck}, {"number", &message::kHelpNumber},
        {"divisions", &message::kHelpDivisions}, {"find", &message::kHelpDivisions},      {"doctor", &message::kHelpDoctor},
    };
    for (const auto& [name, text] : kTexts)
      if (app->get_name() == name) return std::string(text->in(language_));
    return std::string(message::kHelpMain.in(language_));
  }

 private:
  Language language_;
};

// 64M, 512K, 1G, 1000: bytes.
bool read_size(std::string_view text, std::uint64_t& size) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return false;
  std::string_view suffix(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (suffix.size() > 1 && (suffix.back() == 'B' || suffix.back() == 'b')) suffix.remove_suffix(1);
  static constexpr std::string_view kSuffixes = "KMG";
  unsigned shift = 0;
  if (!suffix.empty()) {
    const auto at = kSuffixes.find(suffix[0] >= 'a' ? static_cast<char>(suffix[0] - 'a' + 'A') : suffix[0]);
    if (suffix.size() > 1 || at == std::string_view::npos) return false;
    shift = static_cast<unsigned>(at + 1) * 10;
  }
  if (value == 0 || value > (std::uint64_t{1} << 62 >> shift)) return false;
  size = value << shift;
  return true;
}

// Every value that is not taken throws through here, so that all complaints look alike.
[[noreturn]] void bad_value(const Console& console, std::string_view option, const std::string& value, std::string hint = {}) {
  fail_usage(console.say(message::kBadValue, option, value), std::move(hint));
}

void check_one_of(const Console& console, std::string_view option, const std::string& value,
                  const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), value) == known.end())
    bad_value(console, option, value, console.say(message::kOneOf, fmt::join(known, ", ")));
}

// The options as typed, before their values are looked at.
struct Typed {
  std::string max_size, jobs, number, lang, year;
};

// One word each, so that a PATH after it is a path; commas separate.
void add_list(CLI::App& command, const char* name, std::vector<std::string>& values) {
  command.add_option(name, values)->delimiter(',')->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_writing_options(CLI::App& command, Options& options) {
  command.add_option("-o,--output", options.output);
  command.add_option("--format", options.format);
  command.add_option("--headers", options.headers);
  command.add_flag("--excel", options.excel);
  command.add_flag("--no-bom", options.no_bom);
}

void add_reading_options(CLI::App& command, Options& options, Typed& typed) {
  command.add_option("--encoding", options.encoding);
  command.add_option("--max-size", typed.max_size);
  command.add_option("--patterns", options.patterns);
  command.add_option("--manifest", options.manifest);
  command.add_flag("--any-kind", options.any_kind);
}

void add_extract(CLI::App& app, Options& options, Typed& typed) {
  auto& command = *app.add_subcommand("extract");
  command.add_option("PATH", options.paths);
  command.add_option("--files-from", options.files_from);
  command.add_flag("-0,--null", options.nul_separated);
  add_list(command, "--indicator", options.indicators);
  add_list(command, "--scope", options.scopes);
  command.add_flag("--fail-if-empty", options.fail_if_empty);
  command.add_option("-j,--jobs", typed.jobs);
  add_writing_options(command, options);
  add_reading_options(command, options, typed);
}

void add_compare(CLI::App& app, Options& options) {
  auto& command = *app.add_subcommand("compare");
  command.add_option("PATH", options.paths);
  add_list(command, "--indicator", options.indicators);
  command.add_flag("--long", options.long_form);
  command.add_flag("--annualise", options.annualise);
  command.add_option("--by", options.by);
  add_list(command, "--statistic", options.statistics);
  command.add_flag("--change", options.change);
  command.add_flag("--rank", options.rank);
  command.add_flag("--median", options.median);
  command.add_option("--conflicts", options.conflicts);
  add_writing_options(command, options);
  command.add_option("--patterns", options.patterns);
}

void add_others(CLI::App& app, Options& options, Typed& typed) {
  auto& explain = *app.add_subcommand("explain");
  explain.add_option("FILE", options.paths);
  explain.add_option("--number", typed.number);
  add_reading_options(explain, options, typed);

  auto& patterns = *app.add_subcommand("patterns");
  patterns.require_subcommand(1);
  auto& list = *patterns.add_subcommand("list");
  list.add_option("--format", options.format);
  list.add_option("--patterns", options.patterns);
  patterns.add_subcommand("check")->add_option("DIR", options.paths);

  app.add_subcommand("number")->add_option("TEXT", options.paths);
  auto& divisions = *app.add_subcommand("divisions");
  divisions.require_subcommand(1);
  auto& find = *divisions.add_subcommand("find");
  find.add_option("NAME", options.paths);
  find.add_option("--year", typed.year);
  app.add_subcommand("doctor");
}

// The innermost command that was named, and its words: "renda patterns list".
const CLI::App* chosen(const CLI::App& app, std::string& words) {
  words = "renda";
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    words.append(" ").append(at->get_name());
  }
  return at;
}

CommandName command_name(const std::string& words) {
  static const std::vector<std::pair<std::string_view, CommandName>> kNames = {
      {"renda extract", CommandName::extract},
      {"renda compare", CommandName::compare},
      {"renda explain", CommandName::explain},
      {"renda patterns list", CommandName::patterns_list},
      {"renda patterns check", CommandName::patterns_check},
      {"renda number", CommandName::number},
      {"renda divisions find", CommandName::divisions_find},
      {"renda doctor", CommandName::doctor},
  };
  for (const auto& [name, command] : kNames)
    if (words == name) return command;
  return CommandName::help;
}

// What CLI11 complains of, said our way.
[[noreturn]] void fail_parse(const CLI::App& app, const CLI::ParseError& error, const Console& console) {
  std::string words;
  const auto* command = chosen(app, words);
  const auto see_help = console.say(message::kSeeHelp, words);
  std::vector<std::string> commands;
  for (const auto* sub : command->get_subcommands({})) commands.push_back(sub->get_name());
  const auto did_you_mean = [&](const std::string& word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    return near.empty() ? see_help : console.say(message::kDidYouMean, fmt::join(near, ", "));
  };
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  const auto extras = app.remaining(true);
  if (is(CLI::ExitCodes::ExtrasError) || (!commands.empty() && !extras.empty())) {
    const auto word = extras.empty() ? std::string() : extras.front();
    if (!commands.empty() && !word.starts_with('-'))
      fail_usage(console.say(message::kUnknownCommand, word), did_you_mean(word, commands));
    std::vector<std::string> known;
    for (const auto* option : command->get_options())
      for (const auto& name : option->get_lnames()) known.push_back(fmt::format("--{}", name));
    fail_usage(console.say(message::kUnknownOption, word), did_you_mean(word, known));
  }
  if (is(CLI::ExitCodes::RequiredError)) fail_usage(console.say(message::kNoCommand), see_help);
  fail_usage(console.say(message::kBadCommandLine, error.what()), see_help);
}

// Values, where the parser takes any text.
void read_values(Options& options, const Typed& typed, const Console& console) {
  if (!typed.lang.empty()) check_one_of(console, "--lang", typed.lang, {"zh", "en"});
  if (!typed.max_size.empty() && !read_size(typed.max_size, options.max_size))
    bad_value(console, "--max-size", typed.max_size, "64M, 512K, 1G");
  const auto read_count = [&](std::string_view option, const std::string& text, std::uint64_t limit) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end || value == 0 || value > limit)
      bad_value(console, option, text, fmt::format("1..{}", limit));
    return value;
  };
  if (!typed.jobs.empty()) options.jobs = static_cast<unsigned>(read_count("-j", typed.jobs, 1024));
  if (!typed.number.empty()) options.number = read_count("--number", typed.number, 1000000000);
  if (!typed.year.empty()) options.year = static_cast<int>(read_count("--year", typed.year, 2100));
  check_one_of(console, "--headers", options.headers, {"zh", "en"});
  for (const auto& scope : options.scopes) check_one_of(console, "--scope", scope, {"own", "lower", "higher", "site"});
  if (!options.by.empty()) check_one_of(console, "--by", options.by, {"province", "prefecture"});
  for (const auto& statistic : options.statistics) check_one_of(console, "--statistic", statistic, {"sum", "mean", "median"});
  check_one_of(console, "--conflicts", options.conflicts, {"empty", "primary"});
  if (!options.format.empty())
    check_one_of(console, "--format", options.format,
                 options.command == CommandName::compare         ? std::vector<std::string>{"table", "csv", "tsv", "jsonl", "md"}
                 : options.command == CommandName::patterns_list ? std::vector<std::string>{"table", "csv"}
                                                               : std::vector<std::string>{"csv", "jsonl", "xlsx"});
}

// The words before `--` and those after it: what follows is never an option. (CLI11 forgets the mark in a subcommand that has
// one positional word already.) `renda number -5` is read as if the mark stood before -5.
struct Words {
  std::vector<std::string> options, names;
};

Words split_words(int argc, const char* const* argv) {
  std::vector<std::string> all(argv + 1, argv + argc);
  const auto command = std::find_if(all.begin(), all.end(), [](const std::string& word) { return !word.starts_with('-'); });
  const bool numbers = command != all.end() && *command == "number";
  const auto mark = std::find_if(all.begin(), all.end(), [&](const std::string& word) {
    if (word == "--") return true;
    const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
    return numbers && word[0] == '-' && (second == '.' || (second >= '0' && second <= '9') || second >= 0x80);
  });
  Words out{.options = {all.begin(), mark}, .names = {}};
  if (mark != all.end()) out.names.assign(*mark == "--" ? mark + 1 : mark, all.end());
  return out;
}

// How many names a command takes.
void check_names(Options& options, const std::string& words, const Console& console) {
  const auto count = options.paths.size();
  const auto see_help = console.say(message::kSeeHelp, words);
  const auto need = [&](bool given, std::string_view what) {
    if (!given) fail_usage(console.say(message::kMissingArgument, what), see_help);
  };
  std::size_t most = count;
  switch (options.command) {
    case CommandName::explain:
      need(count > 0, "FILE"), most = 1;
      break;
    case CommandName::divisions_find:
      need(count > 0, "NAME"), most = 1;
      break;
    case CommandName::patterns_check:
      most = 1;
      break;
    case CommandName::patterns_list:
    case CommandName::doctor:
      most = 0;
      break;
    default:
      break;
  }
  if (count > most) fail_usage(console.say(message::kUnknownOption, options.paths[most]), see_help);
  if (options.command == CommandName::patterns_check && count == 1) options.patterns = options.paths.front();
}

}  // namespace

void fail_usage(std::string message, std::string hint) { throw Error({.message = std::move(message), .hint = std::move(hint)}); }

std::vector<std::string> nearest(const std::string& word, const std::vector<std::string>& known) {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& candidate : known) {
    // Levenshtein over bytes, one row at a time; a part of the name (chairpersons for meeting.chairpersons) is near as well.
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      auto diagonal = row[0];
      row[0] = i + 1;
      for (std::size_t j = 0; j < candidate.size(); ++j) {
        const auto above = row[j + 1];
        row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (word[i] == candidate[j] ? 0 : 1)});
        diagonal = above;
      }
    }
    auto distance = row.back();
    if (word.size() >= 3 && candidate.find(word) != std::string::npos) distance = std::min<std::size_t>(distance, 1);
    if (distance <= std::max<std::size_t>(2, word.size() / 3)) found.emplace_back(distance, candidate);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, found.size()); ++i) out.push_back(found[i].second);
  return out;
}

Options read_options(int argc, const char* const* argv, const Console& console) {
  Options options;
  Typed typed;
  bool version = false;
  CLI::App app("", "renda");
  app.formatter(std::make_shared<WrittenHelp>(console.language));
  app.option_defaults()->always_capture_default(false);
  app.set_help_flag("-h,--help", "");
  app.add_flag("--version", version);
  app.add_option("--lang", typed.lang);
  app.fallthrough();  // --lang after the command as well
  app.require_subcommand(0, 1);
  add_extract(app, options, typed);
  add_compare(app, options);
  add_others(app, options, typed);
  std::string words;
  const auto split = split_words(argc, argv);
  try {
    auto reversed = split.options;
    std::reverse(reversed.begin(), reversed.end());
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    options.help = chosen(app, words)->help();
    return options;
  } catch (const CLI::ParseError& error) {
    fail_parse(app, error, console);
  }
  const auto* command = chosen(app, words);
  if (version) {
    options.command = CommandName::version;
    return options;
  }
  if (command == &app) fail_usage(console.say(message::kNoCommand), console.say(message::kSeeHelp, "renda"));
  options.command = command_name(words);
  options.paths.insert(options.paths.end(), split.names.begin(), split.names.end());
  check_names(options, words, console);
  read_values(options, typed, console);
  return options;
}

}  // namespace renda
