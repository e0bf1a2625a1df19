// The steps of resolving: one observation per observed match, its scope, its period, what is a part, what repeats another, which one a comparison should
// use, and what does not add up.
#include "resolve/resolver.h"

#include "facts/dates.h"
#include "patterns/compiled.h"
#include "resolve/flags.h"

namespace renda {

std::string_view scope_name(Scope scope) {
  constexpr std::string_view kNames[] = {"own", "lower", "higher", "site"};
  return kNames[static_cast<std::size_t>(scope)];
}

namespace {

// 1至6月 in the report of a half year is that half year, 1993年3月至1997年12月 in that of a term the term.
bool is_same_time(const Period& own, const Period& report) {
  const bool term = own.kind == "multi" && report.kind == "term";
  return (own.kind == report.kind || term) && year_of(own.start) == year_of(report.start) && year_of(own.end) == year_of(report.end);
}

// What began within a term and goes on to its end; and gazetteers count each thing for the years they know.
bool fills_report(const StatementPeriod& own, const Period& report) {
  const bool within = !own.period.start.empty() && year_of(report.start) <= year_of(own.period.start);
  if (report.kind == "multi") return own.period.kind == "multi" && within;
  return report.kind == "term" && own.began && within && year_of(own.period.end) == year_of(report.end);
}

// 8月至11月，对6个部门开展评议 in the report of that year: what it did then is what it did in the year, where no total is given. A count that runs from
// January (1至10月, 上半年) stops before the year does.
bool lies_in_report(const Period& own, const Period& report) {
  const bool from_january = own.start.size() < 7 || own.start.substr(5, 2) == "01";
  return !from_january && report.kind == "annual" && !report.start.empty() && year_of(own.start) == year_of(report.start) && year_of(own.end) == year_of(report.start);
}

// 一年来 alone says no year that another could differ from.
bool is_known(const Period& p) { return p.kind == "term" || !p.start.empty() || !p.end.empty(); }

}  // namespace

void Resolver::read(const Sentence& sentence, std::span<const Match> matches, const Hits& hits) {
  for (const Match& m : matches) {
    if (m.outcome != Outcome::observed) continue;
    Observation o{.quantity = m.quantity,
                  .indicator = static_cast<std::uint32_t>(m.indicator),
                  .pattern = m.pattern,
                  .period = facts_.period,
                  .mention = m.mention,
                  .sentence = sentence.span,
                  .section = sentence.section,
                  .flags = {}};
    o.scope = scopes_.read(hits, o.sentence, quantities_[m.quantity].span, m.mention);
    if (o.scope == Scope::own && scopes_.is_second_of_levels(o, observations_)) o.scope = Scope::lower;
    if (!m.unit_fits) o.flags.push_back("other_unit");
    const bool part = m.part == Part::yes || parts_.is_part(hits, o, observations_);
    auto own_period = periods_.read(hits, o.sentence, quantities_[m.quantity].span, o.section);
    const bool is_other = own_period && !is_same_time(own_period->period, facts_.period);
    const bool within = is_other && lies_in_report(own_period->period, facts_.period);
    const bool other_period = is_other && !within && is_known(facts_.period) && !fills_report(*own_period, facts_.period);
    if (is_other) o.period = std::move(own_period->period);
    const bool helps = hits.any(patterns_.compiled().cues.helping, o.sentence.begin, quantities_[m.quantity].span.begin);
    standings_.push_back(other_period ? Standing::other_period : part ? Standing::part : within || helps || m.part == Part::weak ? Standing::weak : Standing::total);
    observations_.push_back(std::move(o));
    settle_sum(hits, observations_, standings_, quantities_, patterns_.compiled());
  }
}

std::vector<Observation> Resolver::finish() {
  choose_primaries(observations_, standings_, quantities_, patterns_.compiled());
  add_flags(observations_, standings_, quantities_, patterns_.compiled());
  return std::move(observations_);
}

}  // namespace renda
