#include "text/trie.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <unordered_map>
#include <utility>

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

// Reads all places of a block at once: first which of them begin a word at all, then their pairs of units, then unit by unit those that go on.
// What of a list goes on is written over and counted, not branched on: where words begin and end in a text no processor can guess, and places
// that do not wait for one another hide how far the nodes are.
class Trie::BlockReader {
 public:
  BlockReader(const Trie& trie, std::u16string_view text, std::uint32_t begin, std::uint32_t end) : trie_(trie), text_(text), begin_(begin), size_(end - begin) {
    std::fill_n(counts_.begin(), size_, std::uint16_t{0});
  }

  // Adds the words in the order of their places; false if there are more than kMostFound.
  bool read(std::vector<Found>& found) {
    sift();
    find_pairs();
    for (std::uint32_t length = 2; active_ > 0; ++length) {
      if (found_count_ + active_ > kMostFound) return false;
      find_ends(length);
      go_on(length);
    }
    put_in_order(found);
    return true;
  }

 private:
  struct Word {
    std::uint16_t word, place;
    std::uint32_t length;
  };
  struct Way {
    const TrieArrays::Node* node;
    std::uint32_t place;
  };
  struct Start {
    std::uint32_t place, slot;
  };

  // The words of one unit, and where longer ones may begin.
  void sift() {
    const bool is_last = begin_ + size_ == text_.size();  // nothing follows the last unit of a text
    const std::uint32_t size = is_last ? size_ - 1 : size_;
    char16_t unit = text_[begin_];
    for (std::uint32_t place = 0; place < size; ++place) {
      const char16_t next = text_[begin_ + place + 1];
      const std::uint32_t hash = pair_hash(pair_of(unit, next));
      see_single(unit, place);
      starts_[start_count_] = {place, hash >> trie_.root_shift_};
      start_count_ += bit(trie_.pairs_, hash >> 16);
      unit = next;
    }
    if (is_last) see_single(unit, size);
    for (std::size_t i = 0; i < found_count_; ++i) found_[i].word = trie_.single_words_[text_[begin_ + found_[i].place]];
  }
  void see_single(char16_t unit, std::uint32_t place) {
    const auto is_word = static_cast<std::uint16_t>(bit(trie_.singles_, unit));
    found_[found_count_] = {0, static_cast<std::uint16_t>(place), 1};
    found_count_ += is_word;
    counts_[place] = is_word;
  }

  // Round by round: those whose slot another pair has taken look into the next one.
  void find_pairs() {
    while (start_count_ > 0) {
      std::size_t again = 0;
      for (std::size_t i = 0; i < start_count_; ++i) {
        const auto [place, slot] = starts_[i];
        const TrieArrays::Root& root = trie_.roots_[slot];
        const bool is_here = root.pair == pair_of(text_[begin_ + place], text_[begin_ + place + 1]);
        ways_[active_] = {&root.node, place};
        active_ += is_here;
        starts_[again] = {place, (slot + 1) & trie_.root_mask_};
        again += !is_here && root.pair != 0;
      }
      start_count_ = again;
    }
  }

  void find_ends(std::uint32_t length) {
    for (std::size_t i = 0; i < active_; ++i) {
      const auto [node, place] = ways_[i];
      const bool is_word = node->word != TrieArrays::kNone;
      found_[found_count_] = {node->word, static_cast<std::uint16_t>(place), length};
      found_count_ += is_word;
      counts_[place] = static_cast<std::uint16_t>(counts_[place] + is_word);
    }
  }

  void go_on(std::uint32_t length) {
    std::size_t hopeful = 0;
    for (std::size_t i = 0; i < active_; ++i) {
      const Way way = ways_[i];
      const std::size_t at = begin_ + way.place + length;
      const bool more = at < text_.size();
      ways_[hopeful] = way;
      hopeful += more && (way.node->next & next_bit(text_[more ? at : 0])) != 0;
    }
    active_ = 0;
    for (std::size_t i = 0; i < hopeful; ++i) {
      const auto [node, place] = ways_[i];
      const char16_t unit = text_[begin_ + place + length];
      const std::uint32_t child = trie_.first_not_below(*node, unit);
      ways_[active_] = {&trie_.nodes_[child], place};
      active_ += trie_.units_[child] == unit;
    }
  }

  // Of one place the shorter words were found before the longer ones.
  void put_in_order(std::vector<Found>& found) {
    std::uint16_t sum = 0;
    for (std::uint32_t place = 0; place < size_; ++place) sum = static_cast<std::uint16_t>(sum + std::exchange(counts_[place], sum));
    const std::size_t known = found.size();
    found.resize(known + found_count_);
    for (std::size_t i = 0; i < found_count_; ++i) {
      const auto [word, place, length] = found_[i];
      found[known + counts_[place]++] = {word, begin_ + place, length};
    }
  }

  const Trie& trie_;
  std::u16string_view text_;
  std::uint32_t begin_, size_;
  std::size_t found_count_ = 0, start_count_ = 0, active_ = 0;
  std::array<Word, kMostFound + 1> found_;       // each list has room for one more, which does not count
  std::array<Start, kBlock + 1> starts_;
  std::array<Way, kBlock + 1> ways_;
  std::array<std::uint16_t, kBlock> counts_;  // how many words each place has; then where the next of them belongs
};

void Trie::find_each(std::u16string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Found>& found) const {
  for (std::uint32_t stop; begin < end; begin = stop) {
    stop = std::min(begin + kBlock, end);
    if (BlockReader(*this, text, begin, stop).read(found)) continue;
    for (std::uint32_t at = begin; at < stop; ++at) find(text, at, [&](std::uint32_t word, std::uint32_t length) { found.push_back({word, at, length}); });
  }
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
  share_endings();
  lay_out();
  roots_ = hash_table(roots_);
}

// Lists write out what may follow what, so thousands of words go on in the same way: such nodes get the same children, those of the first of them
// from behind. Children stand behind their parents, so from behind what they are is settled before it is compared.
void TrieBuilder::share_endings() {
  std::unordered_map<std::u16string, std::uint32_t> known;  // children as one string
  const auto share = [&](TrieArrays::Node& parent) {
    std::u16string key;
    for (std::uint32_t child = parent.first; child < parent.first + parent.count; ++child) {
      const TrieArrays::Node& node = nodes_[child];
      for (const std::uint32_t part : {std::uint32_t{units_[child]}, std::uint32_t{node.word}, std::uint32_t{node.count}, node.first >> 16, node.first & 0xFFFFu})
        key.push_back(static_cast<char16_t>(part));
    }
    parent.first = key.empty() ? 0 : known.emplace(std::move(key), parent.first).first->second;
  };
  std::for_each(nodes_.rbegin(), nodes_.rend(), share);
  std::for_each(roots_.begin(), roots_.end(), [&](TrieArrays::Root& root) { share(root.node); });
}

// Leaves out what no node leads to any longer; level by level once more.
void TrieBuilder::lay_out() {
  std::vector<TrieArrays::Node> nodes;
  std::vector<char16_t> units;
  std::vector<std::uint32_t> moved(nodes_.size(), 0);  // place + 1 of the children that stood here
  const auto move = [&](std::uint32_t first, std::uint32_t count) {
    if (count == 0) return first;
    if (moved[first] == 0) {
      moved[first] = static_cast<std::uint32_t>(nodes.size()) + 1;
      nodes.insert(nodes.end(), nodes_.begin() + first, nodes_.begin() + first + count);
      units.insert(units.end(), units_.begin() + first, units_.begin() + first + count);
    }
    return moved[first] - 1;
  };
  for (TrieArrays::Root& root : roots_) root.node.first = move(root.node.first, root.node.count);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::uint32_t first = move(nodes[i].first, nodes[i].count);
    nodes[i].first = first;  // not in one step: moving makes the list longer
  }
  nodes_ = std::move(nodes), units_ = std::move(units);
}

}  // namespace renda
