#include "text/search.h"

#include <algorithm>

namespace renda {

// Few places have both the first and the last character of a word at the right distance.
std::size_t find_word(std::u16string_view text, std::u16string_view word, std::size_t at) {
  constexpr std::size_t kBlock = 32;
  if (word.size() < 2) return word.empty() ? (at <= text.size() ? at : std::u16string_view::npos) : find_character(text, word[0], at);
  if (text.size() < word.size()) return std::u16string_view::npos;
  const std::size_t last = word.size() - 1, end = text.size() - last;
  const char16_t* const front = text.data();
  const char16_t* const back = text.data() + last;
  while (at < end) {
    if (at + kBlock <= end) {
      std::uint16_t any = 0;
      for (std::size_t i = at; i < at + kBlock; ++i) any = static_cast<std::uint16_t>(any | (front[i] == word[0] && back[i] == word[last] ? 0xFFFFu : 0u));
      if (any == 0) {
        at += kBlock;
        continue;
      }
    }
    for (const std::size_t stop = std::min(at + kBlock, end); at < stop; ++at)
      if (text[at] == word[0] && text.compare(at, word.size(), word) == 0) return at;
  }
  return std::u16string_view::npos;
}

}  // namespace renda
