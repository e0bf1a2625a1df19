// Sentences and paragraphs of a text, around the ends of the blocks in which it is read.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "renda/structure.h"

using namespace renda;

namespace {

std::vector<std::u16string> sentences_of(const std::u16string& text) {
  Document document;
  document.text = text;
  std::vector<std::u16string> sentences;
  for (const Sentence& s : read_structure(document).sentences) sentences.emplace_back(document.view(s.span));
  return sentences;
}

using Sentences = std::vector<std::u16string>;

}  // namespace

TEST_CASE("structure: sentences end with their marks, wherever they stand", "[structure]") {
  for (std::size_t size = 0; size < 70; ++size) {
    const std::u16string first(size, u'会');
    INFO("size " << size);
    CHECK(sentences_of(first + u"。”下一句！\n又一段") == Sentences{first + u"。”", u"下一句！", u"又一段"});
    CHECK(sentences_of(first + u"一？！二；") == Sentences{first + u"一？！", u"二；"});
  }
}

TEST_CASE("structure: items of a list in one line are sentences", "[structure]") {
  CHECK(sentences_of(u"▲任免62人次▲宪法宣誓5批□33人次") == Sentences{u"▲任免62人次", u"▲宪法宣誓5批□33人次"});
  CHECK(sentences_of(u"|执法检查｜6次|专题询问") == Sentences{u"|执法检查｜6次", u"|专题询问"});
  CHECK(sentences_of(u"议案9件｜建议342件") == Sentences{u"议案9件", u"｜建议342件"});
  CHECK(sentences_of(u"☆一☆☆二") == Sentences{u"☆一", u"☆", u"☆二"});
}

TEST_CASE("structure: a text without marks is cut", "[structure]") {
  const auto sentences = sentences_of(std::u16string(4500, u'会') + u"。。");
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].size() == 2000);
  CHECK(sentences[2].size() == 502);
  CHECK(sentences_of(std::u16string(5000, u'|')).size() == 3);
  CHECK(sentences_of(u"").empty());
  CHECK(sentences_of(u"\n\n").empty());
}
