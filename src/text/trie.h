// Finds the words of a dictionary in a text: every word at every place.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// An immutable trie over UTF-16 units. Word ids are indices into the list it was built from.
class Trie {
 public:
  Trie() = default;
  /// `words`: distinct, not empty. Throws std::length_error beyond 2^24 characters.
  explicit Trie(const std::vector<std::u16string>& words);

  /// Calls hit(word id, length) for each word that starts at `at`, shortest first.
  template <typename Hit>
  void find(std::u16string_view text, std::size_t at, Hit&& hit) const {
    if (root_ids_.empty()) return;
    const Root& root = roots_[root_ids_[text[at]]];
    if (root.word >= 0) hit(static_cast<std::uint32_t>(root.word), 1u);
    std::size_t i = at + 1;
    // Most second characters go on with no word: a filter of 64 bits says so without a look at the table.
    if (i >= text.size() || ((root.seconds >> (text[i] & 63u)) & 1u) == 0) return;
    for (std::uint32_t node = child(root.node, text[i]); node != 0;) {
      const Node& here = nodes_[node];
      ++i;
      if (here.word >= 0) hit(static_cast<std::uint32_t>(here.word), static_cast<std::uint32_t>(i - at));
      if (i >= text.size() || here.only == kNone) return;
      node = here.only == kMany ? child(node, text[i]) : here.only == text[i] ? here.next : 0;
    }
  }

 private:
  static constexpr char16_t kNone = 0xFFFF, kMany = 0xFFFE;  // noncharacters: no word holds them
  struct Root {
    std::uint64_t seconds = 0;  // bit c & 63 for every second character c
    std::uint32_t node = 0;
    std::int32_t word = -1;
  };
  // Most nodes have one child: it lies in the node itself.
  struct Node {
    std::int32_t word = -1;
    std::uint32_t next = 0;
    char16_t only = kNone;
  };

  // The edges of roots and of nodes with several children lie in one open hash table: a step costs one probe, whatever the fan-out. An edge is node
  // (24 bits), unit (16), child (24) in one word, so that the table stays in the cache; 0 is a free slot.
  static constexpr std::uint32_t kMostNodes = 1u << 24;
  static std::uint64_t key(std::uint32_t node, char16_t unit) { return static_cast<std::uint64_t>(node) << 16 | unit; }
  static std::uint32_t hash(std::uint32_t node, char16_t unit) { return (node * 0x9E3779B1u) ^ (unit * 0x85EBCA6Bu); }
  std::uint32_t child(std::uint32_t node, char16_t unit) const {
    for (std::uint32_t slot = (hash(node, unit) >> shift_);; slot = (slot + 1) & mask_) {
      const std::uint64_t edge = edges_[slot];
      if (edge == 0) return 0;
      if (edge >> 24 == key(node, unit)) return static_cast<std::uint32_t>(edge & (kMostNodes - 1));
    }
  }
  void add_edge(std::uint32_t node, char16_t unit, std::uint32_t child);
  std::uint32_t new_node();

  std::vector<std::uint16_t> root_ids_;  // per unit: index into roots_, 0 = starts no word
  std::vector<Root> roots_;
  std::vector<Node> nodes_;
  std::vector<std::uint64_t> edges_;
  std::uint32_t mask_ = 0, shift_ = 31;
};

}  // namespace renda
