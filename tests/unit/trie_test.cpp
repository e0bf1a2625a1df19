#include "text/trie.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

using renda::Trie;
using renda::TrieBuilder;

namespace {

using Found = std::vector<std::tuple<std::size_t, std::uint32_t, std::uint32_t>>;  // place, word, length

Found by_comparison(const std::vector<std::u16string>& words, std::u16string_view text, std::size_t begin, std::size_t end) {
  Found found;
  for (std::size_t at = begin; at < end; ++at)
    for (std::uint32_t length = 1; length <= text.size() - at; ++length)
      for (std::uint32_t w = 0; w < words.size(); ++w)
        if (words[w] == text.substr(at, length)) found.emplace_back(at, w, length);
  return found;
}

Found by_place(const Trie& trie, std::u16string_view text, std::size_t begin, std::size_t end) {
  Found found;
  for (std::size_t at = begin; at < end; ++at) trie.find(text, at, [&](std::uint32_t word, std::uint32_t length) { found.emplace_back(at, word, length); });
  return found;
}

Found by_block(const Trie& trie, std::u16string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<Trie::Found> words;
  trie.find_each(text, begin, end, words);
  Found found;
  for (const auto& [word, at, length] : words) found.emplace_back(at, word, length);
  return found;
}

std::uint32_t size_of(std::u16string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

TEST_CASE("trie: finds every word at every place, the shortest first", "[trie]") {
  const std::vector<std::u16string> words{u"人大", u"人", u"人大代表", u"代表", u"人大常委会", u"表", u"会议"};
  const TrieBuilder built(words);
  const Trie trie(built.arrays());
  const std::u16string text = u"市人大代表出席人大常委会会议，人大常委";
  const Found expected = by_comparison(words, text, 0, text.size());
  CHECK(expected.size() == 11);
  CHECK(by_place(trie, text, 0, text.size()) == expected);
  CHECK(by_block(trie, text, 0, size_of(text)) == expected);
  CHECK(by_block(trie, text, 5, 9) == by_comparison(words, text, 5, 9));  // a word may end behind the stretch
}

TEST_CASE("trie: agrees with comparison on chance words and texts", "[trie]") {
  std::mt19937 chance(7);
  const auto unit = [&] { return static_cast<char16_t>(u'一' + chance() % 5); };
  const auto word = [&](std::size_t longest) {
    std::u16string units(1 + chance() % longest, u' ');
    for (char16_t& c : units) c = unit();
    return units;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::u16string> words;
    for (int i = 0; i < 40; ++i)
      if (const auto w = word(6); std::find(words.begin(), words.end(), w) == words.end()) words.push_back(w);
    const TrieBuilder built(words);
    const Trie trie(built.arrays());
    const std::u16string text = word(150);
    const Found expected = by_comparison(words, text, 0, text.size());
    REQUIRE(by_place(trie, text, 0, text.size()) == expected);
    REQUIRE(by_block(trie, text, 0, size_of(text)) == expected);
  }
}

TEST_CASE("trie: a trie of no words, and of single units alone, finds what there is", "[trie]") {
  const std::vector<std::u16string> none, singles{u"次", u"件"};
  const TrieBuilder empty(none), units(singles);
  const std::u16string text(u"12次、3件\0\0", 9);
  CHECK(by_block(Trie(empty.arrays()), text, 0, size_of(text)).empty());
  CHECK(by_block(Trie(units.arrays()), text, 0, size_of(text)) == by_comparison(singles, text, 0, text.size()));
}

TEST_CASE("trie: a long text is read in blocks, and one with more words than a block has room for place by place", "[trie]") {
  std::vector<std::u16string> words;
  for (std::size_t length = 1; length <= 9; ++length) words.emplace_back(length, u'九');
  words.emplace_back(u"九十");
  words.emplace_back(u"十一月");
  const TrieBuilder built(words);
  const Trie trie(built.arrays());
  std::u16string text(300, u'九');
  for (std::size_t at = 120; at < 290; at += 7) text.replace(at, 4, u"十一月人");
  text += std::u16string(400, u'人') + u"十一月" + std::u16string(127, u'人') + u"九十一月九";
  const Found expected = by_comparison(words, text, 0, text.size());
  CHECK(expected.size() > 1000);
  CHECK(by_block(trie, text, 0, size_of(text)) == expected);
  CHECK(by_block(trie, text, 77, 700) == by_comparison(words, text, 77, 700));
}

TEST_CASE("trie: words may share a number that is given for them", "[trie]") {
  const std::vector<std::u16string> words{u"次", u"人大", u"代表", u"人大代表"};
  const std::vector<std::uint32_t> numbers{4, 9, 9, 4};
  const TrieBuilder built(words, numbers);
  CHECK(by_block(Trie(built.arrays()), u"次人大代表", 0, 5) == Found{{0, 4, 1}, {1, 9, 2}, {1, 4, 4}, {3, 9, 2}});
}
