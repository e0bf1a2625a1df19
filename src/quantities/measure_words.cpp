// Measure words: the longest match in a text.
#include <algorithm>

#include "renda/quantity.h"

namespace renda {

void MeasureWords::add(MeasureWord word) {
  if (word.word.empty() || index_.count(word.word) != 0) return;
  auto& longest = first_[word.word[0]];
  longest = std::max<std::uint8_t>(longest, static_cast<std::uint8_t>(word.word.size()));
  index_.emplace(word.word, static_cast<std::uint16_t>(words.size()));
  words.push_back(std::move(word));
}

std::pair<std::uint16_t, std::uint32_t> MeasureWords::find(std::u16string_view text, std::size_t at) const {
  if (at >= text.size()) return {0, 0};
  std::u16string key;
  for (std::size_t length = std::min<std::size_t>(first_[text[at]], text.size() - at); length > 0; --length) {
    key.assign(text.substr(at, length));
    if (const auto it = index_.find(key); it != index_.end()) return {it->second, static_cast<std::uint32_t>(length)};
  }
  return {0, 0};
}

}  // namespace renda
