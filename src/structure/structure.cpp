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

// A list printed in one line: ▲任免62人次▲宪法宣誓5批33人次, 9件议案｜342件建议.
bool begins_item(char16_t c) { return is_one_of(c, u"|｜【▲▼△●■◆★☆◇"); }

// True for all that ends a sentence or begins an item, and for the line feed.
constexpr auto may_part = [](char16_t c) -> bool {
  return is_among(c, u"\n。！？；|｜【") | ((c >= u'■') & (c <= u'☆'));  // all bullets are between these two
};

// The only pass over the text: what follows steps from one of these places to the next. The end of the text is the last one.
std::vector<std::uint32_t> read_parting_places(std::u16string_view text) {
  std::vector<std::uint32_t> places;
  places.reserve(text.size() / 16 + 1);
  for_each_place(text, 0, text.size(), may_part, [&](std::size_t place) { places.push_back(static_cast<std::uint32_t>(place)); });
  places.push_back(static_cast<std::uint32_t>(text.size()));
  return places;
}

std::vector<Span> read_paragraphs(std::u16string_view text, const std::vector<std::uint32_t>& places) {
  std::vector<Span> paragraphs;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : places) {
    if (end < text.size() && text[end] != u'\n') continue;
    if (end > begin) paragraphs.push_back({begin, end});
    begin = end + 1;
  }
  return paragraphs;
}

// Cuts the parts of a text, handed to it in order, into sentences.
class SentenceReader {
 public:
  SentenceReader(std::u16string_view text, const std::vector<std::uint32_t>& places, std::vector<Sentence>& sentences) : text_(text), place_(places.data()), sentences_(sentences) {}

  void read(Span part, std::uint32_t section) {
    for (std::uint32_t begin = part.begin; begin < part.end;) {
      std::uint32_t end = find_end(begin, std::min(part.end, begin + kLongestSentence));
      while (end < part.end && (ends_sentence(text_[end]) || text_[end] == u'”' || text_[end] == u'’')) ++end;
      sentences_.push_back({{begin, end}, section});
      begin = end;
    }
  }

 private:
  std::uint32_t find_end(std::uint32_t begin, std::uint32_t limit) {
    while (*place_ < begin) ++place_;
    bool number = false;  // 执法检查｜6次 is one item, 议案9件｜建议342件 two
    for (std::uint32_t read = begin; *place_ < limit; ++place_) {
      const char16_t c = text_[*place_];
      if (ends_sentence(c)) break;
      if (*place_ == begin || !begins_item(c)) continue;
      if (c != u'|' && c != u'｜') break;
      number = number || has_digit(read, *place_);
      if (number) break;
      read = *place_;
    }
    return std::min(*place_, limit);
  }

  bool has_digit(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(text_.begin() + begin, text_.begin() + end, [](char16_t c) { return c >= u'0' && c <= u'9'; });
  }

  std::u16string_view text_;
  const std::uint32_t* place_;  // the first that may end what is read
  std::vector<Sentence>& sentences_;
};

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
  const auto places = read_parting_places(text);
  const auto paragraphs = read_paragraphs(text, places);
  Structure structure;
  structure.title = find_title(text, paragraphs);
  structure.opening = find_opening(paragraphs, structure.title, static_cast<std::uint32_t>(text.size()));
  structure.sections.push_back({});
  structure.sentences.reserve(places.size());
  SentenceReader sentences(text, places, structure.sentences);
  for (Span paragraph : paragraphs) {
    const auto heading = read_heading(text, paragraph);
    if (heading) add_section(structure.sections, *heading);
    const auto section = static_cast<std::uint32_t>(structure.sections.size() - 1);
    if (heading) sentences.read(heading->span, section);
    const Span rest{heading ? heading->span.end : paragraph.begin, paragraph.end};
    sentences.read(rest, section);
    auto& body = structure.sections.back().body;
    body = body.empty() ? rest : Span{body.begin, rest.end};
  }
  return structure;
}

}  // namespace renda
