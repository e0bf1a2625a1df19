#include "text/trie.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace renda {
namespace {

constexpr std::size_t kMostNodes = 1u << 24;

using Children = std::map<std::uint64_t, std::uint32_t>;  // by Trie::key

// Two slots for each edge at least.
std::vector<std::uint64_t> hash_table(const Children& children) {
  std::vector<std::uint64_t> table(std::bit_ceil(std::max<std::size_t>(children.size() * 2, 16)));
  const std::uint32_t shift = Trie::shift_of(table.size()), mask = static_cast<std::uint32_t>(table.size()) - 1;
  for (const auto& [key, child] : children) {
    std::uint32_t slot = Trie::hash(static_cast<std::uint32_t>(key >> 16), static_cast<char16_t>(key & 0xFFFFu)) >> shift;
    while (table[slot] != 0) slot = (slot + 1) & mask;
    table[slot] = key << 24 | child;
  }
  return table;
}

void set(std::vector<std::uint64_t>& bits, std::uint32_t bit) { bits[bit >> 6] |= std::uint64_t{1} << (bit & 63u); }

}  // namespace

TrieBuilder::TrieBuilder(const std::vector<std::u16string>& words) : singles_(65536 / 64), pairs_(TrieArrays::kPairBits / 64), nodes_{{-1, 0, TrieArrays::kNone}} {
  add_short_words(words);
  add_nodes(words);
}

void TrieBuilder::add_short_words(const std::vector<std::u16string>& words) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u16string& word = words[w];
    if (word.size() > 1) {
      set(pairs_, Trie::pair_bit(word[0], word[1]));
      continue;
    }
    set(singles_, word[0]);
    if (single_words_.size() <= word[0]) single_words_.resize(word[0] + 1u);
    single_words_[word[0]] = static_cast<std::uint32_t>(w);
  }
}

// Level by level: first the nodes of all beginnings of two units, then of three, and so on.
void TrieBuilder::add_nodes(const std::vector<std::u16string>& words) {
  Children roots, children;
  std::vector<std::uint32_t> reached(words.size());  // the node of the word's beginning so far
  bool longer = true;
  for (std::size_t length = 2; longer; ++length) {
    longer = false;
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::u16string& word = words[w];
      if (word.size() < length) continue;
      if (nodes_.size() >= kMostNodes) throw std::length_error("too many words");
      const char16_t unit = word[length - 1];
      const std::uint32_t parent = length == 2 ? word[0] : reached[w], node = static_cast<std::uint32_t>(nodes_.size());
      const auto [edge, added] = (length == 2 ? roots : children).emplace(Trie::key(parent, unit), node);
      if (added) nodes_.push_back({-1, 0, TrieArrays::kNone});
      if (added && length > 2) {
        nodes_[parent].only = nodes_[parent].only == TrieArrays::kNone ? unit : TrieArrays::kMany;
        nodes_[parent].next = node;
      }
      reached[w] = edge->second;
      if (word.size() == length) nodes_[reached[w]].word = static_cast<std::int32_t>(w);
      longer = longer || word.size() > length;
    }
  }
  std::erase_if(children, [&](const auto& edge) { return nodes_[edge.first >> 16].only != TrieArrays::kMany; });
  roots_ = hash_table(roots);
  edges_ = hash_table(children);
}

}  // namespace renda
