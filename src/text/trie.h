// Finds the words of a dictionary in a text: every word at every place.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// The arrays of a trie, owned elsewhere: built while running (TrieBuilder) or compiled into the program. Most places of a text begin no word,
/// and a look at two small tables says so: what a unit can begin, and a filter over pairs of units.
struct TrieArrays {
  // Most nodes have one child: it lies in the node itself.
  struct Node {
    std::int32_t word;   ///< -1 = none ends here
    std::uint32_t next;  ///< the only child
    std::uint32_t only;  ///< its unit; kNone without children, kMany where the table of edges has them
  };
  static constexpr std::uint32_t kNone = 0xFFFF, kMany = 0xFFFE;  // noncharacters: no word holds them
  static constexpr std::uint32_t kPairBits = 1u << 18;

  std::span<const std::uint16_t> starts;  ///< per unit: the node it leads to from the root, 0 = it begins no word
  std::span<const std::uint64_t> pairs;   ///< kPairBits bits, one for each pair of units that begins a word (hashed)
  std::span<const Node> nodes;            ///< [0] is the root, whose children come next
  std::span<const std::uint64_t> edges;   ///< open hash table of node (24 bits), unit (16), child (24); 0 is a free slot; a power of two long
};

/// An immutable trie over UTF-16 units. Word ids are indices into the list it was built from. The arrays outlive it.
class Trie {
 public:
  Trie() = default;
  explicit Trie(const TrieArrays& arrays);

  /// Calls hit(word id, length) for each word that starts at `at`, shortest first.
  template <typename Hit>
  void find(std::u16string_view text, std::size_t at, Hit&& hit) const {
    std::uint32_t node = a_.starts[text[at]];
    if (node == 0) return;
    if (const auto word = a_.nodes[node].word; word >= 0) hit(static_cast<std::uint32_t>(word), 1u);
    std::size_t i = at + 1;
    if (i >= text.size() || !may_begin(text[at], text[i])) return;
    while (true) {
      const TrieArrays::Node& here = a_.nodes[node];
      if (i >= text.size() || here.only == TrieArrays::kNone) return;
      node = here.only == TrieArrays::kMany ? child(node, text[i]) : here.only == text[i] ? here.next : 0;
      if (node == 0) return;
      ++i;
      if (const auto word = a_.nodes[node].word; word >= 0) hit(static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(i - at));
    }
  }

  static constexpr std::uint64_t key(std::uint32_t node, char16_t unit) { return static_cast<std::uint64_t>(node) << 16 | unit; }
  static constexpr std::uint32_t hash(std::uint32_t node, char16_t unit) { return (node * 0x9E3779B1u) ^ (unit * 0x85EBCA6Bu); }
  static constexpr std::uint32_t pair_bit(char16_t first, char16_t second) {
    return ((static_cast<std::uint32_t>(first) << 16 | second) * 0x9E3779B1u) >> 14;
  }

 private:
  bool may_begin(char16_t first, char16_t second) const {
    const std::uint32_t bit = pair_bit(first, second);
    return ((a_.pairs[bit >> 6] >> (bit & 63u)) & 1u) != 0;
  }
  std::uint32_t child(std::uint32_t node, char16_t unit) const {
    for (std::uint32_t slot = hash(node, unit) >> shift_;; slot = (slot + 1) & mask_) {
      const std::uint64_t edge = a_.edges[slot];
      if (edge == 0) return 0;
      if (edge >> 24 == key(node, unit)) return static_cast<std::uint32_t>(edge & 0xFFFFFFu);
    }
  }

  TrieArrays a_;
  std::uint32_t mask_ = 0, shift_ = 31;
};

/// Builds and owns the arrays of a trie.
class TrieBuilder {
 public:
  /// `words`: distinct, not empty, of units below U+FFFE. Throws std::length_error beyond 2^24 characters and 65,535 first units.
  explicit TrieBuilder(const std::vector<std::u16string>& words);
  TrieArrays arrays() const { return {starts_, pairs_, nodes_, edges_}; }

 private:
  std::vector<std::uint16_t> starts_;
  std::vector<std::uint64_t> pairs_;
  std::vector<TrieArrays::Node> nodes_;
  std::vector<std::uint64_t> edges_;
};

}  // namespace renda
