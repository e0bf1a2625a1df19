// Document: the way back from the matching copy to the source.
#include "renda/document.h"

#include <algorithm>

#include "text/utf.h"

namespace renda {

Location Document::locate(Span span) const {
  if (origin.empty()) return {};
  const std::uint32_t at = origin[std::min<std::size_t>(span.begin, origin.size() - 1)];
  const auto line = std::upper_bound(line_starts.begin(), line_starts.end(), at) - line_starts.begin();
  const std::uint32_t start = line_starts[static_cast<std::size_t>(line) - 1];
  const auto pairs = std::lower_bound(trails.begin(), trails.end(), at) - std::lower_bound(trails.begin(), trails.end(), start);
  return {.page = 0, .line = static_cast<std::uint32_t>(line), .column = at - start + 1 - static_cast<std::uint32_t>(pairs)};
}

std::string Document::quote(Span span) const {
  std::string out;
  append_quote(out, span);
  return out;
}

void Document::append_quote(std::string& out, Span span) const {
  const std::u16string_view characters = source.text;
  const auto end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(origin.size()));
  if (span.begin >= end) return;
  // Within a paragraph places rise: without a blank between, and as far apart as the ends, the characters stand together in the source too.
  unsigned blanks = 0;
  for (std::uint32_t i = span.begin; i < end; ++i) blanks |= static_cast<unsigned>(text[i] == u'\n') | static_cast<unsigned>(text[i] == u' ');
  if (blanks == 0 && origin[end - 1] - origin[span.begin] == end - 1 - span.begin) {
    append_utf8(out, characters.substr(origin[span.begin], end - span.begin));
    return;
  }
  for (std::uint32_t i = span.begin; i < end;) {
    if (text[i] == u'\n' || text[i] == u' ') {
      out.push_back(' ');
      ++i;
      continue;
    }
    std::uint32_t run = i + 1;  // characters that stand together in the source too
    while (run < end && origin[run] == origin[run - 1] + 1 && text[run] != u'\n' && text[run] != u' ') ++run;
    append_utf8(out, characters.substr(origin[i], run - i));
    i = run;
  }
}

}  // namespace renda
