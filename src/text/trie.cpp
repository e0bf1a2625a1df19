#include "text/trie.h"

#include <stdexcept>

namespace renda {

Trie::Trie(const std::vector<std::u16string>& words) : roots_(65536), words_(1, -1) {
  std::size_t units = 1;
  for (const auto& word : words) units += word.size();
  std::uint32_t bits = 4;
  if (units >= kMostNodes) throw std::length_error("too many words");
  while ((std::size_t{1} << bits) < units * 4 / 3) ++bits;
  edges_.resize(std::size_t{1} << bits);
  mask_ = (1u << bits) - 1;
  shift_ = 32 - bits;
  words_.reserve(units);
  const auto new_node = [this] {
    words_.push_back(-1);
    return static_cast<std::uint32_t>(words_.size() - 1);
  };
  for (std::size_t w = 0; w < words.size(); ++w) {
    std::uint32_t& root = roots_[words[w][0]];
    if (root == 0) root = new_node();
    std::uint32_t node = root;
    for (std::size_t i = 1; i < words[w].size(); ++i) {
      std::uint32_t next = child(node, words[w][i]);
      if (next == 0) add_edge(node, words[w][i], next = new_node());
      node = next;
    }
    words_[node] = static_cast<std::int32_t>(w);
  }
}

void Trie::add_edge(std::uint32_t node, char16_t unit, std::uint32_t child) {
  std::uint32_t slot = hash(node, unit) >> shift_;
  while (edges_[slot] != 0) slot = (slot + 1) & mask_;
  edges_[slot] = key(node, unit) << 24 | child;
}

}  // namespace renda
