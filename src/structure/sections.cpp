#include "structure/sections.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kLongestHeading = 45;  // characters; longer numbered paragraphs are text
constexpr std::uint32_t kLongestBare = 30;

// Depth of the mark a paragraph begins with: 一、 1, （一） 2, 1. 3; bullets stand for sections of the page: 1; kBare without one.
int mark_depth(std::u16string_view p) {
  if (is_one_of(p[0], u"●★■◆▲【〔")) return 1;
  const bool bracket = p[0] == u'（';
  std::size_t i = bracket ? 1 : 0;
  const bool chinese = i < p.size() && is_one_of(p[i], u"一二三四五六七八九十");
  const std::size_t digits = i;
  while (i < p.size() && i < digits + 3 && (chinese ? is_one_of(p[i], u"一二三四五六七八九十") : p[i] >= u'0' && p[i] <= u'9')) ++i;
  if (i == digits || i >= p.size()) return kBare;
  if (bracket) return p[i] != u'）' ? kBare : chinese ? 2 : 4;
  if (chinese) return p[i] == u'、' ? 1 : kBare;
  return p[i] == u'.' || p[i] == u'、' ? 3 : kBare;
}

}  // namespace

std::optional<Heading> read_heading(std::u16string_view text, Span paragraph) {
  const auto p = text.substr(paragraph.begin, paragraph.size());
  const int depth = mark_depth(p);
  if (p[0] == u'【' || p[0] == u'〔') {  // 【人事任免】全年任命71人次: the item's name alone
    const std::size_t close = p.substr(0, kLongestHeading).find(p[0] == u'【' ? u'】' : u'〕');
    if (close != std::u16string_view::npos) return Heading{{paragraph.begin, paragraph.begin + static_cast<std::uint32_t>(close) + 1}, depth};
  }
  if (depth == kBare && (p.size() > kLongestBare || is_one_of(p.back(), u"，、："))) return std::nullopt;
  const auto opening = p.substr(0, kLongestHeading);
  const auto stop = std::find_if(opening.begin(), opening.end(), ends_sentence);
  if (depth == kBare) return stop == opening.end() ? std::optional<Heading>({paragraph, kBare}) : std::nullopt;
  const auto length = static_cast<std::uint32_t>(stop == opening.end() ? p.size() : static_cast<std::size_t>(stop - opening.begin()) + 1);
  if (length > kLongestHeading) return std::nullopt;
  return Heading{{paragraph.begin, paragraph.begin + length}, depth};
}

void add_section(std::vector<Section>& sections, const Heading& heading) {
  Section section;
  section.heading = heading.span;
  section.depth = heading.depth;
  section.body = {heading.span.end, heading.span.end};
  std::int32_t parent = static_cast<std::int32_t>(sections.size()) - 1;
  while (parent > 0 && sections[static_cast<std::size_t>(parent)].depth >= heading.depth) parent = sections[static_cast<std::size_t>(parent)].parent;
  section.parent = parent > 0 ? parent : -1;
  sections.push_back(section);
}

}  // namespace renda
