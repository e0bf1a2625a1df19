// How the program speaks: language, colour, messages on stderr.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "renda/diagnostic.h"

namespace renda {

enum class Language { en, zh };

/// One text in both languages; a format string of fmt where it has arguments. All of them stand in messages.h.
struct Message {
  std::string_view en, zh;
  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

struct Console {
  Language language = Language::en;
  bool errors_on_terminal = false;  ///< stderr: progress
  bool output_on_terminal = false;  ///< stdout
  int width = 80;                   ///< columns of the terminal; COLUMNS, or 80, where stdout is none
  bool colour = false;              ///< stdout is a terminal that takes colour (NO_COLOR, TERM=dumb honoured)

  template <typename... Args>
  std::string say(const Message& message, const Args&... args) const {
    return fmt::format(fmt::runtime(message.in(language)), args...);
  }
  /// Writes to stderr, removing a progress line first. Failures are ignored: there is nowhere left to report them.
  void error_line(std::string_view text);
  void report(const Diagnostic& diagnostic) { error_line(format_diagnostic(diagnostic, language == Language::zh)); }
  /// Shows `text` in place of the last progress line; nothing where stderr is no terminal.
  void progress(std::string_view text);

 private:
  bool progress_shown_ = false;
};

/// `--lang` if given, else LC_ALL, LC_MESSAGES, LANG; the first that is set decides.
Language language_of(int argc, const char* const* argv);
Console open_console(Language language);

}  // namespace renda
