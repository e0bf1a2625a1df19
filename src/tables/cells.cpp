#include "tables/cells.h"

#include <algorithm>

#include "text/utf.h"

namespace renda {
namespace {

bool is_trail(char16_t c) { return (c & 0xFC00) == 0xDC00; }

}  // namespace

std::string file_cell(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  return plain ? name : escape_controls(name);
}

void write_place(RowWriter& rows, const Document& document, Span span) {
  const auto place = document.locate(span);
  rows.integer(place.page);
  rows.integer(place.line);
  rows.integer(place.column);
}

void append_quote_around(std::string& out, const Document& document, Span sentence, Span mention) {
  if (sentence.size() <= kSentenceLimit) return document.append_quote(out, sentence);
  // Two places are kept for the marks; what the mention leaves is shared by both sides, a side that needs less gives the rest
  // away.
  constexpr auto room = kSentenceLimit - 2;
  const auto begin = std::clamp(mention.begin, sentence.begin, sentence.end);
  const auto size = std::min(std::max(mention.end, begin) - begin, std::min(room, sentence.end - begin));
  const auto before = begin - sentence.begin, after = sentence.end - begin - size, spare = room - size;
  auto left = std::min(before, spare / 2);
  const auto right = std::min(after, spare - left);
  left = std::min(before, spare - right);
  Span cut{begin - left, begin + size + right};
  const auto splits = [&](std::uint32_t at) { return at < document.text.size() && is_trail(document.text[at]); };
  if (splits(cut.begin)) ++cut.begin;
  if (splits(cut.end)) --cut.end;
  if (cut.begin > sentence.begin) out += "…";
  document.append_quote(out, cut);
  if (cut.end < sentence.end) out += "…";
}

std::string quote_around(const Document& document, Span sentence, Span mention) {
  std::string out;
  append_quote_around(out, document, sentence, mention);
  return out;
}

std::span<const Match> Matches::of(std::uint32_t index) {
  std::size_t first = 0;
  while (first < rest_.size() && rest_[first].quantity < index) ++first;
  std::size_t end = first;
  while (end < rest_.size() && rest_[end].quantity == index) ++end;
  const auto found = rest_.subspan(first, end - first);
  rest_ = rest_.subspan(end);
  return found;
}

Outcome ledger_class(std::span<const Match> matches) {
  if (matches.empty()) return Outcome::unmatched;
  if (matches.size() == 1) return matches.front().outcome;
  const auto has = [&](Outcome outcome) {
    return std::any_of(matches.begin(), matches.end(), [outcome](const Match& m) { return m.outcome == outcome; });
  };
  if (has(Outcome::observed)) return Outcome::observed;
  if (has(Outcome::planned)) return Outcome::planned;
  return matches.front().outcome;
}

}  // namespace renda
