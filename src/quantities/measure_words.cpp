// Measure words: the longest match in a text.
#include <algorithm>

#include "renda/quantity.h"

namespace renda {

void MeasureWords::add(MeasureWord word) {
  if (word.word.empty()) return;
  std::uint16_t& group = group_[word.word[0]];
  if (group == 0) {
    by_first_.emplace_back();
    group = static_cast<std::uint16_t>(by_first_.size());
  }
  auto& alike = by_first_[group - 1u];
  if (std::any_of(alike.begin(), alike.end(), [&](std::uint16_t i) { return words[i].word == word.word; })) return;
  const auto place = std::find_if(alike.begin(), alike.end(), [&](std::uint16_t i) { return words[i].word.size() < word.word.size(); });
  alike.insert(place, static_cast<std::uint16_t>(words.size()));
  words.push_back(std::move(word));
}

std::pair<std::uint16_t, std::uint32_t> MeasureWords::find(std::u16string_view text, std::size_t at) const {
  if (at >= text.size() || group_[text[at]] == 0) return {0, 0};
  for (const std::uint16_t i : by_first_[group_[text[at]] - 1u]) {
    const std::u16string& word = words[i].word;
    if (word.size() == 1) return {i, 1};  // its one character is that of the group
    if (text[std::min(at + 1, text.size() - 1)] == word[1] && text.compare(at, word.size(), word) == 0) return {i, static_cast<std::uint32_t>(word.size())};
  }
  return {0, 0};
}

}  // namespace renda
