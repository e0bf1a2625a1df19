#include "patterns/required_words.h"

#include <catch2/catch.hpp>
#include <re2/re2.h>

#include <string>
#include <vector>

#include "text/utf.h"

using renda::Choice;
using renda::has_required;
using renda::required_words;

namespace {

struct Row {
  const char* phrase;
  std::vector<Choice> words;
};

}  // namespace

TEST_CASE("required words: what stands wherever a phrase does", "[patterns]") {
  const Row rows[] = {
      // literals, up to what may be missing or may be anything
      {"其中⟨件⟩提出纠正", {{u"其中"}, {u"提出纠正"}}},
      {"视察[^。；，]*等⟨次 场⟩", {{u"视察"}, {u"等"}}},
      {"组织了?⟨次⟩", {{u"组织"}}},
      {"一二*三{2,3}四+五.六$", {{u"一"}, {u"四"}, {u"五"}, {u"六"}}},
      {"代+?表", {{u"代"}, {u"表"}}},
      // alternatives: one of each group
      {"⟨件⟩(?:被|由)[^。]*(督办|领办)", {{u"被", u"由"}, {u"督办", u"领办"}}},
      {"(?:合?并(?:成|为)|归并为)", {{u"并", u"归并为"}}},
      {"对|其中(?:一|二三)", {{u"对", u"其中"}}},
      // a group that may be missing, or one of whose alternatives says nothing
      {"建议(?:意见)?(?:的|[^。；])*", {{u"建议"}}},
      {"(?:代表|)⟨件⟩(?:甲|[乙丙])", {}},
      // what is not read: nothing is certain
      {"(?i)其中⟨件⟩", {}}, {"其中\\x{4EF6}", {}}, {"其中[]]", {}}, {"其中[[:alpha:]]", {}}, {"其中)", {}}, {"(其中", {}}, {"其中⟨件", {}}, {"其中a**", {}}, {"其中a?+", {}}, {"[⟨]其中⟩]", {}}, {"其中\U00020000?", {}},
      {"", {}},
  };
  for (const Row& row : rows) {
    INFO(row.phrase);
    CHECK(required_words(row.phrase) == row.words);
  }
}

TEST_CASE("required words: no phrase stands in a text that lacks one", "[patterns]") {
  const char* const phrases[] = {"甲乙?丙", "甲(?:乙|丙+)丁", "(?:甲|乙丙)?丁", "甲|乙(?:丙|丁)", "(?:甲(?:乙|丙)|丁丁)甲", "甲{0,1}乙{2}", "(甲|乙)+?丙*丁", "[甲乙]丙.丁?", "^甲(?:|乙)丙$"};
  std::size_t standing = 0;
  for (const char* phrase : phrases) {
    const re2::RE2 regex(phrase);
    const auto words = required_words(phrase);
    for (std::uint32_t number = 0; number < 4u * 4 * 4 * 4 * 4; ++number) {
      std::u16string text;
      for (std::uint32_t rest = number + 1024, length = 1 + number % 5; length > 0; --length, rest /= 4) text += u"甲乙丙丁"[rest % 4];
      if (!re2::RE2::PartialMatch(renda::to_utf8(text), regex)) continue;
      ++standing;
      INFO(phrase << " in " << renda::to_utf8(text));
      CHECK(has_required(text, words));
    }
  }
  CHECK(standing > 500);
  CHECK_FALSE(has_required(u"甲乙", required_words("甲(?:丙|丁)")));
}
