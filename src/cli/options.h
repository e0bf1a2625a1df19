// The command line, read into plain structs. Outside face: read_options().
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"

namespace renda {

enum class CommandName { help, version, extract, compare, explain, patterns_list, patterns_check, number, divisions_find, doctor };

/// What the options say; each command reads those it knows.
struct Options {
  CommandName command = CommandName::help;
  std::string help;  ///< for CommandName::help: the text

  std::vector<std::string> paths;  ///< PATH..., TEXT..., NAME..., FILE, DIR
  std::string files_from;
  bool nul_separated = false;
  std::string output;
  std::string format;  ///< as typed; empty = not given
  std::vector<std::string> indicators;
  std::vector<std::string> scopes;
  std::string headers = "en";
  bool excel = false, no_bom = false;
  std::string encoding;
  std::uint64_t max_size = 64u << 20;
  std::string patterns;  ///< --patterns DIR
  std::string manifest;  ///< --manifest FILE
  bool any_kind = false, fail_if_empty = false;
  unsigned jobs = 0;
  std::optional<std::uint64_t> number;  ///< explain --number
  // compare
  std::string by, conflicts = "primary";
  std::vector<std::string> statistics;
  bool annualise = false, change = false, rank = false, median = false, long_form = false;
  int year = 0;                         ///< divisions find --year, 0 = any
};

/// Throws Error (exit status 2), with a hint where there is one.
Options read_options(int argc, const char* const* argv, const Console& console);

/// Those of `known` that are nearest to `word`, nearest first, at most three; none where nothing is near.
std::vector<std::string> nearest(const std::string& word, const std::vector<std::string>& known);

/// An Error with this message and hint and no place.
[[noreturn]] void fail_usage(std::string message, std::string hint = {});

}  // namespace renda
