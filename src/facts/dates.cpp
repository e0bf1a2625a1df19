#include "facts/dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "quantities/numeral.h"
#include "text/search.h"

namespace renda {
namespace {

constexpr std::uint32_t kLongestNumeral = 6;
constexpr int kFirstYear = 1949, kLastYear = 2100;  // the first local congresses met in 1949

bool is_part(char16_t c) { return digit_value(c) >= 0 || power_of_ten(c) == 1 || c == u'廿'; }

int small_value(std::u16string_view numeral) {
  const auto n = read_numeral(numeral);
  if (!n || n->length != numeral.size() || !n->value.is_integer() || n->value > Decimal(9999)) return 0;
  return static_cast<int>(n->value.digits());
}

// The numeral that ends before `end`, or that begins at `begin`.
Span numeral_before(std::u16string_view text, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < kLongestNumeral && is_part(text[begin - 1])) --begin;
  return {begin, end};
}
Span numeral_after(std::u16string_view text, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < text.size() && end - begin < kLongestNumeral && is_part(text[end])) ++end;
  return {begin, end};
}
int value_of(std::u16string_view text, Span span) { return span.empty() ? 0 : small_value(text.substr(span.begin, span.size())); }

bool follows(std::u16string_view text, std::uint32_t at, std::u16string_view word) { return text.substr(std::min<std::size_t>(at, text.size()), word.size()) == word; }

// N月 or N日 at `at`; moves behind it.
int part_of_date(std::u16string_view text, std::uint32_t& at, char16_t unit, int most) {
  const Span numeral = numeral_after(text, at);
  if (numeral.empty() || numeral.end >= text.size() || text[numeral.end] != unit) return 0;
  const int value = value_of(text, numeral);
  if (value < 1 || value > most) return 0;
  at = numeral.end + 1;
  return value;
}

}  // namespace

std::string Date::text() const {
  if (month == 0) return fmt::format("{:04}", year);
  return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::vector<Date> read_dates(std::u16string_view text) {
  std::vector<Date> dates;
  for (std::size_t at = find_character(text, u'年'); at != std::u16string_view::npos; at = find_character(text, u'年', at + 1)) {
    const Span numeral = numeral_before(text, static_cast<std::uint32_t>(at));
    if (numeral.size() != 4) continue;
    Date date;
    date.year = value_of(text, numeral);
    if (date.year < kFirstYear || date.year > kLastYear) continue;
    std::uint32_t end = static_cast<std::uint32_t>(at) + 1;
    date.month = part_of_date(text, end, u'月', 12);
    if (date.month != 0) date.day = part_of_date(text, end, u'日', 31);
    date.span = {numeral.begin, end};
    dates.push_back(date);
  }
  return dates;
}

std::vector<Session> read_sessions(std::u16string_view text) {
  std::vector<Session> sessions;
  for (std::size_t at = find_character(text, u'届'); at != std::u16string_view::npos; at = find_character(text, u'届', at + 1)) {
    const Span number = numeral_before(text, static_cast<std::uint32_t>(at));
    Session session;
    session.congress = value_of(text, number);
    if (session.congress < 1 || session.congress > 40) continue;
    std::uint32_t next = static_cast<std::uint32_t>(at) + 1;
    session.national = follows(text, next, u"全国");
    if (session.national) next += 2;
    const std::uint32_t whole = follows(text, next, u"人民代表大会") ? 6u : follows(text, next, u"人大") ? 2u : 0u;
    if (whole == 0) continue;
    next += whole;
    for (std::u16string_view committee : {u"常务委员会", u"常委会"})
      if (follows(text, next, committee)) session.committee = true, next += static_cast<std::uint32_t>(committee.size());
    if (follows(text, next, u"第")) ++next;
    const Span count = numeral_after(text, next);
    const bool meeting = !count.empty() && (follows(text, count.end, u"次会议") || follows(text, count.end, u"次全体会议") || follows(text, count.end, u"次大会"));
    if (meeting) session.session = value_of(text, count), next = count.end + 3;
    session.span = {number.begin, std::min<std::uint32_t>(next, static_cast<std::uint32_t>(text.size()))};
    sessions.push_back(session);
  }
  return sessions;
}

}  // namespace renda
