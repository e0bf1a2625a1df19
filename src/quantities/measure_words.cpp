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
  if (std::any_of(alike.begin(), alike.end(), [&](const Entry& e) { return words[e.index].word == word.word; })) return;
  const auto place = std::find_if(alike.begin(), alike.end(), [&](const Entry& e) { return e.length < word.word.size(); });
  alike.insert(place, {static_cast<std::uint16_t>(words.size()), static_cast<std::uint16_t>(word.word.size()), word.word.size() > 1 ? word.word[1] : u'\0'});
  words.push_back(std::move(word));
}

std::pair<std::uint16_t, std::uint32_t> MeasureWords::find_in(const Group& group, std::u16string_view text, std::size_t at) const {
  const char16_t second = at + 1 < text.size() ? text[at + 1] : u'\0';
  for (const Entry& entry : group) {
    if (entry.length == 1) return {entry.index, 1};  // its one character is that of the group
    if (entry.second == second && (entry.length == 2 || text.compare(at, entry.length, words[entry.index].word) == 0)) return {entry.index, entry.length};
  }
  return {};
}

}  // namespace renda
