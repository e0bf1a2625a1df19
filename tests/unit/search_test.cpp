// Searches by blocks against the standard library's, around the ends of blocks.
#include "text/search.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/utf.h"

using namespace renda;

TEST_CASE("search: a character and a word are found wherever they stand", "[text]") {
  for (std::size_t size = 0; size < 100; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::u16string text(size, u'人');
      text[place] = u'县';
      INFO("size " << size << ", place " << place);
      for (const std::size_t from : {std::size_t{0}, place, place + 1, size}) {
        CHECK(find_character(text, u'县', from) == text.find(u'县', from));
        for (const std::u16string_view word : {u"县", u"县人", u"人县", u"人县人人人", u"县人县", u"人人"}) CHECK(find_word(text, word, from) == text.find(word, from));
      }
    }
  }
}

TEST_CASE("utf: UTF-16 as UTF-8, wherever a character stands", "[text]") {
  CHECK(to_utf8(u"Aé߿ࠀ会，\uFFFF\U00020000\U0010FFFF") == "Aé߿ࠀ会，\uFFFF\U00020000\U0010FFFF");
  constexpr char16_t kLead = 0xD840, kTrail = 0xDC00;
  CHECK(to_utf8(std::u16string{kLead}) == "\uFFFD");
  CHECK(to_utf8(std::u16string{kTrail, kLead, u'a'}) == "\uFFFD\uFFFDa");
  for (std::size_t before = 330; before < 350; ++before) {  // pairs in long texts
    std::string expected;
    for (std::size_t i = 0; i < before; ++i) expected += "会";
    CHECK(to_utf8(std::u16string(before, u'会') + std::u16string{kLead, kTrail} + std::u16string(before, u'，')).starts_with(expected + "\U00020000，"));
  }
}

TEST_CASE("search: nothing in nothing, the empty word everywhere", "[text]") {
  CHECK(find_word(u"", u"人") == std::u16string_view::npos);
  CHECK(find_word(u"人", u"人大") == std::u16string_view::npos);
  CHECK(find_word(u"人大", u"", 2) == 2);
  CHECK(find_word(u"人大", u"", 3) == std::u16string_view::npos);
  CHECK(find_character(u"", u'人') == std::u16string_view::npos);
}

TEST_CASE("search: every wanted place is visited once and in order", "[text]") {
  for (std::size_t size = 0; size < 100; ++size) {
    std::u16string text;
    for (std::size_t i = 0; i < size; ++i) text += i % 7 == 3 || i % 11 == 0 ? u'县' : u'人';
    for (const std::size_t begin : {std::size_t{0}, size / 3, size}) {
      std::vector<std::size_t> wanted, visited;
      for (std::size_t i = begin; i < size; ++i)
        if (text[i] == u'县') wanted.push_back(i);
      for_each_place(text, begin, size, [](char16_t c) { return is_one_of(c, u"县区"); }, [&](std::size_t place) { visited.push_back(place); });
      CHECK(visited == wanted);
    }
  }
}

TEST_CASE("search: a word after many places that are like it", "[text]") {
  std::u16string text;
  for (int i = 0; i < 40; ++i) text += u"常务会";  // the ends of 常委会
  CHECK(find_word(text, u"常委会") == std::u16string_view::npos);
  CHECK(find_word(text + u"常委会", u"常委会") == text.size());
}

TEST_CASE("search: a filter may hold what it was given, and refuses most others", "[text]") {
  constexpr CharacterFilter filter(u"省市县");
  for (const char16_t c : std::u16string_view(u"省市县")) CHECK(filter.may_hold(c));
  int others = 0;
  for (char16_t c = 0x4E00; c < 0x9FFF; ++c) others += filter.may_hold(c);
  CHECK(others < 0x5200 / 50);
}
