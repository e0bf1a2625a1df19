// Messages as compilers write them: place, what is wrong, the line with a caret, a hint.
#include "renda/diagnostic.h"

#include <fmt/format.h>

#include "text/utf.h"

namespace renda {
namespace {

// The first `count` characters of a line: what stands before the caret.
std::string_view first_characters(std::string_view line, std::uint32_t count) {
  std::size_t i = 0;
  for (; count > 0 && i < line.size(); --count) {
    ++i;
    while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) ++i;
  }
  return line.substr(0, i);
}

const char* severity_word(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

}  // namespace

std::string format_diagnostic(const Diagnostic& d, bool chinese) {
  const auto& message = chinese && !d.message_zh.empty() ? d.message_zh : d.message;
  const auto& hint = chinese && !d.hint_zh.empty() ? d.hint_zh : d.hint;
  std::string out = d.file.empty() ? "renda" : escape_controls(d.file);
  if (d.line > 0) out += fmt::format(":{}", d.line);
  if (d.line > 0 && d.column > 0) out += fmt::format(":{}", d.column);
  out += fmt::format(": {}: {}", severity_word(d.severity), escape_controls(message));
  if (!d.line_text.empty()) {
    out += fmt::format("\n  {}", escape_controls(d.line_text));
    if (d.column > 0) {
      const auto before = escape_controls(first_characters(d.line_text, d.column - 1));
      out += fmt::format("\n  {}^", std::string(static_cast<std::size_t>(display_width(before)), ' '));
    }
  }
  if (!hint.empty()) out += fmt::format("\n  hint: {}", escape_controls(hint));
  return out;
}

Error::Error(Diagnostic diagnostic) : std::runtime_error(diagnostic.message), diagnostic_(std::move(diagnostic)) {}

Error::Error(const std::string& message) : Error([&] {
        Diagnostic d;
        d.message = message;
        return d;
      }()) {}

Error::Error(Diagnostic place, Wording message, Wording hint) : Error([&] {
        place.message = std::move(message.en);
        place.message_zh = std::move(message.zh);
        place.hint = std::move(hint.en);
        place.hint_zh = std::move(hint.zh);
        return std::move(place);
      }()) {}

}  // namespace renda
