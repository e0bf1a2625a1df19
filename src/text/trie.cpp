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
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u16string& word = words[w];
    if (nodes_.size() + word.size() >= kMostNodes) throw std::length_error("too many words");
    starts_[word[0]] |= word.size() == 1 ? TrieArrays::kIsWord : TrieArrays::kBegins;
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
  nodes_[0].only = TrieArrays::kMany;
  const auto in_table = [&](std::uint64_t key) { return nodes_[key >> 16].only == TrieArrays::kMany; };
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
