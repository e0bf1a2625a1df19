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
  const auto end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(origin.size()));
  if (span.begin >= end) return;
  thread_local std::u16string shown;  // kept from quotation to quotation
  shown.resize(end - span.begin);
  const std::u16string_view copy = view({span.begin, end}), printed = source.text;
  const std::uint32_t* places = origin.data() + span.begin;
  std::transform(copy.begin(), copy.end(), places, shown.begin(), [&](char16_t c, std::uint32_t place) { return c == u'\n' || c == u' ' ? u' ' : printed[place]; });
  append_utf8(out, shown);
}

}  // namespace renda
