#include "resolve/statement_period.h"

#include <algorithm>

#include "facts/dates.h"
#include "quantities/numeral.h"
#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kZone = kContext;      // characters before a sentence in which a cue may govern its numbers
constexpr std::uint32_t kLongestSubject = 24;  // of 该站设立以来, 自代表联络站建成以来
constexpr std::uint32_t kLongestLead = 12;     // characters between the beginning of a clause and a cue: 市人大常委会2021年…
constexpr std::uint32_t kLongestHeading = 20, kDeepest = 8;
constexpr int kTermYears = 3;                  // a frame of so many years may be the report's term

constexpr std::u16string_view kClauseEnds = u"，；。：、！？（\n";
// Words of one character; the longer ones stand in patterns/period_cues.toml. (In the dictionary they would be found at every second word.)
constexpr std::u16string_view kBefore = u"自从在于仅而如会并且还已";
constexpr std::u16string_view kAfter = u"，：、共在对就被又再已还仅则为有由从起内间";
constexpr std::u16string_view kComparing = u"比较《";
constexpr char16_t kFrom = u'起';
constexpr std::u16string_view kOpeners = u"《“〔（", kClosers = u"》”〕）";

std::string text_of(int year) { return year == 0 ? std::string() : std::to_string(year); }

}  // namespace

enum class CueKind { year_words, neutral, last_year, term, years, running, recent, since, half, quarter, first_part, date, range };

struct StatementPeriods::Cue {
  CueKind kind;
  Span span;
  DateRange dates{};        // for date its first only
  std::uint32_t begin = 0;  // of the phrase: of 2019年 in 2019年上半年
  bool is_date() const { return kind == CueKind::date || kind == CueKind::range; }
};

StatementPeriods::StatementPeriods(const Document& document, const Structure& structure, const Facts& facts, const PatternSet::Compiled& patterns)
    : document_(document), structure_(structure), report_(facts.period), patterns_(patterns), first_(year_of(facts.period.start)), last_(year_of(facts.period.end)), given_in_(year_of(facts.report_date)), is_first_year_(facts.session == "2" && facts.period.kind == "annual") {}

StatementPeriods::~StatementPeriods() = default;

std::optional<StatementPeriod> StatementPeriods::read(const Hits& hits, Span sentence, Span quantity, std::uint32_t section) {
  hits_ = &hits;
  if (!(sentence == sentence_)) read_sentence(sentence);
  const Span zone{std::max(whole_.begin, quantity.begin > kZone ? quantity.begin - kZone : 0), quantity.begin};
  auto cue = std::upper_bound(cues_.begin(), cues_.end(), zone.end, [](std::uint32_t at, const Cue& c) { return at < c.span.end; });
  for (; cue != cues_.begin() && std::prev(cue)->span.begin >= zone.begin; --cue)
    if (const Cue& last = *std::prev(cue); governs(last, zone)) {
      const auto period = of_cue(last);
      return period ? std::optional<StatementPeriod>({*period, starts_activity(last)}) : std::nullopt;
    }
  const auto period = of_headings(section);
  return period ? std::optional<StatementPeriod>({*period, false}) : std::nullopt;
}

// 2016年以来, 从2001年起, 组织代表视察始于1983年
bool StatementPeriods::starts_activity(const Cue& cue) const {
  const std::u16string_view text = document_.text;
  const bool began = text.substr(0, cue.begin).ends_with(u"始于");
  return cue.kind == CueKind::since || (cue.is_date() && (began || text.substr(cue.span.end, 1) == u"起" || text.substr(cue.span.end, 2) == u"以来" || text.substr(cue.span.end, 2) == u"开始"));
}

void StatementPeriods::read_sentence(Span sentence) {
  sentence_ = sentence;
  whole_ = {whole_sentence_begin(sentence), sentence.end};
  cues_.clear();
  add_words(whole_);
  add_dates(whole_);
  if (cues_.empty()) return;
  std::stable_sort(cues_.begin(), cues_.end(), [](const Cue& a, const Cue& b) { return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end; });
  // Of two that overlap the first stands: 过去五年来, not 五年来.
  std::uint32_t end = 0;
  cues_.erase(std::remove_if(cues_.begin(), cues_.end(), [&](const Cue& cue) { return cue.span.begin < end ? true : (end = cue.span.end, false); }), cues_.end());
  for (std::size_t i = 0; i < cues_.size(); ++i) {
    Cue& cue = cues_[i];
    cue.begin = cue.span.begin;
    const bool of_year = cue.kind == CueKind::half || cue.kind == CueKind::quarter || cue.kind == CueKind::first_part;
    if (of_year && i > 0 && cues_[i - 1].kind == CueKind::date && cues_[i - 1].span.end == cue.span.begin) cue.begin = cues_[i - 1].begin;
  }
}

// 五年来，召开会议43次；听取报告120项 is one sentence.
std::uint32_t StatementPeriods::whole_sentence_begin(Span sentence) const {
  const std::u16string_view text = document_.text;
  std::uint32_t begin = sentence.begin;
  while (begin > 1 && text[begin - 1] == u'；' && begin + kZone > sentence.begin) {
    const auto before = text.find_last_of(u"。！？；\n", begin - 2);
    begin = before == std::u16string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
  }
  return std::max(begin, sentence.begin > kZone ? sentence.begin - kZone : 0);
}

void StatementPeriods::add_words(Span zone) {
  const NamedCues& c = patterns_.cues;
  if (!hits_->any(c.period_any, zone.begin, zone.end)) return;
  const std::pair<CueSet, CueKind> kSets[] = {{c.period_year, CueKind::year_words}, {c.period_neutral, CueKind::neutral}, {c.period_last_year, CueKind::last_year}, {c.period_term, CueKind::term},
                                              {c.period_years, CueKind::years}, {c.period_running, CueKind::running}, {c.period_recent, CueKind::recent}, {c.period_since, CueKind::since}, {c.period_half, CueKind::half},
                                              {c.period_quarter, CueKind::quarter}, {c.period_first_part, CueKind::first_part}};
  for (const auto& [set, kind] : kSets)
    hits_->each_back(set, zone.begin, zone.end, [&, kind_of = kind](std::uint32_t begin, std::uint32_t end) { cues_.push_back({kind_of, {begin, end}}); });
}

void StatementPeriods::add_dates(Span zone) {
  const auto text = document_.view(zone);
  const auto shift = [&](Span span) { return Span{span.begin + zone.begin, span.end + zone.begin}; };
  if (find_character(text, u'年') == std::u16string_view::npos && find_character(text, u'月') == std::u16string_view::npos) return;
  for (const DateRange& range : read_date_ranges(text)) cues_.push_back({CueKind::range, shift(range.span), range});
  for (const Date& date : read_dates(text))
    if (date.day == 0) cues_.push_back({CueKind::date, shift(date.span), {date, date, date.span}});  // a day is that of a meeting, no period
}

bool StatementPeriods::governs(const Cue& cue, Span zone) const {
  const std::u16string_view text = document_.text;
  // Within a title or quotation, or within brackets that are closed before the number.
  const auto before = text.substr(zone.begin, cue.begin - zone.begin), after = text.substr(cue.span.end, zone.end - cue.span.end);
  const auto through = text.substr(zone.begin, cue.span.end - zone.begin);  // “十四五”以来 closes its quotes
  for (std::size_t i = 0; i < kOpeners.size(); ++i) {
    const auto opened = through.rfind(kOpeners[i]), closed = through.rfind(kClosers[i]);
    const bool inside = opened != std::u16string_view::npos && (closed == std::u16string_view::npos || closed < opened);
    if (inside && (kOpeners[i] != u'（' || after.find(u'）') != std::u16string_view::npos)) return false;
  }
  if (is_attribute(cue, zone) || !opens_clause(cue, zone)) return false;
  if (cue.kind == CueKind::running) return after.find_first_of(u"，：") == std::u16string_view::npos;
  // In a later clause only what the sentence begins with, or what stands as its topic: 2021年，…
  if (after.find_first_of(u"，：") == std::u16string_view::npos || after.starts_with(u"，") || after.starts_with(u"：")) return true;
  const auto clause_end = cue.span.end + static_cast<std::uint32_t>(after.find_first_of(u"，："));
  return before.find_first_of(u"，：；") == std::u16string_view::npos && hits_->last(patterns_.cues.period_before_that, cue.span.end, clause_end) != clause_end;
}

// 过去五年的工作, 2022年预算, 2020年度: they say which work, which budget.
bool StatementPeriods::is_attribute(const Cue& cue, Span zone) const {
  if (cue.span.end == zone.end) return false;
  if (document_.text[cue.span.end] == u'的' || (!cue.is_date() && hits_->first_at(patterns_.cues.period_rank, cue.span.end, cue.span.end + 1))) return true;
  return cue.is_date() && kAfter.find(document_.text[cue.span.end]) == std::u16string_view::npos && !hits_->first_at(patterns_.cues.period_after, cue.span.end, cue.span.end + 1) && !hits_->first_at(patterns_.cues.period_half, cue.span.end, cue.span.end + 1);
}

bool StatementPeriods::opens_clause(const Cue& cue, Span zone) const {
  const std::u16string_view text = document_.text;
  std::uint32_t begin = cue.begin;
  const std::uint32_t reach = cue.kind == CueKind::since ? kLongestSubject : kLongestLead;
  while (begin > 0 && kClauseEnds.find(text[begin - 1]) == std::u16string_view::npos && cue.begin - begin <= reach) --begin;
  while (begin < cue.begin && !is_ideograph(text[begin]) && !(text[begin] >= u'0' && text[begin] <= u'9')) ++begin;  // ●五年来, “一是2021年
  if (begin == cue.begin) return true;
  const auto before = text.substr(begin, cue.begin - begin);
  if (begin < zone.begin || before.size() > reach || before.find_first_of(kComparing) != std::u16string_view::npos || hits_->any(patterns_.cues.period_not, begin, cue.begin)) return false;
  if (cue.kind == CueKind::since) return true;
  return kBefore.find(before.back()) != std::u16string_view::npos || hits_->last(patterns_.cues.period_before, begin, cue.begin) == cue.begin;
}

std::optional<Period> StatementPeriods::of_cue(const Cue& cue) const {
  // The year that stands right before a half year or quarter, or in the clause of 设立以来.
  const auto year_before = [&]() -> int {
    const auto at = static_cast<std::size_t>(&cue - cues_.data());
    if (at == 0 || cues_[at - 1].kind != CueKind::date) return 0;
    const auto between = document_.view({cues_[at - 1].span.end, cue.span.begin});
    const bool same_clause = cue.kind == CueKind::since ? between.find_first_of(kClauseEnds) == std::u16string_view::npos : between.empty();
    return same_clause ? cues_[at - 1].dates.first.year : 0;
  };
  const auto year_of_part = [&] {
    const int year = year_before();
    return year != 0 ? year : first_ == last_ || report_.kind == "annual" ? last_ : 0;
  };
  if (cue.kind == CueKind::date && std::u16string_view(document_.text).substr(0, cue.begin).ends_with(u"始于")) return since(cue.dates.first.year);
  const bool long_report = report_.kind == "term" || report_.kind == "multi";
  switch (cue.kind) {
    case CueKind::neutral: return std::nullopt;
    case CueKind::year_words: return long_report ? of_year(last_) : std::nullopt;
    case CueKind::last_year: return given_in_ == 0 ? std::nullopt : of_year(given_in_ - 1);
    case CueKind::term: return report_.kind == "term" || is_first_year_ ? std::nullopt : own("term", "", report_.end);
    case CueKind::years:
    case CueKind::running: return of_last_years(cue);
    case CueKind::recent: return report_.kind == "term" ? std::nullopt : own("multi", "", report_.end);
    case CueKind::since: return since(year_before());
    case CueKind::half: return own("half", text_of(year_of_part()), text_of(year_of_part()));
    case CueKind::quarter: return own("quarter", text_of(year_of_part()), text_of(year_of_part()));
    case CueKind::first_part: {
      const bool quarters = document_.text[cue.span.end - 1] == u'度';
      return of_months(year_of_part(), 1, numeral_in(cue.span) * (quarters ? 3 : 1));
    }
    case CueKind::date: {
      const bool starts = cue.span.end < document_.text.size() && document_.text[cue.span.end] == kFrom;
      const bool from = starts || hits_->first_at(patterns_.cues.period_from, cue.span.end, cue.span.end + 1);
      return from ? since(cue.dates.first.year) : of_year(cue.dates.first.year);
    }
    case CueKind::range: {
      const Date &first = cue.dates.first, &last = cue.dates.last;
      if (cue.dates.of_years()) return of_years(first.year, last.year);
      const int year = first.year != 0 ? first.year : year_of_part();
      if (last.year == first.year) return of_months(year, first.month, last.month);
      return own("multi", first_day(first), last_day(last));
    }
  }
  return std::nullopt;
}

// 2021年 as a heading of the number's section, or of one that this belongs to.
std::optional<Period> StatementPeriods::of_headings(std::uint32_t section) {
  if (section_ == section) return heading_period_;
  section_ = section;
  heading_period_.reset();
  const auto& sections = structure_.sections;
  auto at = section < sections.size() ? static_cast<std::int32_t>(section) : -1;
  for (std::uint32_t depth = 0; at >= 0 && depth < kDeepest && !heading_period_; ++depth, at = sections[static_cast<std::size_t>(at)].parent) heading_period_ = of_heading(sections[static_cast<std::size_t>(at)].heading);
  return heading_period_;
}

std::optional<Period> StatementPeriods::of_heading(Span span) const {
  const auto heading = document_.view(span);
  if (heading.empty() || heading.size() > kLongestHeading) return std::nullopt;
  const auto dates = read_dates(heading);
  if (dates.size() != 1 || dates.front().month != 0 || !read_date_ranges(heading).empty()) return std::nullopt;
  const auto before = heading.substr(0, dates.front().span.begin), rest = heading.substr(dates.front().span.end);
  const bool opens = before.empty() || std::u16string_view(u"、）．. ●★■◆").find(before.back()) != std::u16string_view::npos;
  const bool is_year = rest.empty() || rest.starts_with(u"工作") || rest.starts_with(u"主要工作") || rest.starts_with(u"：") || rest.starts_with(u"\n");
  return opens && is_year ? of_year(dates.front().year) : std::nullopt;
}

std::optional<Period> StatementPeriods::of_year(int year) const {
  if (first_ == year && last_ == year) return std::nullopt;
  return own("annual", text_of(year), text_of(year));
}

std::optional<Period> StatementPeriods::of_years(int first, int last) const {
  const bool terms_years = report_.kind == "term" && first_ == 0 && last_ == last;
  if ((first_ == first && last_ == last) || terms_years) return std::nullopt;
  return own("multi", text_of(first), text_of(last));
}

// Months of one year; the year may be unknown.
std::optional<Period> StatementPeriods::of_months(int year, int first, int last) const {
  if (first < 1 || last > 12 || last < first) return std::nullopt;
  const Period months = months_of_year(year, first, last);
  return months.kind == "annual" ? of_year(year) : own(months.kind, months.start, months.end);
}

// 五年来, 近三年: the last of them is the report's last.
std::optional<Period> StatementPeriods::of_last_years(const Cue& cue) const {
  const int years = numeral_in(cue.span);
  const bool frame = hits_->last(patterns_.cues.period_frame, cue.span.begin, cue.span.end) == cue.span.end;
  if (years == 0 || (report_.kind == "term" && frame && years >= kTermYears)) return std::nullopt;
  const char* kind = frame && years >= 5 ? "term" : "multi";
  if (last_ == 0) return own(kind, "", "");
  const int first = last_ - years + 1;
  if (first == first_ || (report_.kind == "term" && first_ == 0 && years >= 5)) return std::nullopt;
  return own(kind, text_of(first), report_.end);
}

// From a year on, or from a start that is not said.
std::optional<Period> StatementPeriods::since(int year) const {
  const bool terms_start = report_.kind == "term" && first_ == 0 && year != 0 && last_ - year >= kTermYears;
  if (year != 0 && (year == first_ || terms_start)) return std::nullopt;
  if (year != 0 && last_ != 0 && year > last_) return std::nullopt;
  if (year != 0 && year == last_) return of_year(year);
  return own("multi", text_of(year), report_.end);
}

std::optional<Period> StatementPeriods::own(std::string kind, std::string start, std::string end) const {
  if (kind == report_.kind && start == report_.start && end == report_.end) return std::nullopt;
  return Period{std::move(kind), std::move(start), std::move(end), "text"};
}

// The numeral in the words of a cue: 近三年来 3, 前10个月 10.
int StatementPeriods::numeral_in(Span span) const {
  const auto words = document_.view(span);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (const auto numeral = read_numeral(words.substr(i)); numeral && numeral->value.is_integer()) return static_cast<int>(numeral->value.digits());
  return 0;
}

}  // namespace renda
