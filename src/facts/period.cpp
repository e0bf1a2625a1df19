// read_period(): for which time a report speaks. Strongest first: a year or a term in the title, the session at which it was given, the frame of its
// opening (五年来, 一年来, 2023年), the file name, anniversaries and campaigns (language of the reports, section Period).
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "facts/dates.h"
#include "facts/reading.h"

namespace renda {
namespace {

constexpr std::size_t kOpening = 700;       // characters that set the frame
constexpr int kLastSessionMonth = 4;        // a session of January to April reports the year before
constexpr int kPostponed = 6;             // nor do those of May and June, held late (2020), report their own
constexpr int kFirstLateMonth = 11;         // one of November or December its own year

struct Anchor {
  std::u16string_view words;
  int year;
};
// Events of one year: a text that has no year of its own speaks of theirs.
constexpr Anchor kAnchors[] = {{u"建党100周年", 2021}, {u"建党一百周年", 2021}, {u"中国共产党成立100周年", 2021}, {u"党史学习教育", 2021}, {u"中华人民共和国成立75周年", 2024}, {u"新中国成立75周年", 2024},
                               {u"全国人民代表大会成立70周年", 2024}, {u"建国70周年", 2019}, {u"新中国成立70周年", 2019}, {u"改革开放40周年", 2018}, {u"党纪学习教育", 2024}, {u"不忘初心、牢记使命”主题教育", 2019},
                               {u"三严三实", 2015}, {u"全国人民代表大会成立60周年", 2014}, {u"改革开放30周年", 2008}, {u"新中国成立60周年", 2009}};

bool is_year_end(char16_t c) { return c == u'年'; }

std::optional<int> year_at(std::u16string_view text, std::size_t at) {
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (at + i >= text.size() || text[at + i] < u'0' || text[at + i] > u'9') return std::nullopt;
    year = year * 10 + (text[at + i] - u'0');
  }
  const bool longer = (at > 0 && text[at - 1] >= u'0' && text[at - 1] <= u'9') || (at + 4 < text.size() && text[at + 4] >= u'0' && text[at + 4] <= u'9');
  return longer || year < 1949 || year > 2100 ? std::nullopt : std::optional(year);
}

// 2018—2022年, 2018年至2022年.
std::optional<std::pair<int, int>> year_range(std::u16string_view text) {
  for (std::size_t i = 0; i + 9 < text.size(); ++i) {
    const auto first = year_at(text, i);
    if (!first) continue;
    std::size_t j = i + 4;
    if (is_year_end(text[j])) ++j;
    std::size_t joint = j;
    while (joint < text.size() && joint < j + 2 && std::u16string_view(u"—-~至到").find(text[joint]) != std::u16string_view::npos) ++joint;
    if (joint == j) continue;
    const auto last = year_at(text, joint);
    if (last && *last > *first && *last - *first < 30) return std::pair(*first, *last);
  }
  return std::nullopt;
}

// How many years a term's words name: 五年来 5, 三年来 3.
int term_years(std::u16string_view text) {
  const std::pair<std::u16string_view, int> kWords[] = {{u"三年来", 3}, {u"四年来", 4}, {u"过去三年", 3}, {u"过去四年", 4}, {u"三年工作", 3}, {u"六年来", 6}};
  for (const auto& [word, years] : kWords)
    if (has(text, word)) return years;
  return 5;
}

class PeriodReader {
 public:
  PeriodReader(const Reading& reading, std::string_view file, Facts& facts) : r_(reading), file_(file), facts_(facts) {
    if (facts.report_date.size() >= 7) year_ = std::stoi(facts.report_date.substr(0, 4)), month_ = std::stoi(facts.report_date.substr(5, 2));
  }

  void read() {
    if (by_title() || by_session() || by_opening() || by_file() || by_anchor()) return;
    if (is_term()) set("term", 0, 0, "text", "frame", r_.title_span);
  }

 private:
  bool set(const char* kind, int start, int end, const char* source, const char* rule, Span span) {
    facts_.period.kind = kind;
    facts_.period.start = start == 0 ? "" : std::to_string(start);
    facts_.period.end = end == 0 ? "" : std::to_string(end);
    facts_.period.source = source;
    facts_.evidence.push_back({"period", facts_.period.kind + " " + facts_.period.start + "-" + facts_.period.end, rule, span});
    if (facts_.kind == "annual_report" && facts_.period.kind == "term") facts_.kind = "term_report";
    return true;
  }

  // Parts of a year named in the title or the first sentence.
  const char* part_of_year(std::u16string_view text) const {
    if (has_any(text, {u"上半年", u"下半年", u"1至6月", u"1-6月"})) return "half";
    if (has_any(text, {u"一季度", u"二季度", u"三季度", u"四季度"}) && !has(text, u"前三季度")) return "quarter";
    return "annual";
  }

  bool is_term() const {
    if (facts_.session == "1" && !has_any(r_.title, {u"年度"})) return true;
    if (has_any(r_.title, {u"五年工作", u"五年回顾", u"五年来", u"本届", u"届人大常委会工作综述", u"届人大常委会工作回顾", u"届人大常委会履职", u"届常委会工作", u"届区人大常委会工作", u"届县人大常委会工作", u"届市人大常委会工作", u"三年工作", u"过去五年"}))
      return true;
    const auto opening = r_.head.substr(0, kOpening);
    const auto term = first_of(opening, {u"五年来", u"过去五年", u"过去的五年", u"五年的工作", u"五年工作", u"五年间", u"三年来", u"四年来", u"过去三年", u"过去5年", u"5年来", u"5年间", u"5年当中", u"任期内", u"届内", u"本届人大", u"本届常委会", u"五年履职", u"届人大常委会任期", u"这五年"});
    if (term == std::u16string_view::npos) return false;
    return term < first_of(opening, {u"一年来", u"过去一年", u"过去的一年", u"过去一年来", u"去年以来", u"今年以来"});
  }

  bool by_title() {
    if (const auto range = year_range(r_.title)) {
      const int years = range->second - range->first + 1;
      return set(years == 1 ? "annual" : years >= 3 && years <= 6 ? "term" : "multi", range->first, range->second, "text", "title", r_.title_span);
    }
    for (const Date& date : read_dates(r_.title)) {
      if (date.month != 0) continue;
      return set(part_of_year(r_.title), date.year, date.year, "text", "title", r_.title_span);
    }
    const int lag = has(r_.title, u"年鉴") ? 1 : 0;  // a yearbook of 2015 tells of 2014
    for (std::size_t i = 0; i < r_.title.size(); ++i)  // 数读2023
      if (const auto year = year_at(r_.title, i); year && read_dates(r_.title).empty()) return set("annual", *year - lag, *year - lag, "text", "title", r_.title_span);
    return false;
  }

  bool by_session() {
    if (year_ == 0 || facts_.congress.empty()) return false;
    const int reported = month_ <= kLastSessionMonth ? year_ - 1 : month_ >= kFirstLateMonth ? year_ : year_in_opening().value_or(month_ <= kPostponed ? year_ - 1 : year_);
    const Span span = facts_.evidence.back().span;
    if (is_term()) return set("term", reported - term_years(r_.head.substr(0, kOpening)) + 1, reported, "session-date", "session", span);
    return set(part_of_year(r_.title), reported, reported, "session-date", "session", span);
  }

  // The first year of the opening that frames what follows: not one inside 《》, of a plan or of a date line.
  std::optional<int> year_in_opening() {
    const auto opening = r_.head.substr(0, kOpening);
    for (const Date& date : read_dates(opening)) {
      const auto before = opening.substr(0, date.span.begin), after = opening.substr(date.span.end, 16);
      const bool inside_title = before.rfind(u'《') != std::u16string_view::npos && (before.rfind(u'》') == std::u16string_view::npos || before.rfind(u'》') < before.rfind(u'《'));
      if (date.day != 0 && date.text() == facts_.report_date) continue;
      if (inside_title || has_any(after.substr(0, 12), {u"收官", u"开局之年", u"将"})) continue;
      if (before.ends_with(u"至") || before.ends_with(u"到") || before.ends_with(u"〔")) continue;
      frame_ = date.span;
      return date.year;
    }
    return std::nullopt;
  }

  bool by_opening() {
    const auto opening = r_.head.substr(0, kOpening);
    if (const auto range = year_range(opening.substr(0, 300))) {
      const int years = range->second - range->first + 1;
      return set(is_term() || (years == 5) ? "term" : "multi", range->first, range->second, "text", "opening", {});
    }
    const auto year = year_in_opening();
    if (is_term()) return term_by_opening(year);
    if (!year && year_ != 0 && month_ <= kLastSessionMonth && facts_.kind == "annual_report") return set(part_of_year(r_.title), year_ - 1, year_ - 1, "session-date", "date", {});
    if (!year) return year_ != 0 && set(part_of_year(r_.title), year_, year_, "text", "date", {});
    const auto after = opening.substr(frame_.end, 24);
    if (after.starts_with(u"以来") || (has(after, u"以来") && has_any(after, {u"届"}) && !has_any(after.substr(0, after.find(u"以来")), {u"，", u"。"}))) return set("multi", *year, year_, "text", "since", frame_);
    const auto sentence = opening.substr(frame_.begin, 60);
    return set(part_of_year(sentence.substr(0, sentence.find(u'。'))), *year, *year, "text", "opening", frame_);
  }

  bool term_by_opening(std::optional<int> year) {
    const int years = term_years(r_.head.substr(0, kOpening));
    if (year_ != 0) {
      const int last = month_ <= kLastSessionMonth ? year_ - 1 : year_;
      return set("term", last - years + 1, last, "text", "date", {});
    }
    if (!year) return false;
    return set("term", 0, 0, "text", "frame", frame_);
  }

  bool by_file() {
    int found = 0;
    const std::u16string_view::size_type none = std::u16string_view::npos;
    std::u16string name(file_.begin(), file_.end());
    const auto slash = name.rfind(u'/');
    for (std::size_t i = slash == none ? 0 : slash + 1; i < name.size(); ++i)
      if (const auto year = year_at(name, i); year && *year >= 1978 && *year <= 2035) found = found == 0 || found == *year ? *year : -1;
    if (found <= 0) return false;
    if (is_term()) return set("term", 0, found, "file-name", "file name", {});
    return set("annual", found, found, "file-name", "file name", {});
  }

  bool by_anchor() {
    for (const Anchor& anchor : kAnchors) {
      const auto at = find_word(r_.text.substr(0, 20000), anchor.words);
      if (at == std::u16string_view::npos) continue;
      if (is_term()) return set("term", 0, 0, "text", "frame", {});
      const auto begin = static_cast<std::uint32_t>(at);
      return set("annual", anchor.year, anchor.year, "anchor", "anchor", {begin, begin + static_cast<std::uint32_t>(anchor.words.size())});
    }
    return false;
  }

  const Reading& r_;
  std::string_view file_;
  Facts& facts_;
  int year_ = 0, month_ = 0;
  Span frame_;
};

}  // namespace

void read_period(const Reading& reading, std::string_view file, Facts& facts) { PeriodReader(reading, file, facts).read(); }

}  // namespace renda
