#include "patterns/trie.h"

#include <algorithm>
#include <numeric>

namespace renda {

// Words in sorted order share prefixes with their neighbours; ranges of one prefix become nodes, breadth first, so that the edges of a
// node lie side by side.
Trie::Trie(const std::vector<std::u16string>& words) {
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return words[a] < words[b]; });

  struct Range {
    std::size_t first, last, depth;
    std::uint32_t node;
  };
  std::vector<Range> queue{{0, order.size(), 0, 0}};
  for (std::size_t q = 0; q < queue.size(); ++q) {
    const Range range = queue[q];
    std::size_t i = range.first;
    if (range.depth > 0 && i < range.last && words[order[i]].size() == range.depth) {
      nodes_[range.node].word = static_cast<std::int32_t>(order[i]);
      ++i;
    }
    if (range.depth > 0) nodes_[range.node].first_edge = static_cast<std::uint32_t>(edges_.size());
    while (i < range.last) {
      const char16_t unit = words[order[i]][range.depth];
      std::size_t end = i;
      while (end < range.last && words[order[end]][range.depth] == unit) ++end;
      const auto node = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back({});
      if (range.depth == 0) {
        roots_[unit] = node;
      } else {
        edges_.push_back({unit, node});
        ++nodes_[range.node].edges;
      }
      queue.push_back({i, end, range.depth + 1, node});
      i = end;
    }
  }
}

}  // namespace renda
