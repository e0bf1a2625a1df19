// Layout: what newspapers and web pages did to a text is undone, every character keeps its place.
#include <catch2/catch.hpp>

#include "renda/layout.h"
#include "text/utf.h"

using namespace renda;

namespace {

Document repaired(std::string_view text) {
  SourceText source;
  source.text = to_utf16(text);
  return repair_layout(std::move(source));
}

bool holds(const Document& document, std::u16string_view words) { return document.text.find(words) != std::u16string::npos; }

}  // namespace

TEST_CASE("layout: a column's lines are joined inside words and between number and unit", "[layout]") {
  const std::string column =
      "五年来，县人大常委会共召开常委会会议49\n次，主任会议74次，听取和审议专项工作报\n告91项，作出决议决定100项，组织代表视\n察99次、专题调研50次，依法任免国家机关\n工作人员353人次，较好地完成了各项任务。\n";
  const auto document = repaired(column);
  CHECK(holds(document, u"常委会会议49次，"));
  CHECK(holds(document, u"专项工作报告91项"));
  const auto at = static_cast<std::uint32_t>(document.text.find(u"次，主任会议"));
  CHECK(document.locate({at, at + 1}).line == 2);
  CHECK(document.locate({at, at + 1}).column == 1);
  std::string spaced;
  for (char c : column) spaced += c == '\n' ? "\n\n" : std::string(1, c);
  CHECK(holds(repaired(spaced), u"专项工作报告91项"));
}

TEST_CASE("layout: paragraphs and headings that were whole stay apart", "[layout]") {
  const auto document = repaired("县人大常委会工作报告\n\n一、主要工作\n\n召开会议9次。\n\n二、今后任务\n\n召开会议10次。\n");
  CHECK(holds(document, u"工作报告\n一、主要工作\n召开会议9次。\n二、今后任务\n"));
  CHECK(holds(repaired("执法检查 ｜ 6次\n专题询问 ｜ 2次\n"), u"6次\n专题询问"));
}

TEST_CASE("layout: spaces, widths, script", "[layout]") {
  CHECK(holds(repaired("任 免 工 作 人 员 ５３ 人次，满意率９８．６％。\n"), u"任免工作人员53人次，满意率98.6%。"));
  const auto traditional = repaired("一年來，聽取和審議專項工作報告21項，視察12次，組織代表開展專題調研。\n");
  CHECK(traditional.traditional);
  CHECK(holds(traditional, u"听取和审议专项工作报告21项"));
  const auto at = static_cast<std::uint32_t>(traditional.text.find(u"审议"));
  CHECK(traditional.quote({at, at + 2}) == "審議");
  CHECK(holds(repaired("依法履职敢担当依法履职敢担当 勇毅前行谱新篇勇毅前行谱新篇\n\n正文。\n"), u"依法履职敢担当勇毅前行谱新篇"));
}

TEST_CASE("layout: a quotation is what the source prints, its place where it begins", "[layout]") {
  const auto document = repaired("听取审\u200B议　工作报告２１ 项，满意率９８％，Ａ　Big\u3000 Deal，完成\n\n二、😀视察 3次。\n");
  const auto quoted = [&](std::u16string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    REQUIRE(at < document.text.size());
    const Span span{at, at + static_cast<std::uint32_t>(words.size())};
    return std::pair(document.quote(span), document.locate(span).column);
  };
  CHECK(quoted(u"审议工作报告21项") == std::pair(std::string("审议工作报告２１项"), 3u));
  CHECK(quoted(u"议") == std::pair(std::string("议"), 5u));
  CHECK(quoted(u"98%，A Big Deal") == std::pair(std::string("９８％，Ａ Big Deal"), 19u));
  CHECK(quoted(u" Deal") == std::pair(std::string(" Deal"), 29u));
  CHECK(quoted(u"完成\n二、") == std::pair(std::string("完成 二、"), 35u));
  CHECK(quoted(u"视察3次") == std::pair(std::string("视察3次"), 4u));
  CHECK(document.quote({0, 100000}).ends_with("视察3次。 "));
}
