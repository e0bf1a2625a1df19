// read_period(): for which time a report speaks. Strongest first: a year or a term in the title, the session at which it was given, the frame of its
// opening (五年来, 一年来, 2023年), the file name, anniversaries and campaigns (language of the reports, section Period).
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "facts/anchors.h"
#include "facts/dates.h"
#include "facts/national_term.h"
#include "facts/opening_years.h"
#include "facts/reading.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kDateLine = 300;      // characters in which the line stands that says where the report was given
constexpr std::size_t kOpening = 700;       // characters that set the frame
constexpr std::size_t kAnchored = 20000;    // and those in which an anniversary is looked for
constexpr std::size_t kRangeOpening = 300;  // and those in which a span of years does
constexpr std::uint32_t kFirstWords = 16;   // and those in which 上半年 does, before a year
constexpr int kLastSessionMonth = 4;        // a session of January to April reports the year before
constexpr int kPostponed = 6;               // nor do those of May and June, held late (2020), report their own
constexpr int kFirstLateMonth = 11;         // one of November or December its own year
// Before these years terms were of three years as often as of five: where the text does not say, none is assumed.
constexpr int kFiveYearTerms = 1993, kFiveYearTermsOfTownships = 2007;

// How long the term is by the first words that say so (五年来 5, 三年来 3), 0 where none do. 三年来 further on is a part of it.
int term_years(std::u16string_view text) {
  const std::pair<std::u16string_view, int> kWords[] = {{u"三年来", 3}, {u"三年中", 3}, {u"整整三年", 3}, {u"过去三年", 3}, {u"三年工作", 3}, {u"三年的工作", 3}, {u"四年来", 4}, {u"过去四年", 4}, {u"四年的工作", 4}, {u"六年来", 6}, {u"五年", 5}, {u"5年", 5}};
  int years = 0;
  std::size_t first = std::u16string_view::npos;
  for (const auto& [word, length] : kWords)
    if (const auto at = text.find(word); at < first) first = at, years = length;
  return years;
}

// A part of a year that the words name; all of it where they name none.
Period part_of_year(std::u16string_view text, int year) {
  const auto whole = std::to_string(year);
  for (const DateRange& range : read_date_ranges(text)) {
    if (range.of_years() || (range.first.year != 0 && range.first.year != year) || range.last.year != range.first.year) continue;
    return months_of_year(year, range.first.month, range.last.month);
  }
  if (has(text, u"前三季度")) return months_of_year(year, 1, 9);
  if (has_any(text, {u"上半年", u"下半年"})) return {"half", whole, whole, {}};
  if (has_any(text, {u"一季度", u"二季度", u"三季度", u"四季度"})) return {"quarter", whole, whole, {}};
  return {"annual", whole, whole, {}};
}

class PeriodReader {
 public:
  PeriodReader(const Reading& reading, std::string_view file, const Given& given, Facts& facts) : r_(reading), file_(file), given_(given), facts_(facts) {
    if (facts.report_date.size() >= 7) year_ = std::stoi(facts.report_date.substr(0, 4)), month_ = std::stoi(facts.report_date.substr(5, 2));
    else read_date_of_report();
  }

  void read() {
    if (by_title() || by_bounds_of_term() || by_session() || by_national_term() || by_opening() || by_file() || by_anchor()) return;
    if (is_term()) set("term", 0, 0, "text", "frame", r_.title_span);
    else by_frame();
  }

 private:
  // 1993年3月的常委会工作报告回顾了五年历程: told by another text.
  void read_date_of_report() {
    const auto opening = r_.head.substr(0, kFirstWords * 2);
    for (const Date& date : read_dates(opening)) {
      if (date.month == 0 || !opening.substr(date.span.end).starts_with(u"的常委会工作报告")) continue;
      year_ = date.year, month_ = date.month;
      return;
    }
  }

  bool set(const Period& period, const char* source, const char* rule, Span span) {
    facts_.period = period;
    facts_.period.source = source;
    facts_.evidence.push_back({"period", facts_.period.kind + " " + facts_.period.start + "-" + facts_.period.end, rule, span});
    if (facts_.kind == "annual_report" && facts_.period.kind == "term" && !given_.has(GivenFact::kind)) facts_.kind = "term_report";
    return true;
  }
  bool set(const char* kind, int start, int end, const char* source, const char* rule, Span span) {
    const auto text = [](int year) { return year == 0 ? std::string() : std::to_string(year); };
    return set({kind, text(start), text(end), {}}, source, rule, span);
  }
  bool set_years(const DateRange& range, bool term, const char* source, const char* rule, Span span) {
    return set(term ? "term" : "multi", range.first.year, range.last.year, source, rule, span);
  }

  bool is_term() const {
    if (given_.has(GivenFact::period_kind)) return given_[GivenFact::period_kind] == "term";
    if (given_[GivenFact::kind] == "term_report" || given_[GivenFact::kind] == "annual_report") return given_[GivenFact::kind] == "term_report";
    if (facts_.session == "1" && !has_any(r_.title, {u"年度"})) return true;
    if (has_any(r_.title, {u"五年工作", u"五年回顾", u"五年来", u"本届", u"的五年", u"届人大常委会工作综述", u"届人大常委会工作回顾", u"届人大常委会履职", u"届常委会工作", u"届区人大常委会工作", u"届县人大常委会工作", u"届市人大常委会工作", u"三年工作", u"过去五年"}))
      return true;
    if (is_later_session() || is_given_to_committee() || facts_.body == "working_committee" || facts_.teller != Teller::congress) return false;
    const auto opening = r_.head.substr(0, kOpening);
    const bool of_congress = !facts_.congress.empty() || has_any(opening, {u"届"});  // 三年来，区、乡镇两级代表接待选民…: of stations, no term
    if (!of_congress && facts_.kind == "other" && first_of(opening, {u"五年", u"5年"}) == std::u16string_view::npos) return false;
    const auto term = std::min(first_of(opening, {u"五年来", u"过去五年", u"过去的五年", u"五年的工作", u"五年工作", u"五年间", u"三年来", u"三年中", u"五年中", u"四年来", u"过去三年", u"过去5年", u"5年来", u"5年间", u"5年当中", u"任期内", u"届内", u"五年履职", u"五年历程", u"届人大常委会任期", u"届人大常委会五年", u"这一届", u"本届以来", u"这五年"}), place_of_own_term(opening));
    if (term == std::u16string_view::npos) return false;
    return term < first_of(opening, {u"一年来", u"过去一年", u"过去的一年", u"过去一年来", u"去年以来", u"今年以来"});
  }

  // 本届人大, 本届常委会; not in 2016年是本届人大任期的最后一年, which is a year of it.
  static std::size_t place_of_own_term(std::u16string_view text) {
    for (const std::u16string_view words : {u"本届人大", u"本届常委会"})
      for (auto at = text.find(words); at != std::u16string_view::npos; at = text.find(words, at + 1)) {
        const auto clause = text.substr(at, text.find_first_of(u"，。；", at) - at);
        if (!has_any(clause, {u"最后一年", u"第一年", u"第二年", u"第三年", u"第四年", u"第五年", u"开局之年", u"开局年", u"首年", u"之年"})) return at;
      }
    return std::u16string_view::npos;
  }

  // The second to fifth sessions of a congress hear of one year, whatever the opening says of five.
  bool is_later_session() const { return !facts_.session.empty() && facts_.session != "1"; }

  // 2014年11月18日在安徽省第十二届人民代表大会常务委员会第十五次会议上
  bool is_given_to_committee() const {
    const auto at = r_.head.substr(0, kDateLine).find(u"常务委员会第");
    return at != std::u16string_view::npos && has(r_.head.substr(at, 20), u"次会议上");
  }

  static int length(const DateRange& range) { return range.last.year - range.first.year + 1; }

  bool by_title() {
    for (const DateRange& range : read_date_ranges(r_.title))
      if (range.of_years() || (is_term() && length(range) >= 3)) return set_years(range, length(range) >= 3 && length(range) <= 6, "text", "title", r_.title_span);
    const int year = year_of_title();
    if (year == 0) return false;
    if (has(r_.title, u"年以来") && year <= year_) return set("multi", year, year_, "text", "title", r_.title_span);
    if (contradicted_by_session(year)) return false;
    return set(part_of_year(r_.title, year), "text", "title", r_.title_span);
  }

  // 1998年2月选出，2003年1月任期届满; 自1999年1月产生，…三年来: the term of whoever was elected then.
  bool by_bounds_of_term() {
    constexpr std::size_t kElected = 20, kEnded = 6;
    const auto opening = r_.head.substr(0, kRangeOpening);
    const auto dates = read_dates(opening);
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const auto elected = opening.substr(dates[i].span.end, kElected);
      if (dates[i].month == 0 || !has_any(elected.substr(0, elected.find_first_of(u"。；，")), {u"选举产生", u"选出", u"产生"})) continue;
      const Span span = dates[i].span;
      for (std::size_t k = i + 1; k < dates.size(); ++k)
        if (has_any(opening.substr(dates[k].span.end, kEnded), {u"届满", u"换届", u"任期"})) return set("term", dates[i].year, dates[k].year, "text", "bounds", span);
      const int years = term_years(r_.head.substr(0, kOpening));
      const int last = year_ == 0 ? dates[i].year + years - 1 : month_ <= kLastSessionMonth ? year_ - 1 : year_;
      return years != 0 && (has(elected, u"产生以来") || has_any(opening, {u"任期届满", u"届满"})) && set("term", dates[i].year, last, "text", "bounds", span);
    }
    return false;
  }

  // 2023年, 数读2023; a yearbook of 2015 tells of 2014.
  int year_of_title() const {
    const auto yearbook = r_.title.find(u"年鉴");
    const auto told = [&](int year, std::size_t begin) {
      const bool of_yearbook = yearbook != std::u16string_view::npos && (begin > yearbook || begin + 4 >= yearbook);
      return of_yearbook ? year - 1 : year;
    };
    const auto dates = read_dates(r_.title);
    for (const Date& date : dates)
      if (date.month == 0 || !read_date_ranges(r_.title).empty()) return told(date.year, date.span.begin);
    for (std::size_t i = 0; dates.empty() && i < r_.title.size(); ++i)
      if (const int year = year_at(r_.title, i); year != 0) return told(year, i);
    return 0;
  }

  // Nobody reports a year in its January: then the title names the year in which the report was given. Any other difference is told, and the title
  // stands.
  bool contradicted_by_session(int year) {
    const bool clear = month_ <= kLastSessionMonth || month_ >= kFirstLateMonth;
    if (year_ == 0 || facts_.congress.empty() || !clear || is_term()) return false;
    const int reported = month_ <= kLastSessionMonth ? year_ - 1 : year_;
    if (year == reported) return false;
    const bool given_later = year > reported;
    if (given_later && facts_.kind != "annual_report") return false;  // the session opens an account of the year that it stands in
    facts_.message += fmt::format("{}period: the title says {}, the session of {} reports {}", facts_.message.empty() ? "" : "; ", year, facts_.report_date, reported);
    return given_later;
  }

  bool by_session() {
    if (year_ == 0 || facts_.congress.empty()) return false;
    const int reported = month_ <= kLastSessionMonth ? year_ - 1 : month_ >= kFirstLateMonth ? year_ : year_in_opening().value_or(month_ <= kPostponed ? year_ - 1 : year_);
    const Span span = facts_.evidence.back().span;
    if (is_term()) {  // the year in the opening of a term report is the one in which the term began
      const int last = month_ <= kLastSessionMonth ? year_ - 1 : month_ > kPostponed ? year_ : reported;
      return set("term", start_of_term(last), last, "session-date", "session", span);
    }
    return set(part_of_year(r_.title, reported), "session-date", "session", span);
  }

  // 0 where it cannot be told.
  int start_of_term(int last) const {
    for (const Date& date : read_dates(r_.head.substr(0, kOpening)))
      if (date.year < last && r_.head.substr(date.span.end, 4) == u"换届以来") return date.year;  // 报告2011年换届以来的工作
    const int years = term_years(r_.head.substr(0, kOpening));
    if (years != 0) return last - years + 1;
    return last < (facts_.body == "presidium" ? kFiveYearTermsOfTownships : kFiveYearTerms) ? 0 : last - 4;
  }

  OpeningYears opening_years() const { return read_opening_years(r_.head.substr(0, kOpening), facts_.report_date); }

  std::optional<int> year_in_opening() {
    const auto years = opening_years();
    if (!years.year) return std::nullopt;
    frame_ = years.year->span;
    return years.year->year;
  }

  bool by_opening() {
    const auto opening = r_.head.substr(0, kOpening);
    if (by_range(opening.substr(0, kRangeOpening)) || by_both_ends(opening.substr(0, kRangeOpening)) || by_founding() || by_until()) return true;
    const auto year = year_in_opening();
    constexpr int kTerm = 5;
    if (year && opening.substr(frame_.end).starts_with(u"以来的五年")) return set("term", *year, *year + kTerm - 1, "text", "since", frame_);
    if (is_term()) return term_by_opening(year);
    if (!year && year_ != 0 && month_ <= kLastSessionMonth && facts_.kind == "annual_report") return set(part_of_year(r_.title, year_ - 1), "session-date", "date", {});
    if (!year) return year_ != 0 && set(part_of_year(r_.title, year_), "text", "date", {});
    if (by_since(*year, opening.substr(frame_.end, 24))) return true;
    if (is_year_after(opening)) return set("annual", *year - 1, *year - 1, "text", "opening", frame_);
    if (opening.starts_with(u"去年") && has(opening.substr(0, frame_.begin), u"。")) return set("annual", 0, 0, "text", "opening", frame_);  // 去年…。2020年…: before which year?
    if (has(opening.substr(0, std::min(kFirstWords, frame_.begin)), u"上半年")) return set(part_of_year(u"上半年", *year), "text", "opening", frame_);
    const auto sentence = opening.substr(frame_.begin, 60);
    return set(part_of_year(sentence.substr(0, sentence.find(u'。')), *year), "text", "opening", frame_);
  }

  // 过去一年，…。2025年拟安排…: the year that is named comes after the one reported.
  bool is_year_after(std::u16string_view opening) const {
    const auto after = opening.substr(frame_.end, 3);
    const bool planned = after.starts_with(u"拟") || after.starts_with(u"将") || after.starts_with(u"计划") || after.starts_with(u"准备");
    return planned && has_any(opening.substr(0, frame_.begin), {u"去年", u"过去一年", u"过去的一年", u"一年来"});
  }

  // 联络站2021年10月挂牌…到2024年8月，接待选民517人次: from when it was founded until then; 2018年5月揭牌…建站以来: until today.
  bool by_founding() {
    const auto opening = r_.head.substr(0, kOpening);
    const auto dates = read_dates(opening);
    const auto founding = std::find_if(dates.begin(), dates.end(), [&](const Date& date) { return date.text() != facts_.report_date && !is_quoted(opening.substr(0, date.span.begin)); });
    if (founding == dates.end() || is_term() || !is_founding(*founding, opening)) return false;
    for (auto date = std::next(founding); date != dates.end(); ++date) {
      const auto before = opening.substr(0, date->span.begin);
      if (date->year > founding->year && (before.ends_with(u"到") || before.ends_with(u"至")))
        return set("multi", founding->year, date->year, "text", "founding", founding->span);
    }
    const auto since = first_of(r_.head, {u"站以来", u"牌以来", u"成立以来", u"设立以来", u"挂牌以来", u"揭牌以来", u"启用以来", u"运行以来", u"投用以来", u"当选以来", u"任职以来", u"履职以来", u"年多来", u"年里", u"年半下来", u"两年来", u"三年来", u"四年来", u"几年来", u"一转眼"});
    const auto year = std::find_if(std::next(founding), dates.end(), [&](const Date& date) { return date.year > founding->year && date.month == 0; });
    if (since == std::u16string_view::npos || (year != dates.end() && year->span.begin < since)) return false;  // …挂牌。2019年，接待197人次。开站以来…
    return set("multi", founding->year, year_ != 0 ? year_ : stated_until(), "text", "founding", founding->span);
  }

  // 自1981年2月选举产生至1984年5月换届: the two ends of a time, with words between them.
  bool by_both_ends(std::u16string_view opening) {
    const auto dates = read_dates(opening);
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
      const Date &first = dates[i], &last = dates[i + 1];
      const auto before = opening.substr(0, first.span.begin), between = opening.substr(first.span.end, last.span.begin - first.span.end);
      const bool both = (before.ends_with(u"自") || before.ends_with(u"从")) && (between.ends_with(u"至") || between.ends_with(u"到"));
      if (!both || last.year <= first.year || between.find_first_of(u"。；") != std::u16string_view::npos || is_quoted(before)) continue;
      const bool term = has_any(between, {u"选举产生", u"届"});
      return set(term ? "term" : "multi", first.year, last.year, "text", "opening", {first.span.begin, last.span.end});
    }
    return false;
  }

  // 2018年至2022年, 1980-2002年, 2023年1月至10月: not the years of a plan.
  bool by_range(std::u16string_view opening) {
    for (const DateRange& range : read_date_ranges(opening)) {
      const auto after = opening.substr(range.span.end, 8);
      if (is_quoted(opening.substr(0, range.span.begin)) || has_any(after, {u"规划", u"纲要", u"行动", u"战略", u"愿景", u"远景"})) continue;
      if (range.of_years()) return set_years(range, is_term() || length(range) == 5 || names_congress(opening.substr(0, range.span.begin)), "text", "opening", range.span);
      constexpr int kShortest = 3;  // 任期内（2016年10月至2021年9月）
      const bool term = is_term() || length(range) == 5 || after.substr(0, 4).find(u"五年") != std::u16string_view::npos || names_congress(opening.substr(0, range.span.begin));
      if (range.first.year != 0 && length(range) >= kShortest) return set_years(range, term, "text", "opening", range.span);
      if (range.first.year == 0 || range.last.year != range.first.year || !(after.starts_with(u"，") || after.starts_with(u"共"))) continue;
      return set(months_of_year(range.first.year, range.first.month, range.last.month), "text", "opening", range.span);
    }
    return false;
  }

  // 第十届人大常委会（1987~1990年）: the years of that congress.
  static bool names_congress(std::u16string_view before) {
    constexpr std::size_t kName = 12;
    const auto name = before.substr(before.size() - std::min(before.size(), kName));
    return before.ends_with(u"（") && has(name, u"届") && has_any(name, {u"人大", u"人民代表大会", u"常委会"});
  }

  // 截至2023年7月, 到2025年: what stands by then; an event of an earlier year does not date it.
  bool by_until() {
    const auto years = opening_years();
    if (!years.until || is_term()) return false;
    const Span span = years.until->span;
    const int until = years.until->year;
    if (years.year && years.year->span.begin < span.begin) return false;
    if (!years.year && (facts_.kind == "suggestions_report" || has_any(r_.head.substr(0, kOpening), {u"全年", u"一年来", u"年内", u"今年以来", u"这一年"}))) return set("annual", until, until, "text", "opening", span);
    if (!years.year) return year_ == 0 && set("multi", 0, until, "text", "opening", span);
    const bool event = years.year->year < until && (years.year->month != 0 || years.from);
    return event && set("multi", years.from ? years.year->year : 0, until, "text", "opening", span);
  }

  // The year of 截至2023年底, 0 where none stands in the opening.
  int stated_until() const {
    const auto opening = r_.head.substr(0, kOpening);
    for (const Date& date : read_dates(opening))
      if (const auto before = opening.substr(0, date.span.begin); before.ends_with(u"截至") || before.ends_with(u"截止")) return date.year;
    return 0;
  }

  // 2019年以来; 2023年1月县十届人大二次会议以来: the year between two sessions.
  bool by_since(int year, std::u16string_view after) {
    const auto end = after.find(u"以来");
    const auto words = after.substr(0, end);
    if (end == std::u16string_view::npos || has_any(words, {u"，", u"。"})) return false;
    if (words.empty()) return set("multi", year, year_ != 0 ? year_ : stated_until(), "text", "since", frame_);
    if (!has(words, u"届")) return false;
    const auto date = opening_years().year;
    const bool late = date && date->month >= kFirstLateMonth;
    const int next = late ? year + 1 : year;  // the year that lies between this session and the next
    const int last = month_ != 0 && month_ <= kLastSessionMonth ? year_ - 1 : year_;
    if (last == next) return set("annual", next, next, "text", "since", frame_);
    const auto sessions = read_sessions(words);
    const bool first = !sessions.empty() && sessions.front().session == 1;
    if (year_ == 0 && !first && date && date->month != 0) return set("annual", next, next, "text", "since", frame_);
    return set("multi", next, year_ == 0 ? 0 : last, "text", "since", frame_);
  }

  bool term_by_opening(std::optional<int> year) {
    if (year_ != 0) {
      const int last = month_ <= kLastSessionMonth ? year_ - 1 : year_;
      return set("term", start_of_term(last), last, "text", "date", {});
    }
    if (!year) return false;
    return set("term", 0, 0, "text", "frame", frame_);
  }

  bool by_national_term() {
    const auto term = read_national_term(r_.head.substr(0, kOpening));
    return term && set("term", term->first, term->last, "text", "national term", term->span);
  }

  bool by_file() {
    const std::u16string name = to_utf16(file_.substr(file_.rfind('/') + 1));
    for (const DateRange& range : read_date_ranges(name))
      if (range.of_years()) return set_years(range, is_term() || length(range) == 5, "file-name", "file name", {});
    int found = 0;
    for (std::size_t i = 0; i < name.size(); ++i)
      if (const int year = year_at(name, i); year >= 1978 && year <= 2035) found = found == 0 || found == year ? year : -1;
    if (found <= 0) return false;
    if (is_term()) return set("term", 0, found, "file-name", "file name", {});
    return set("annual", found, found, "file-name", "file name", {});
  }

  bool by_anchor() {
    const auto anchor = latest_anchor(r_.text.substr(0, kAnchored));
    if (!anchor) return false;
    if (is_term()) return set("term", 0, 0, "text", "frame", {});
    return set("annual", anchor->year, anchor->year, "anchor", "anchor", anchor->span);
  }

  // 一年来, 今年上半年 without any year: the kind of period is known, the year is not.
  void by_frame() {
    const auto opening = r_.head.substr(0, kOpening);
    const auto half = first_of(opening, {u"上半年"}), year = first_of(opening, {u"一年来", u"过去一年", u"过去的一年", u"全年", u"去年", u"今年"});
    if (half == year) return;
    const bool of_half = half != std::u16string_view::npos && (half < year || half == year + 2);  // 今年上半年
    set(of_half ? "half" : "annual", 0, 0, "text", "frame", r_.title_span);
  }

  const Reading& r_;
  std::string_view file_;
  const Given& given_;
  Facts& facts_;
  int year_ = 0, month_ = 0;
  Span frame_;
};

}  // namespace

void read_period(const Reading& reading, std::string_view file, const Given& given, Facts& facts) { PeriodReader(reading, file, given, facts).read(); }

}  // namespace renda
