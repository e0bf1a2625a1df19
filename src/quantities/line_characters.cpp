#include "quantities/line_characters.h"

#include <utility>

#include "layout/fold.h"
#include "quantities/characters.h"
#include "text/utf.h"

namespace renda {
namespace {

std::u16string folded(std::u16string_view raw) {
  std::u16string wide;
  for (char16_t c : raw) {
    c = simplify_character(fold_character(c));
    if (c == kDropped) continue;
    if (c == u'−' || c == u'﹣') c = u'-';
    wide.push_back(c);
  }
  return wide;
}

std::u16string without_spaces(std::u16string_view wide) {
  std::u16string text;
  for (std::size_t i = 0; i < wide.size(); ++i) {
    if (wide[i] != u' ' && wide[i] != u'\t') {
      text.push_back(wide[i]);
      continue;
    }
    std::size_t end = i + 1;
    while (is_ascii_digit(at(wide, end))) ++end;
    const std::size_t count = end - i - 1;
    if (text.empty() || !is_ascii_digit(text.back()) || count == 0) continue;
    std::size_t before = 0;
    while (before < text.size() && is_ascii_digit(text[text.size() - 1 - before])) ++before;
    const bool thousands = count == 3 && before % 3 <= 3, spelled = count == 1;
    if (at(wide, end) == u'/') text.push_back(u'又');
    else if (!thousands && !spelled) text.push_back(u' ');
  }
  return text;
}

// ½ is 1/2, 1½ is 1又1/2.
void spell_out_fractions(std::u16string& text) {
  constexpr std::pair<char16_t, std::u16string_view> kFractions[] = {{u'½', u"1/2"}, {u'¼', u"1/4"}, {u'¾', u"3/4"}, {u'⅓', u"1/3"}, {u'⅔', u"2/3"}};
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const auto& [sign, words] : kFractions) {
      if (text[i] != sign) continue;
      text.replace(i, 1, words);
      if (i > 0 && is_ascii_digit(text[i - 1])) text.insert(i, 1, u'又');
    }
}

bool digit_or_power(char16_t c) { return is_chinese_digit(c) || power_of_ten(c) > 0; }

// 參 in Taiwan's financial numerals; everywhere else 参 is a word.
bool is_financial_three(std::u16string_view text, std::size_t i) {
  if (text[i] != u'参') return false;
  const char16_t before = i > 0 ? text[i - 1] : u'\0', next = at(text, i + 1);
  const bool in_numeral = digit_or_power(before) || digit_or_power(next) || text.size() == 1;
  const bool in_fraction = (before == u'之' && i > 1 && text[i - 2] == u'分') || before == u'负' || (next == u'点' && is_chinese_digit(at(text, i + 2)));
  return in_numeral || in_fraction || (i > 0 && contains(u"角分元圆", next));
}

void replace_stand_ins(std::u16string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool beside = (i > 0 && is_chinese_digit(text[i - 1])) || is_chinese_digit(at(text, i + 1));
    if (beside && contains(u"OoＯ", text[i])) text[i] = u'〇';
    if (beside && text[i] == u'幺') text[i] = u'一';
    if (is_financial_three(text, i)) text[i] = u'叁';
    if (text[i] == u'俩') text.replace(i, 1, u"两个");
    if (text[i] == u'仨') text.replace(i, 1, u"三个");
  }
}

}  // namespace

std::u16string line_characters(std::u16string_view line) {
  std::u16string text = without_spaces(folded(line));
  spell_out_fractions(text);
  replace_stand_ins(text);
  return text;
}

}  // namespace renda
