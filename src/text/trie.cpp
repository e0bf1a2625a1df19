#include "text/trie.h"

#include <algorithm>
#include <bit>
#include <map>
#include <stdexcept>

namespace renda {
namespace {

constexpr std::size_t kMostNodes = 1u << 24;

std::uint32_t shift_of(std::size_t slots) { return 32u - static_cast<std::uint32_t>(std::countr_zero(slots)); }

}  // namespace

Trie::Trie(const TrieArrays& arrays) : a_(arrays), mask_(static_cast<std::uint32_t>(arrays.edges.size()) - 1), shift_(shift_of(arrays.edges.size())) {}

TrieBuilder::TrieBuilder(const std::vector<std::u16string>& words) : starts_(65536), pairs_(TrieArrays::kPairBits / 64), nodes_{{-1, 0, TrieArrays::kNone}} {
  std::map<std::uint64_t, std::uint32_t> children;  // by Trie::key
  for (const auto& word : words) {  // the children of the root first: their numbers are small
    const auto [edge, added] = children.emplace(Trie::key(0, word[0]), static_cast<std::uint32_t>(nodes_.size()));
    if (!added) continue;
    if (nodes_.size() > 65535) throw std::length_error("too many first characters");
    starts_[word[0]] = static_cast<std::uint16_t>(edge->second);
    nodes_.push_back({-1, 0, TrieArrays::kNone});
  }
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u16string& word = words[w];
    if (nodes_.size() + word.size() >= kMostNodes) throw std::length_error("too many words");
    if (word.size() > 1) {
      const std::uint32_t bit = Trie::pair_bit(word[0], word[1]);
      pairs_[bit >> 6] |= std::uint64_t{1} << (bit & 63u);
    }
    std::uint32_t node = 0;
    for (char16_t unit : word) {
      const auto [edge, added] = children.emplace(Trie::key(node, unit), static_cast<std::uint32_t>(nodes_.size()));
      if (added) {
        nodes_[node].only = nodes_[node].only == TrieArrays::kNone ? unit : TrieArrays::kMany;
        nodes_[node].next = edge->second;
        nodes_.push_back({-1, 0, TrieArrays::kNone});
      }
      node = edge->second;
    }
    nodes_[node].word = static_cast<std::int32_t>(w);
  }
  const auto in_table = [&](std::uint64_t key) { return key >> 16 != 0 && nodes_[key >> 16].only == TrieArrays::kMany; };
  const auto wanted = static_cast<std::size_t>(std::count_if(children.begin(), children.end(), [&](const auto& edge) { return in_table(edge.first); }));
  edges_.resize(std::bit_ceil(std::max<std::size_t>(wanted * 3 / 2, 16)));
  const std::uint32_t shift = shift_of(edges_.size()), mask = static_cast<std::uint32_t>(edges_.size()) - 1;
  for (const auto& [key, child] : children) {
    if (!in_table(key)) continue;
    std::uint32_t slot = Trie::hash(static_cast<std::uint32_t>(key >> 16), static_cast<char16_t>(key & 0xFFFFu)) >> shift;
    while (edges_[slot] != 0) slot = (slot + 1) & mask;
    edges_[slot] = key << 24 | child;
  }
}

}  // namespace renda
