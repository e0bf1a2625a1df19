#include "text/trie.h"

#include <stdexcept>

namespace renda {

Trie::Trie(const std::vector<std::u16string>& words) : root_ids_(65536), roots_(1), nodes_(1) {
  std::size_t units = 1;
  for (const auto& word : words) units += word.size();
  if (units >= kMostNodes) throw std::length_error("too many words");
  std::uint32_t bits = 4;
  while ((std::size_t{1} << bits) < units * 4 / 3) ++bits;
  edges_.resize(std::size_t{1} << bits);
  mask_ = (1u << bits) - 1;
  shift_ = 32 - bits;
  nodes_.reserve(units);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::u16string& word = words[w];
    std::uint16_t& id = root_ids_[word[0]];
    if (id == 0) {
      id = static_cast<std::uint16_t>(roots_.size());
      roots_.push_back({.node = new_node()});
    }
    Root& root = roots_[id];
    std::int32_t* place = &root.word;
    std::uint32_t node = root.node;
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (i == 1) root.seconds |= std::uint64_t{1} << (word[1] & 63u);
      std::uint32_t next = child(node, word[i]);
      if (next == 0) {
        next = new_node();
        add_edge(node, word[i], next);
        Node& parent = nodes_[node];
        parent.only = parent.only == kNone ? word[i] : kMany;
        parent.next = next;
      }
      node = next;
      place = &nodes_[node].word;
    }
    *place = static_cast<std::int32_t>(w);
  }
}

std::uint32_t Trie::new_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void Trie::add_edge(std::uint32_t node, char16_t unit, std::uint32_t child) {
  std::uint32_t slot = hash(node, unit) >> shift_;
  while (edges_[slot] != 0) slot = (slot + 1) & mask_;
  edges_[slot] = key(node, unit) << 24 | child;
}

}  // namespace renda
