// Finds the words of a dictionary in a text: every word at every place.
#pragma once
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// The arrays of a trie, owned elsewhere: built while running (TrieBuilder) or compiled into the program. Most places of a text begin no word,
/// and two sets of bits that fit the cache say so: units that are words by themselves, and a filter over pairs of units. The first two units of
/// a longer word are one step. Nodes near the root stand together, since most words end there.
struct TrieArrays {
  // Most nodes have one child: it lies in the node itself.
  struct Node {
    std::int32_t word;   ///< -1 = none ends here
    std::uint32_t next;  ///< the only child
    std::uint32_t only;  ///< its unit; kNone without children, kMany where the table of edges has them
  };
  static constexpr std::uint32_t kNone = 0xFFFF, kMany = 0xFFFE;  // noncharacters: no word holds them
  static constexpr std::uint32_t kPairBits = 1u << 16;

  std::span<const std::uint64_t> singles;       ///< a bit for each unit that is a word by itself
  std::span<const std::uint32_t> single_words;  ///< that word, for units up to the last of them
  std::span<const std::uint64_t> pairs;         ///< kPairBits bits, one for each pair of units that begins a word (hashed)
  std::span<const Node> nodes;                  ///< [0] is none
  // Open hash tables, a power of two long, of parent (24 bits), unit (16) and child (24); 0 is a free slot.
  std::span<const std::uint64_t> roots;         ///< the parent is the first unit, the unit the second
  std::span<const std::uint64_t> edges;         ///< the parent is a node
};

/// An immutable trie over UTF-16 units. Word ids are indices into the list it was built from. The arrays outlive it.
class Trie {
 public:
  Trie() = default;
  explicit Trie(const TrieArrays& arrays) : singles_(arrays.singles), single_words_(arrays.single_words), pairs_(arrays.pairs), nodes_(arrays.nodes), roots_(arrays.roots), edges_(arrays.edges) {}

  /// Calls hit(word id, length) for each word that starts at `at`, shortest first.
  template <typename Hit>
  void find(std::u16string_view text, std::size_t at, Hit&& hit) const {
    const char16_t first = text[at];
    if (is_set(singles_, first)) hit(single_words_[first], 1u);
    if (at + 1 >= text.size() || !is_set(pairs_, pair_bit(first, text[at + 1]))) return;
    std::uint32_t node = roots_.child(first, text[at + 1]);
    for (std::size_t i = at + 2; node != 0; ++i) {
      const TrieArrays::Node& here = nodes_[node];
      if (here.word >= 0) hit(static_cast<std::uint32_t>(here.word), static_cast<std::uint32_t>(i - at));
      if (i >= text.size() || here.only == TrieArrays::kNone) return;
      node = here.only == TrieArrays::kMany ? edges_.child(node, text[i]) : here.only == text[i] ? here.next : 0;
    }
  }

  static constexpr std::uint64_t key(std::uint32_t parent, char16_t unit) { return static_cast<std::uint64_t>(parent) << 16 | unit; }
  static constexpr std::uint32_t hash(std::uint32_t parent, char16_t unit) { return (parent * 0x9E3779B1u) ^ (unit * 0x85EBCA6Bu); }
  static constexpr std::uint32_t pair_bit(char16_t first, char16_t second) {
    return ((static_cast<std::uint32_t>(first) << 16 | second) * 0x9E3779B1u) >> 16;
  }
  static std::uint32_t shift_of(std::size_t slots) { return 32u - static_cast<std::uint32_t>(std::countr_zero(slots)); }

 private:
  class Edges {
   public:
    Edges() = default;
    explicit Edges(std::span<const std::uint64_t> slots) : slots_(slots), mask_(static_cast<std::uint32_t>(slots.size()) - 1), shift_(shift_of(slots.size())) {}
    std::uint32_t child(std::uint32_t parent, char16_t unit) const {
      for (std::uint32_t slot = hash(parent, unit) >> shift_;; slot = (slot + 1) & mask_) {
        const std::uint64_t edge = slots_[slot];
        if (edge == 0) return 0;
        if (edge >> 24 == key(parent, unit)) return static_cast<std::uint32_t>(edge & 0xFFFFFFu);
      }
    }

   private:
    std::span<const std::uint64_t> slots_;
    std::uint32_t mask_ = 0, shift_ = 31;
  };
  static bool is_set(std::span<const std::uint64_t> bits, std::uint32_t bit) { return ((bits[bit >> 6] >> (bit & 63u)) & 1u) != 0; }

  std::span<const std::uint64_t> singles_;
  std::span<const std::uint32_t> single_words_;
  std::span<const std::uint64_t> pairs_;
  std::span<const TrieArrays::Node> nodes_;
  Edges roots_, edges_;
};

/// Builds and owns the arrays of a trie.
class TrieBuilder {
 public:
  /// `words`: distinct, not empty, of units below U+FFFE. Throws std::length_error beyond 2^24 characters.
  explicit TrieBuilder(const std::vector<std::u16string>& words);
  TrieArrays arrays() const { return {singles_, single_words_, pairs_, nodes_, roots_, edges_}; }

 private:
  void add_short_words(const std::vector<std::u16string>& words);
  void add_nodes(const std::vector<std::u16string>& words);

  std::vector<std::uint64_t> singles_;
  std::vector<std::uint32_t> single_words_;
  std::vector<std::uint64_t> pairs_;
  std::vector<TrieArrays::Node> nodes_;
  std::vector<std::uint64_t> roots_, edges_;
};

}  // namespace renda
