// read_body(): which organ reports, of which congress, at which session, on which day.
#include <algorithm>

#include "facts/dates.h"
#include "facts/reading.h"

namespace renda {
namespace {

// The line that says where and when the report was given: ——2024年1月29日在衢州市柯城区第十届人民代表大会第三次会议上.
struct DateLine {
  Date date;
  Session session;
};

constexpr std::uint32_t kLongestDateLine = 90;

Span line_around(std::u16string_view text, Span span) {
  const auto begin = text.rfind(u'\n', span.begin);
  const auto end = text.find(u'\n', span.begin);
  return {static_cast<std::uint32_t>(begin == std::u16string_view::npos ? 0 : begin + 1), static_cast<std::uint32_t>(end == std::u16string_view::npos ? text.size() : end)};
}

// 二次会议以来, 二次会议闭幕以来: where the report starts, not where it was given.
bool is_start(std::u16string_view text, const Session& session) {
  const auto clause = text.substr(session.span.end, 8);
  return has(clause.substr(0, clause.find_first_of(u"，。；")), u"以来");
}

bool find_date_line(std::u16string_view zone, std::uint32_t offset, DateLine& found) {
  const auto sessions = read_sessions(zone);
  if (sessions.empty()) return false;
  const auto dates = read_dates(zone);
  for (const Session& session : sessions) {
    if (session.session == 0 || is_start(zone, session)) continue;
    const Span line = line_around(zone, session.span);
    if (line.size() > kLongestDateLine) continue;
    for (const Date& date : dates) {
      if (date.month == 0 || !line.contains(date.span) || date.span.begin > session.span.begin) continue;
      found = {date, session};
      found.date.span.begin += offset, found.date.span.end += offset;
      found.session.span.begin += offset, found.session.span.end += offset;
      return true;
    }
  }
  return false;
}

// （2024年1月29日）, 2024年1月29日 or （2010年3月） on a line of its own.
bool find_lone_date(std::u16string_view zone, std::uint32_t offset, Date& found) {
  for (Date date : read_dates(zone)) {
    const Span line = line_around(zone, date.span);
    const bool in_brackets = date.span.begin > 0 && zone[date.span.begin - 1] == u'（';
    if (date.month == 0 || (date.day == 0 && !in_brackets) || line.size() > date.span.size() + 4) continue;
    found = date;
    found.span.begin += offset, found.span.end += offset;
    return true;
  }
  return false;
}

// 发布时间：2023-12-28: a page of the web says when it was put there.
bool find_date_of_page(std::u16string_view head, Date& found) {
  constexpr std::u16string_view kPublished = u"发布";
  for (auto at = find_word(head, kPublished); at != std::u16string_view::npos; at = find_word(head, kPublished, at + 1)) {
    const std::size_t begin = at + std::u16string_view(u"发布时间：").size();
    if (!has_any(head.substr(at, 5), {u"时间：", u"日期：", u"时间:", u"日期:"})) continue;
    const auto number = [&](std::size_t from, std::size_t length) {
      int value = 0;
      for (const char16_t c : head.substr(std::min(begin + from, head.size()), length)) value = c >= u'0' && c <= u'9' && value >= 0 ? value * 10 + (c - u'0') : -1;
      return value;
    };
    found = {year_at(head, begin), number(5, 2), number(8, 2), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 10)}};
    if (found.year != 0 && head.substr(begin + 4, 1) == u"-" && found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31) return true;
  }
  return false;
}

// 2009年1月6日，武汉市十二届人大五次会议听取了…: the first sentence of a news text.
bool find_session_sentence(std::u16string_view opening, DateLine& found) {
  for (const Session& session : read_sessions(opening)) {
    if (session.session == 0 || session.committee || session.national || is_start(opening, session)) continue;
    for (const Date& date : read_dates(opening))
      if (date.month != 0 && date.span.end <= session.span.begin && session.span.begin - date.span.end <= 20) return found = {date, session}, true;
  }
  return false;
}

// （2012年2月16日在自治县人民代表大会上）: where the report was given, without the session's number.
bool find_date_of_place(std::u16string_view text, Date& found) {
  for (const Date& date : read_dates(text)) {
    const Span line = line_around(text, date.span);
    const auto before = text.substr(line.begin, date.span.begin - line.begin), after = text.substr(date.span.end, line.end - date.span.end);
    const auto place = after.substr(0, after.find_last_not_of(u"）)") + 1);
    const bool at_meeting = place.starts_with(u"在") && (place.ends_with(u"会上") || place.ends_with(u"会议上"));
    if (date.month == 0 || line.size() > kLongestDateLine || before.find_first_not_of(u"（(—-－ 　") != std::u16string_view::npos || !at_meeting) continue;
    return found = date, true;
  }
  return false;
}

// The date of a report whose session no line names, and the rule that tells it; null without one.
const char* find_date_alone(const Reading& r, Date& found) {
  constexpr std::size_t kTop = 400;
  const auto top = r.head.substr(0, kTop);
  if (find_date_of_place(top, found)) return "place";
  if (find_date_of_page(top, found)) return "page";
  return find_lone_date(top, 0, found) || find_lone_date(r.tail, r.tail_begin, found) ? "line of its own" : nullptr;
}

const char* body_of(const Reading& r) {
  const auto where = r.title.empty() ? r.head : r.title;
  if (has_any(where, {u"街道人大", u"人大街道", u"街道工委", u"街道工作委员会", u"人大工委", u"人大工作委员会"})) return "working_committee";
  if (has_any(where, {u"主席团"})) return "presidium";
  if (has_any(where, {u"常务委员会", u"常委会"})) return "standing_committee";
  if (has_any(where, {u"人民代表大会", u"人大"})) return has_any(r.head, {u"常委会", u"常务委员会"}) ? "standing_committee" : has(r.head, u"主席团") ? "presidium" : "congress";
  if (has_any(r.head, {u"常务委员会", u"常委会"})) return "standing_committee";
  if (has(r.head, u"主席团")) return "presidium";
  return "";
}

}  // namespace

void read_body(const Reading& r, Facts& facts) {
  facts.body = body_of(r);
  DateLine line;
  Date alone;
  if (find_date_line(r.head, 0, line) || find_date_line(r.tail, r.tail_begin, line) || find_session_sentence(r.head.substr(0, 150), line)) {
    facts.report_date = line.date.text();
    facts.evidence.push_back({"report_date", facts.report_date, "date line", line.date.span});
    if (!line.session.committee) facts.session = std::to_string(line.session.session);
    facts.congress = std::to_string(line.session.congress);
    facts.evidence.push_back({"session", facts.congress + "/" + facts.session, "date line", line.session.span});
    return;
  }
  if (const char* rule = find_date_alone(r, alone); rule != nullptr) {
    facts.report_date = alone.text();
    facts.evidence.push_back({"report_date", facts.report_date, rule, alone.span});
  }
  const auto named = read_sessions(r.title);
  if (!named.empty()) {
    facts.congress = std::to_string(named.front().congress);
    if (named.front().session != 0 && !named.front().committee) facts.session = std::to_string(named.front().session);
    facts.evidence.push_back({"session", facts.congress + "/" + facts.session, "title", r.title_span});
  }
}

}  // namespace renda
