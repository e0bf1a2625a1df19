#include "patterns/dictionary.h"

#include <algorithm>

namespace renda {
namespace {

// Lists per word as one list; `begin` of each entry is the place where its own begins.
template <typename Use>
void flatten(const std::vector<std::vector<Use>>& lists, std::vector<Use>& all, std::vector<WordEntry>& entries, std::uint32_t WordEntry::* begin) {
  for (std::size_t word = 0; word < lists.size(); ++word) {
    entries[word].*begin = static_cast<std::uint32_t>(all.size());
    all.insert(all.end(), lists[word].begin(), lists[word].end());
  }
  entries.back().*begin = static_cast<std::uint32_t>(all.size());
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

Dictionary DictionaryBuilder::finish() {
  trie_.emplace(words_);
  for (auto& uses : cues_) std::stable_partition(uses.begin(), uses.end(), [](const CueUse& use) { return use.head == 0; });
  entries_.resize(words_.size() + 1);
  for (std::size_t word = 0; word < words_.size(); ++word) entries_[word].head = heads_[word], entries_[word].roles = roles_[word];
  for (std::size_t word = 0; word < words_.size(); ++word) {
    if (cues_[word].empty()) continue;
    entries_[word].roles |= static_cast<std::uint16_t>(Role::cues);
    cues_[word].push_back(kNoCue);
  }
  flatten(nouns_, all_nouns_, entries_, &WordEntry::noun);
  flatten(cues_, all_cues_, entries_, &WordEntry::cue);
  flatten(triggers_, all_triggers_, entries_, &WordEntry::trigger);
  Dictionary d;
  d.trie_arrays = trie_->arrays();
  d.trie = Trie(d.trie_arrays);
  d.words = entries_, d.head_count = head_count_;
  d.all_nouns = all_nouns_, d.all_cues = all_cues_, d.all_triggers = all_triggers_;
  return d;
}

}  // namespace renda
