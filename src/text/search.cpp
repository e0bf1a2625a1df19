#include "text/search.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::size_t kBlock = 16;

// A word by its first and last character, as far apart as they are in it: few places have both, and only those are compared with all of it.
struct Sought {
  std::u16string_view word;
  std::size_t apart = word.size() - 1;
  char16_t first = word[0], last = word[apart];

  bool may_be_at(const char16_t* place) const { return (place[0] == first) & (place[apart] == last); }
  bool is_at(const char16_t* place) const { return std::u16string_view(place, word.size()) == word; }
};

}  // namespace

std::size_t find_word(std::u16string_view text, std::u16string_view word, std::size_t at) {
  if (word.size() < 2) return word.empty() ? (at <= text.size() ? at : std::u16string_view::npos) : find_character(text, word[0], at);
  if (text.size() < word.size()) return std::u16string_view::npos;
  const Sought sought{word};
  const std::size_t end = text.size() - sought.apart;
  const char16_t* const units = text.data();
  if (at < end && end - at < kBlock) {
    for (; at < end; ++at)
      if (sought.may_be_at(units + at) && sought.is_at(units + at)) return at;
    return std::u16string_view::npos;
  }
  for (; at < end; at += kBlock) {
    at = std::min(at, end - kBlock);  // the last block begins inside the one before
    std::size_t found = at;
    const char16_t* const block = units + at;
    if (visit_block<kBlock>([&](std::size_t i) { return sought.may_be_at(block + i); }, [&](std::size_t i) { return found = at + i, sought.is_at(block + i); })) return found;
  }
  return std::u16string_view::npos;
}

}  // namespace renda
