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
  std::u16string piece;
  for (std::uint32_t i = span.begin; i < span.end && i < origin.size(); ++i) {
    if (text[i] == u'\n' || text[i] == u' ')
      piece.push_back(u' ');
    else
      piece.push_back(source.text[origin[i]]);
  }
  append_utf8(out, piece);
  return out;
}

}  // namespace renda
