#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace renda {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

// What the terminal says, else COLUMNS, else 80.
int terminal_width() {
  struct winsize size {};
  int width = 0;
  if (::ioctl(1, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0 && is_set("COLUMNS")) width = std::atoi(std::getenv("COLUMNS"));
  return width > 0 ? std::clamp(width, 20, 10000) : 80;
}

}  // namespace

void Console::error_line(std::string_view text) {
  std::string line = progress_shown_ ? "\r\x1b[K" : "";
  progress_shown_ = false;
  line.append(text).push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::progress(std::string_view text) {
  if (!errors_on_terminal) return;
  std::string line = "\r";
  line.append(text).append("\x1b[K");
  std::fwrite(line.data(), 1, line.size(), stderr);
  progress_shown_ = true;
}

Language language_of(int argc, const char* const* argv) {
  const auto from = [](std::string_view name) { return name.starts_with("zh") ? Language::zh : Language::en; };
  for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("--lang=")) return from(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return from(argv[i + 1]);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (is_set(name)) return from(std::getenv(name));
  return Language::en;
}

Console open_console(Language language) {
  Console console;
  console.language = language;
  const bool dumb = is_set("TERM") && std::strcmp(std::getenv("TERM"), "dumb") == 0;
  console.errors_on_terminal = ::isatty(2) != 0 && !dumb;
  console.output_on_terminal = ::isatty(1) != 0;
  console.width = terminal_width();
  console.colour = ::isatty(1) != 0 && !is_set("NO_COLOR") && !dumb;
  return console;
}

}  // namespace renda
