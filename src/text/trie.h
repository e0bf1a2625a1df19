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
    std::uint32_t node = roots_.empty() ? 0 : roots_[text[at]];
    for (std::size_t i = at + 1; node != 0; ++i) {
      const std::int32_t word = words_[node];
      if (word >= 0) hit(static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(i - at));
      if (i >= text.size()) return;
      node = child(node, text[i]);
    }
  }

 private:
  // All edges lie in one open hash table: a step costs one probe, whatever the fan-out. An edge is node (24 bits), unit (16), child (24) in one word,
  // so that the table stays in the cache; 0 is a free slot.
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

  std::vector<std::uint32_t> roots_;  // node after the first unit, 0 = none
  std::vector<std::int32_t> words_;   // per node: the word that ends there, -1 = none
  std::vector<std::uint64_t> edges_;
  std::uint32_t mask_ = 0, shift_ = 31;
};

}  // namespace renda
