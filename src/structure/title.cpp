#include "structure/title.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kLongest = 60;      // characters of a title paragraph
constexpr std::size_t kParagraphsRead = 4000;

constexpr std::u16string_view kBodies[] = {u"人大", u"人民代表大会", u"常委会", u"常务委员会", u"主席团"};
constexpr std::u16string_view kKinds[] = {u"工作报告", u"工作综述", u"工作回顾", u"履职综述", u"工作纪实", u"履职纪实", u"工作总结",
                                          u"综述",     u"纪实",     u"巡礼",     u"回眸",     u"答卷",     u"概况",     u"要览"};

template <std::size_t N>
bool has_any(std::u16string_view text, const std::u16string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view w) { return text.find(w) != std::u16string_view::npos; });
}

bool is_short_line(std::u16string_view paragraph) {
  return paragraph.size() <= kLongest && paragraph.find_first_of(u"|｜") == std::u16string_view::npos && paragraph.find_first_of(u"。；") == std::u16string_view::npos;
}

// 数说人大｜银川市人大常委会的2023: a column's name and its headline, no row of a list.
bool is_headline_of_parts(std::u16string_view paragraph) {
  const auto bar = paragraph.find_first_of(u"|｜");
  return paragraph.size() <= kLongest && bar != std::u16string_view::npos && paragraph.find_first_of(u"|｜", bar + 1) == std::u16string_view::npos &&
         paragraph.find_first_of(u"。；0123456789") > bar;
}

// 2 names a body and a kind of report, 1 a kind only, 0 neither.
int rank(std::u16string_view paragraph) {
  if (!is_short_line(paragraph) || !has_any(paragraph, kKinds)) return 0;
  return has_any(paragraph, kBodies) ? 2 : 1;
}

}  // namespace

Span find_title(std::u16string_view text, const std::vector<Span>& paragraphs) {
  const auto view = [&](Span s) { return text.substr(s.begin, s.size()); };
  std::size_t best = paragraphs.size();
  int best_rank = 0;
  for (std::size_t i = 0; i < std::min(paragraphs.size(), kParagraphsRead) && best_rank < 2; ++i) {
    const int r = rank(view(paragraphs[i]));
    if (r > best_rank) best = i, best_rank = r;
  }
  if (best_rank < 2 && best > 3) best = paragraphs.size();  // a kind alone is a title only at the head of the page
  if (best == paragraphs.size()) {
    if (paragraphs.size() < 2 || !(is_short_line(view(paragraphs[0])) || is_headline_of_parts(view(paragraphs[0])))) return {};
    best = 0;
  }
  Span title = paragraphs[best];
  const bool subtitle = view(title).substr(0, 2) == u"——";
  if (best > 0 && (subtitle || best == 1) && is_short_line(view(paragraphs[best - 1]))) title.begin = paragraphs[best - 1].begin;
  if (best + 1 < paragraphs.size() && view(paragraphs[best + 1]).substr(0, 2) == u"——" && is_short_line(view(paragraphs[best + 1])))
    title.end = paragraphs[best + 1].end;
  return title;
}

}  // namespace renda
