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
  struct Node {
    std::uint16_t word;   ///< kNone: none ends here
    std::uint16_t count;  ///< number of children
    std::uint32_t first;  ///< the first child; the others follow it
    std::uint32_t next;   ///< a bit for the unit of each child (hashed): most ways end here, without a look at the children
  };
  // The node of a word's first two units.
  struct Root {
    std::uint32_t pair;  ///< first unit << 16 | second; 0 is a free slot
    Node node;
  };
  static constexpr std::uint32_t kPairBits = 1u << 16;
  static constexpr std::uint16_t kNone = 0xFFFF;

  std::span<const std::uint64_t> singles;       ///< a bit for each unit that is a word by itself
  std::span<const std::uint16_t> single_words;  ///< that word, for units up to the last of them
  std::span<const std::uint64_t> pairs;         ///< kPairBits bits, one for each pair of units that begins a word (hashed)
  std::span<const Root> roots;                  ///< an open hash table, a power of two long
  std::span<const Node> nodes;                  ///< children of one parent in the order of their units; parents whose words end alike share them
  std::span<const char16_t> units;              ///< of each node
};

/// An immutable trie over UTF-16 units. Word ids are indices into the list it was built from, or what was given for them. The arrays outlive it.
class Trie {
 public:
  Trie() = default;
  explicit Trie(const TrieArrays& arrays)
      : singles_(arrays.singles.data()), single_words_(arrays.single_words.data()), pairs_(arrays.pairs.data()), roots_(arrays.roots.data()), nodes_(arrays.nodes.data()),
        units_(arrays.units.data()), root_mask_(static_cast<std::uint32_t>(arrays.roots.size()) - 1), root_shift_(shift_of(arrays.roots.size())) {}

  /// Calls hit(word id, length) for each word that starts at `at`, shortest first.
  template <typename Hit>
  void find(std::u16string_view text, std::size_t at, Hit&& hit) const {
    const char16_t first = text[at];
    if (is_set(singles_, first)) hit(std::uint32_t{single_words_[first]}, 1u);
    if (at + 1 >= text.size()) return;
    const std::uint32_t pair = pair_of(first, text[at + 1]), hash = pair_hash(pair);
    if (is_set(pairs_, hash >> 16)) find_longer(text, at, pair, hash, hit);
  }

  /// A word of a text.
  struct Found {
    std::uint32_t word, at, length;
  };
  /// Adds each word that starts in [begin, end) to `found`, in text order, the shortest first.
  void find_each(std::u16string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Found>& found) const;

  static constexpr std::uint32_t pair_of(char16_t first, char16_t second) { return static_cast<std::uint32_t>(first) << 16 | second; }
  static constexpr std::uint32_t next_bit(char16_t unit) { return 1u << (unit * 0x9E3779B1u >> 27); }
  static constexpr std::uint32_t pair_hash(std::uint32_t pair) { return pair * 0x9E3779B1u; }
  static std::uint32_t shift_of(std::size_t slots) { return 32u - static_cast<std::uint32_t>(std::countr_zero(slots)); }

 private:
  static constexpr std::uint32_t kBlock = 128;
  static constexpr std::size_t kMostFound = std::size_t{4} * kBlock;
  class BlockReader;

  template <typename Hit>
  void find_longer(std::u16string_view text, std::size_t at, std::uint32_t pair, std::uint32_t hash, Hit&& hit) const {
    std::uint32_t slot = hash >> root_shift_;
    while (roots_[slot].pair != pair) {
      if (roots_[slot].pair == 0) return;
      slot = (slot + 1) & root_mask_;
    }
    const TrieArrays::Node* here = &roots_[slot].node;
    for (std::size_t i = at + 2;; ++i) {
      if (here->word != TrieArrays::kNone) hit(std::uint32_t{here->word}, static_cast<std::uint32_t>(i - at));
      if (i >= text.size() || (here->next & next_bit(text[i])) == 0) return;
      const std::uint32_t child = first_not_below(*here, text[i]);
      if (units_[child] != text[i]) return;
      here = &nodes_[child];
    }
  }
  // Among the children of a node, the last of them at the latest. Steps are counted, not guessed.
  std::uint32_t first_not_below(const TrieArrays::Node& node, char16_t unit) const {
    std::uint32_t child = node.first;
    for (std::uint32_t left = node.count, half = 0; left > 1; left -= half) {
      half = left / 2;
      child += half * static_cast<std::uint32_t>(units_[child + half - 1] < unit);
    }
    return child;
  }
  static std::uint64_t bit(const std::uint64_t* bits, std::uint32_t at) { return (bits[at >> 6] >> (at & 63u)) & 1u; }
  static bool is_set(const std::uint64_t* bits, std::uint32_t at) { return bit(bits, at) != 0; }

  const std::uint64_t* singles_ = nullptr;
  const std::uint16_t* single_words_ = nullptr;
  const std::uint64_t* pairs_ = nullptr;
  const TrieArrays::Root* roots_ = nullptr;
  const TrieArrays::Node* nodes_ = nullptr;
  const char16_t* units_ = nullptr;
  std::uint32_t root_mask_ = 0, root_shift_ = 31;
};

/// Builds and owns the arrays of a trie.
class TrieBuilder {
 public:
  /// `words`: distinct, not empty. `numbers`: what is found of each word, less than kNone; its index if there are none.
  explicit TrieBuilder(const std::vector<std::u16string>& words, std::span<const std::uint32_t> numbers = {});
  TrieArrays arrays() const { return {singles_, single_words_, pairs_, roots_, nodes_, units_}; }

 private:
  void add_short_words(const std::vector<std::u16string>& words);
  void add_long_words(const std::vector<std::u16string>& words);
  void share_endings();
  void lay_out();
  std::uint16_t number_of(std::size_t word) const;

  std::span<const std::uint32_t> numbers_;  // while building
  std::vector<std::uint64_t> singles_;
  std::vector<std::uint16_t> single_words_;
  std::vector<std::uint64_t> pairs_;
  std::vector<TrieArrays::Root> roots_;
  std::vector<TrieArrays::Node> nodes_;
  std::vector<char16_t> units_;
};

}  // namespace renda
