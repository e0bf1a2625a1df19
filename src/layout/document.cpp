// Document: the way back from the matching copy to the source.
#include "renda/document.h"

#include <algorithm>
#include <limits>

#include "text/utf.h"

namespace renda {

Origins::Place Origins::find(std::uint32_t at) const {
  const auto next = std::upper_bound(runs_.begin(), runs_.end(), at, [](std::uint32_t place, const Run& run) { return place < run.begin; });
  const Run& run = *(next - 1);
  return {run.source + (at - run.begin), next == runs_.end() ? std::numeric_limits<std::uint32_t>::max() : next->begin};
}

Location Document::locate(Span span) const {
  if (text.empty() || origin.empty()) return {};
  const std::uint32_t at = origin.find(std::min(span.begin, static_cast<std::uint32_t>(text.size()) - 1)).source;
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
  if (origin.empty()) return;
  const std::u16string_view characters = source.text;
  const auto end = std::min(span.end, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t i = span.begin; i < end;) {
    const Origins::Place place = origin.find(i);
    const std::uint32_t stop = std::min(place.run_end, end);
    if (text[i] == u'\n' || text[i] == u' ') out.push_back(' ');
    else append_utf8(out, characters.substr(place.source, stop - i));
    i = stop;
  }
}

}  // namespace renda
