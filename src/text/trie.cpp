#include "text/trie.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace renda {
namespace {

// The words [begin, end) of the sorted order, whose first `length` units are the same.
struct Branch {
  std::size_t begin, end, length;
};

// Two slots for each at least.
std::vector<TrieArrays::Root> hash_table(const std::vector<TrieArrays::Root>& roots) {
  std::vector<TrieArrays::Root> table(std::bit_ceil(std::max<std::size_t>(roots.size() * 2, 16)), {0, {TrieArrays::kNone, 0, 0, 0}});
  const std::uint32_t shift = Trie::shift_of(table.size()), mask = static_cast<std::uint32_t>(table.size()) - 1;
  for (const TrieArrays::Root& root : roots) {
    std::uint32_t slot = Trie::pair_hash(root.pair) >> shift;
    while (table[slot].pair != 0) slot = (slot + 1) & mask;
    table[slot] = root;
  }
  return table;
}

void set(std::vector<std::uint64_t>& bits, std::uint32_t bit) { bits[bit >> 6] |= std::uint64_t{1} << (bit & 63u); }

}  // namespace

// Places are sifted in blocks before any is looked up: the processor guesses less.
void Trie::find_each(std::u16string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Found>& found) const {
  constexpr std::uint32_t kBlock = 64;
  if (begin >= end) return;
  std::array<std::uint32_t, kBlock> places;
  const auto find_at = [&](std::uint32_t at) { find(text, at, [&](std::uint32_t word, std::uint32_t length) { found.push_back({word, at, length}); }); };
  const std::uint32_t last = end == text.size() ? end - 1 : end;  // what no unit follows is looked up by itself
  while (begin < last) {
    const std::uint32_t stop = std::min(begin + kBlock, last);
    std::size_t count = 0;
    char16_t unit = text[begin];
    for (std::uint32_t at = begin; at < stop; ++at) {
      const char16_t next = text[at + 1];
      places[count] = at;
      count += bit(singles_, unit) | bit(pairs_, pair_hash(pair_of(unit, next)) >> 16);
      unit = next;
    }
    for (std::size_t i = 0; i < count; ++i) find_at(places[i]);
    begin = stop;
  }
  if (begin < end) find_at(begin);
}

TrieBuilder::TrieBuilder(const std::vector<std::u16string>& words, std::span<const std::uint32_t> numbers)
    : numbers_(numbers), singles_(65536 / 64), pairs_(TrieArrays::kPairBits / 64) {
  add_short_words(words);
  add_long_words(words);
  numbers_ = {};
}

std::uint16_t TrieBuilder::number_of(std::size_t word) const {
  const std::size_t number = numbers_.empty() ? word : numbers_[word];
  if (number >= TrieArrays::kNone) throw std::length_error("a trie of more words than it can number");
  return static_cast<std::uint16_t>(number);
}

void TrieBuilder::add_short_words(const std::vector<std::u16string>& words) {
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u16string& word = words[w];
    if (word.size() > 1) {
      set(pairs_, Trie::pair_hash(Trie::pair_of(word[0], word[1])) >> 16);
      continue;
    }
    set(singles_, word[0]);
    if (single_words_.size() <= word[0]) single_words_.resize(word[0] + 1u);
    single_words_[word[0]] = number_of(w);
  }
}

// Level by level: first the nodes of all beginnings of two units, then of three, and so on.
void TrieBuilder::add_long_words(const std::vector<std::u16string>& words) {
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::erase_if(order, [&](std::uint32_t w) { return words[w].size() < 2; });
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return words[a] < words[b]; });
  const auto end_of = [&](Branch branch, std::size_t begin) {  // of those that go on as the one at `begin` does
    const std::u16string_view start = std::u16string_view(words[order[begin]]).substr(0, branch.length);
    while (begin < branch.end && words[order[begin]].compare(0, branch.length, start) == 0) ++begin;
    return begin;
  };
  std::vector<Branch> branches;  // of the nodes, in their order
  const auto node_of = [&](Branch branch) {
    TrieArrays::Node node{TrieArrays::kNone, 0, static_cast<std::uint32_t>(branches.size()), 0};
    if (words[order[branch.begin]].size() == branch.length) node.word = number_of(order[branch.begin++]);
    for (++branch.length; branch.begin < branch.end; ++node.count) {
      const char16_t unit = words[order[branch.begin]][branch.length - 1];
      node.next |= Trie::next_bit(unit);
      branches.push_back({branch.begin, end_of(branch, branch.begin), branch.length});
      units_.push_back(unit);
      branch.begin = branches.back().end;
    }
    return node;
  };
  const Branch all{0, order.size(), 2};
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    end = end_of(all, begin);
    roots_.push_back({Trie::pair_of(words[order[begin]][0], words[order[begin]][1]), node_of({begin, end, 2})});
  }
  for (std::size_t i = 0; i < branches.size(); ++i) nodes_.push_back(node_of(branches[i]));
  roots_ = hash_table(roots_);
}

}  // namespace renda
