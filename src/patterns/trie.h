// Finds the words of a dictionary in a text: every word at every place.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// An immutable trie over UTF-16 units. Word ids are indices into the list it was built from.
class Trie {
 public:
  Trie() = default;
  /// `words`: distinct, not empty.
  explicit Trie(const std::vector<std::u16string>& words);

  /// Calls hit(word id, length) for each word that starts at `at`, shortest first.
  template <typename Hit>
  void find(std::u16string_view text, std::size_t at, Hit&& hit) const {
    std::uint32_t node = roots_[text[at]];
    for (std::size_t i = at + 1; node != 0; ++i) {
      if (nodes_[node].word >= 0) hit(static_cast<std::uint32_t>(nodes_[node].word), static_cast<std::uint32_t>(i - at));
      if (i >= text.size()) return;
      node = child(node, text[i]);
    }
  }

 private:
  struct Node {
    std::uint32_t first_edge = 0, edges = 0;
    std::int32_t word = -1;
  };
  struct Edge {
    char16_t unit;
    std::uint32_t node;
  };
  std::uint32_t child(std::uint32_t node, char16_t unit) const {
    const Edge* edge = edges_.data() + nodes_[node].first_edge;
    for (std::uint32_t n = nodes_[node].edges; n > 0; --n, ++edge)
      if (edge->unit == unit) return edge->node;
    return 0;
  }

  std::vector<std::uint32_t> roots_ = std::vector<std::uint32_t>(65536);
  std::vector<Node> nodes_ = std::vector<Node>(1);  // node 0 is "none"
  std::vector<Edge> edges_;
};

}  // namespace renda
