#include "facts/anchors.h"

#include "text/search.h"

namespace renda {
namespace {

struct Anchor {
  std::u16string_view words;
  int year;
};
// Events of one year, campaigns by their first: a text that has no year of its own speaks of the latest that it names.
constexpr Anchor kAnchors[] = {
    {u"建党100周年", 2021}, {u"建党一百周年", 2021}, {u"中国共产党成立100周年", 2021}, {u"党史学习教育", 2021},
    {u"中华人民共和国成立75周年", 2024}, {u"中华人民共和国75周年", 2024}, {u"新中国成立75周年", 2024}, {u"全国人民代表大会成立70周年", 2024}, {u"设立常委会45周年", 2024}, {u"常委会设立45周年", 2024},
    {u"常委会成立45周年", 2024}, {u"党纪学习教育", 2024}, {u"建国70周年", 2019}, {u"新中国成立70周年", 2019}, {u"中华人民共和国成立70周年", 2019}, {u"不忘初心、牢记使命”主题教育", 2019},
    {u"设立常委会40周年", 2019}, {u"常委会设立40周年", 2019}, {u"改革开放40周年", 2018}, {u"两学一做", 2016}, {u"三严三实", 2015}, {u"全国人民代表大会成立60周年", 2014}, {u"群众路线教育", 2013},
    {u"新时代中国特色社会主义思想主题教育", 2023}, {u"改革开放30周年", 2008}, {u"新中国成立60周年", 2009}, {u"学习实践科学发展观", 2008}, {u"保持共产党员先进性教育", 2005}};

}  // namespace

// The text is searched for what the anchors end with, not for each of them.
std::optional<AnchoredYear> latest_anchor(std::u16string_view text) {
  const Anchor* latest = nullptr;
  for (const std::u16string_view ending : {u"周年", u"教育", u"两学一做", u"三严三实", u"科学发展观"})
    for (auto at = find_word(text, ending); at != std::u16string_view::npos; at = find_word(text, ending, at + ending.size()))
      for (const Anchor& anchor : kAnchors)
        if ((latest == nullptr || anchor.year > latest->year) && text.substr(0, at + ending.size()).ends_with(anchor.words)) latest = &anchor;
  if (latest == nullptr) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(find_word(text, latest->words));
  return AnchoredYear{latest->year, {begin, begin + static_cast<std::uint32_t>(latest->words.size())}};
}

}  // namespace renda
