// read_structure(): paragraphs, title, sections, sentences.
#include "renda/structure.h"

#include <algorithm>

#include "structure/sections.h"
#include "structure/title.h"
#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kOpening = 1500;
constexpr std::uint32_t kLongestSentence = 2000;  // text without a full stop is cut: every later floor is linear in the sentence

std::vector<Span> read_paragraphs(std::u16string_view text) {
  std::vector<Span> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(find_character(text, u'\n', begin), text.size());
    if (end > begin) paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return paragraphs;
}

bool ends_sentence(char16_t c) { return c == u'。' || c == u'！' || c == u'？' || c == u'；'; }

// A list printed in one line: ▲任免62人次▲宪法宣誓5批33人次, 9件议案｜342件建议.
bool begins_item(char16_t c) {
  if (c == u'|' || c == u'｜' || c == u'【') return true;
  return c >= u'■' && c <= u'☆' && is_one_of(c, u"▲▼△●■◆★☆◇");
}

void read_sentences(std::u16string_view text, Span part, std::uint32_t section, std::vector<Sentence>& sentences) {
  for (std::uint32_t begin = part.begin; begin < part.end;) {
    std::uint32_t end = begin;
    bool number = false;  // 执法检查｜6次 is one item, 议案9件｜建议342件 two
    for (const std::uint32_t limit = std::min(part.end, begin + kLongestSentence); end < limit; ++end) {
      if (is_ideograph(text[end])) continue;
      if (ends_sentence(text[end])) break;
      if (end > begin && begins_item(text[end]) && (number || (text[end] != u'|' && text[end] != u'｜'))) break;
      number = number || (text[end] >= u'0' && text[end] <= u'9');
    }
    while (end < part.end && (ends_sentence(text[end]) || text[end] == u'”' || text[end] == u'’')) ++end;
    sentences.push_back({{begin, end}, section});
    begin = end;
  }
}

// What stands after the title, or at the head of the page where the title came later.
Span find_opening(const std::vector<Span>& paragraphs, Span title, std::uint32_t size) {
  Span opening{title.end, title.end};
  for (Span p : paragraphs) {
    if (p.begin < title.end || opening.size() >= kOpening) continue;
    if (opening.empty()) opening.begin = p.begin;
    opening.end = p.end;
  }
  if (opening.size() < 100) opening = {0, std::min(size, kOpening)};
  opening.end = std::min(opening.end, opening.begin + kOpening);
  return opening;
}

}  // namespace

Structure read_structure(const Document& document) {
  const std::u16string_view text = document.text;
  const auto paragraphs = read_paragraphs(text);
  Structure structure;
  structure.title = find_title(text, paragraphs);
  structure.opening = find_opening(paragraphs, structure.title, static_cast<std::uint32_t>(text.size()));
  structure.sections.push_back({});
  for (Span paragraph : paragraphs) {
    const auto heading = read_heading(text, paragraph);
    if (heading) add_section(structure.sections, *heading);
    const auto section = static_cast<std::uint32_t>(structure.sections.size() - 1);
    if (heading) read_sentences(text, heading->span, section, structure.sentences);
    const Span rest{heading ? heading->span.end : paragraph.begin, paragraph.end};
    read_sentences(text, rest, section, structure.sentences);
    auto& body = structure.sections.back().body;
    body = body.empty() ? rest : Span{body.begin, rest.end};
  }
  return structure;
}

}  // namespace renda
