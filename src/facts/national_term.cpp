#include "facts/national_term.h"

#include <algorithm>
#include <initializer_list>

#include "quantities/numeral.h"
#include "text/search.h"

namespace renda {
namespace {

constexpr int kFirst = 6, kFirstYear = 1983, kYears = 5;
constexpr std::size_t kLongestNumber = 3;

// 过去的五年，九届全国人大常委会…
bool frames_five_years(std::u16string_view before) {
  for (const std::u16string_view frame : {u"五年，", u"五年来，", u"五年里，", u"五年间，"})
    if (before.ends_with(frame)) return true;
  return false;
}

bool begins_sentence(std::u16string_view before) { return before.empty() || is_one_of(before.back(), u"\n。；：　 "); }

// 届全国人大常委会任期五年: the organ, and at once its term, unless five years were spoken of before it. 届全国人大一次会议精神，五年来 is the term of
// whoever reports.
bool is_of_term(std::u16string_view text, bool framed) {
  const auto skip_one = [&](std::initializer_list<std::u16string_view> words) {
    for (const auto word : words)
      if (text.starts_with(word)) return text.remove_prefix(word.size()), true;
    return false;
  };
  if (!skip_one({u"届全国人民代表大会", u"届全国人大"})) return false;
  const bool committee = skip_one({u"常务委员会", u"常委会"});
  skip_one({u"的"});
  return (committee && framed) || skip_one({u"任期", u"任职", u"五年"});
}

// The number that ends the text, 0 for none.
int number_at_end(std::u16string_view text, std::size_t begin) {
  const auto numeral = read_numeral(text.substr(begin));
  return numeral && numeral->length == text.size() - begin && numeral->value.is_integer() ? static_cast<int>(numeral->value.digits()) : 0;
}

}  // namespace

std::optional<NationalTerm> read_national_term(std::u16string_view opening) {
  const auto organ = find_word(opening, u"届全国人");
  if (organ == std::u16string_view::npos) return std::nullopt;
  for (std::size_t begin = organ - std::min(organ, kLongestNumber); begin < organ; ++begin) {
    const int congress = number_at_end(opening.substr(0, organ), begin);
    if (congress < kFirst) continue;
    auto before = opening.substr(0, begin);
    if (before.ends_with(u"第")) before.remove_suffix(1);
    const bool framed = frames_five_years(before);
    if (!(framed || begins_sentence(before)) || !is_of_term(opening.substr(organ), framed)) return std::nullopt;
    const int first = kFirstYear + kYears * (congress - kFirst);
    return NationalTerm{first, first + kYears - 1, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(organ)}};
  }
  return std::nullopt;
}

}  // namespace renda
