#include "facts/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "quantities/numeral.h"
#include "text/calendar.h"
#include "text/search.h"

namespace renda {
namespace {

constexpr std::uint32_t kLongestNumeral = 6;

bool is_part(char16_t c) { return digit_value(c) >= 0 || power_of_ten(c) == 1 || c == u'廿'; }

// Nearly all are plain digits.
int small_value(std::u16string_view numeral) {
  int plain = 0;
  for (char16_t c : numeral) plain = c >= u'0' && c <= u'9' && plain >= 0 ? plain * 10 + (c - u'0') : -1;
  if (plain >= 0) return plain <= 9999 ? plain : 0;
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

constexpr int kLongestRange = 60;

// The date that ends before `end`: 2021年7月1日, 2021年7月, 7月, 2021年, and before a joint also 7 and 2021. Nothing where `begin` of its span is `end`.
Date date_before(std::u16string_view text, std::uint32_t end) {
  Date date;
  std::uint32_t at = end;
  const auto take = [&](char16_t unit) {
    if (at == 0 || text[at - 1] != unit) return 0;
    const Span numeral = numeral_before(text, at - 1);
    const int value = value_of(text, numeral);
    if (value > 0) at = numeral.begin;
    return value;
  };
  date.day = take(u'日');
  date.month = take(u'月');
  if (date.month == 0) date.day = 0, at = end;
  const bool bare = date.month == 0 && (at == 0 || text[at - 1] != u'年');
  if (bare) {
    const Span numeral = numeral_before(text, at);
    const int value = value_of(text, numeral);
    if (numeral.size() == 4) date.year = value;
    else date.month = value;
    at = value > 0 ? numeral.begin : end;
    if (const Span year = at > 0 && text[at - 1] == u'.' ? numeral_before(text, at - 1) : Span{}; year.size() == 4 && date.month != 0) date.year = value_of(text, year), at = year.begin;  // 2008.1
  }
  if (date.year == 0 && at > 0 && text[at - 1] == u'年' && (date.month != 0 || !bare)) {
    const Span numeral = numeral_before(text, at - 1);
    if (numeral.size() == 4) date.year = value_of(text, numeral), at = numeral.begin;
  }
  date.span = {at, end};
  return date;
}

// The date that begins at `begin`: 2022年6月30日, 2022年6月, 6月, 2022年, 2022.
Date date_after(std::u16string_view text, std::uint32_t begin) {
  Date date;
  std::uint32_t at = begin;
  const Span numeral = numeral_after(text, at);
  if (numeral.size() == 4) {
    date.year = value_of(text, numeral), at = numeral.end;
    if (follows(text, at, u"年")) ++at;
    else if (follows(text, at, u".")) {
      const Span month = numeral_after(text, at + 1);  // 2013.1
      if (month.size() <= 2 && value_of(text, month) <= 12) date.month = value_of(text, month), at = date.month != 0 ? month.end : at;
    }
  }
  if (date.month == 0 && (date.year == 0 || at > numeral.end)) date.month = part_of_date(text, at, u'月', 12);
  if (date.month != 0) date.day = part_of_date(text, at, u'日', 31);
  date.span = {begin, at};
  return date;
}

bool runs_forwards(const Date& first, const Date& last) {
  if ((first.year != 0 && !is_year(first.year)) || (last.year != 0 && !is_year(last.year)) || first.month > 12) return false;
  if (first.month == 0 || last.month == 0) return first.month == last.month && first.year != 0 && last.year > first.year && last.year - first.year < kLongestRange;
  const int years = last.year != 0 && first.year != 0 ? last.year - first.year : 0;
  return years < kLongestRange && years * 12 + last.month > first.month;
}

// 今天是：2020年3月12日 星期四: when a page was looked at says nothing of what stands on it.
bool is_of_page(std::u16string_view text, Span date) {
  const auto before = text.substr(0, date.begin);
  return before.ends_with(u"今天是：") || before.ends_with(u"今天是") || before.ends_with(u"现在是：");
}

}  // namespace

int year_of(std::string_view date) {
  int year = 0;
  if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
  return year;
}

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
    if (!is_year(date.year)) continue;
    std::uint32_t end = static_cast<std::uint32_t>(at) + 1;
    date.month = part_of_date(text, end, u'月', 12);
    if (date.month != 0) date.day = part_of_date(text, end, u'日', 31);
    date.span = {numeral.begin, end};
    if (is_of_page(text, date.span)) continue;
    dates.push_back(date);
  }
  return dates;
}

std::vector<DateRange> read_date_ranges(std::u16string_view text) {
  std::vector<DateRange> ranges;
  const auto is_joint = [](char16_t c) { return is_among(c, u"—-~至到"); };
  for_each_place(text, 0, text.size(), is_joint, [&](std::size_t at) {
    const auto joint = static_cast<std::uint32_t>(at);
    const std::uint32_t next = joint + (joint + 1 < text.size() && text[joint] == u'—' && text[joint + 1] == u'—' ? 2u : 1u);
    DateRange range{date_before(text, joint), date_after(text, next), {}};
    range.span = {range.first.span.begin, range.last.span.end};
    if (range.first.span.empty() || range.last.span.empty() || !runs_forwards(range.first, range.last)) return;
    if (range.last.year == 0) range.last.year = range.first.year;
    ranges.push_back(range);
  });
  return ranges;
}

int year_at(std::u16string_view text, std::size_t at) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= u'0' && text[i] <= u'9'; };
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(i)) return 0;
    year = year * 10 + (text[i] - u'0');
  }
  const bool longer = (at > 0 && is_digit(at - 1)) || is_digit(at + 4);
  return longer || !is_year(year) ? 0 : year;
}

std::string first_day(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, std::max(date.month, 1), std::max(date.day, 1)); }

std::string last_day(const Date& date) {
  const int month = date.month == 0 ? 12 : date.month;
  return fmt::format("{:04}-{:02}-{:02}", date.year, month, date.day == 0 ? days_in(date.year, month) : date.day);
}

Period months_of_year(int year, int first, int last) {
  const auto whole = year == 0 ? std::string() : std::to_string(year);
  if (first <= 1 && last >= 12) return {"annual", whole, whole, {}};
  const int months = last - first + 1;
  const bool half = months == 6 && first % 6 == 1, quarter = months == 3 && first % 3 == 1;
  const char* kind = half ? "half" : quarter ? "quarter" : "multi";
  if (year == 0) return {kind, "", "", {}};
  return {kind, first_day({year, first, 0, {}}), last_day({year, last, 0, {}}), {}};
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
