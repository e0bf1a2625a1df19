#include "patterns/dictionary.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace renda {
namespace {

// Adds a list to all of them; `begin` is the place where its own begins.
template <typename Use>
void append(const std::vector<Use>& list, std::vector<Use>& all, std::uint32_t& begin) {
  begin = static_cast<std::uint32_t>(all.size());
  all.insert(all.end(), list.begin(), list.end());
}

}  // namespace

std::uint32_t DictionaryBuilder::word_id(const std::u16string& word) {
  const auto [it, added] = ids_.emplace(word, size());
  if (!added) return it->second;
  words_.push_back(word);
  nouns_.emplace_back();
  masks_.push_back(0);
  cues_.emplace_back();
  triggers_.emplace_back();
  roles_.push_back(0);
  heads_.push_back(0);
  return it->second;
}

std::uint16_t DictionaryBuilder::head_id(std::uint32_t word) {
  if (heads_[word] == 0) heads_[word] = ++head_count_;
  return heads_[word];
}

void DictionaryBuilder::drop_cue(CueSet set) {
  for (auto& uses : cues_) std::erase_if(uses, [set](const CueUse& use) { return use.set == set; });
}

// One entry for all words that are used alike: the number of each word's.
std::vector<std::uint32_t> DictionaryBuilder::merge_alike() {
  using Uses = std::tuple<std::uint16_t, std::uint16_t, std::vector<NounUse>, std::vector<CueUse>, std::vector<std::uint16_t>>;
  std::map<Uses, std::uint32_t> known;
  std::vector<std::uint32_t> numbers;
  for (std::size_t word = 0; word < words_.size(); ++word) {
    const auto next = static_cast<std::uint32_t>(entries_.size());
    const auto [it, added] = known.emplace(Uses{heads_[word], roles_[word], nouns_[word], cues_[word], triggers_[word]}, next);
    numbers.push_back(it->second);
    if (!added) continue;
    traits_.push_back({heads_[word], roles_[word]});
    WordUses& entry = entries_.emplace_back();
    append(nouns_[word], all_nouns_, entry.noun);
    append(cues_[word], all_cues_, entry.cue);
    append(triggers_[word], all_triggers_, entry.trigger);
  }
  WordUses& end = entries_.emplace_back();
  append({}, all_nouns_, end.noun), append({}, all_cues_, end.cue), append({}, all_triggers_, end.trigger);
  return numbers;
}

Dictionary DictionaryBuilder::finish() {
  for (std::size_t word = 0; word < words_.size(); ++word) {
    auto& uses = cues_[word];
    if (uses.empty()) continue;
    const auto headed = std::stable_partition(uses.begin(), uses.end(), [](const CueUse& use) { return use.head == 0; });
    const auto loose = static_cast<std::uint32_t>(headed - uses.begin());
    uses.insert(headed, (kCueStep - loose % kCueStep) % kCueStep, uses.front());
    uses.push_back(kNoCue);
    roles_[word] |= static_cast<std::uint16_t>(Role::cues);
  }
  trie_.emplace(words_, merge_alike());
  Dictionary d;
  d.trie_arrays = trie_->arrays();
  d.trie = Trie(d.trie_arrays);
  d.traits = traits_, d.words = entries_, d.head_count = head_count_;
  d.all_nouns = all_nouns_, d.all_cues = all_cues_, d.all_triggers = all_triggers_;
  return d;
}

}  // namespace renda
