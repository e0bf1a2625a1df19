// The steps of resolving: one observation per observed match, its scope, its period, what is a part, what repeats another, which one a comparison should
// use, and what does not add up.
#include "resolve/resolver.h"

#include "patterns/compiled.h"
#include "resolve/flags.h"

namespace renda {

std::string_view scope_name(Scope scope) {
  constexpr std::string_view kNames[] = {"own", "lower", "higher", "site"};
  return kNames[static_cast<std::size_t>(scope)];
}

namespace {

std::string year_of(const std::string& date) { return date.substr(0, 4); }

// 1至6月 in the report of a half year is that half year; what began within a term (2016年以来，举行宪法宣誓15批) is the term's total all the same.
bool is_same_time(const Period& own, const Period& report) {
  const bool same_end = year_of(own.end) == year_of(report.end);
  if (own.kind == report.kind && year_of(own.start) == year_of(report.start) && same_end) return true;
  const bool long_report = report.kind == "term" || report.kind == "multi";
  return long_report && own.kind == "multi" && !own.start.empty() && (same_end || report.kind == "multi") && year_of(report.start) <= year_of(own.start);
}

}  // namespace

void Resolver::read(const Sentence& sentence, std::span<const Match> matches, const Hits& hits) {
  for (const Match& m : matches) {
    if (m.outcome != Outcome::observed) continue;
    Observation o;
    o.quantity = m.quantity;
    o.indicator = static_cast<std::uint32_t>(m.indicator);
    o.pattern = m.pattern;
    o.mention = m.mention;
    o.period = facts_.period;
    o.sentence = sentence.span;
    o.section = sentence.section;
    o.scope = scopes_.read(hits, o.sentence, quantities_[m.quantity].span, m.mention);
    if (o.scope == Scope::own && scopes_.is_second_of_levels(o, observations_)) o.scope = Scope::lower;
    if (!m.unit_fits) o.flags.push_back("other_unit");
    const bool part = m.part == Part::yes || parts_.is_part(hits, o, observations_);
    const auto own_period = periods_.read(hits, o.sentence, quantities_[m.quantity].span, o.section);
    const bool other_period = own_period && facts_.period.kind != "unknown" && !is_same_time(*own_period, facts_.period);
    if (own_period && (other_period || facts_.period.kind == "unknown")) o.period = *own_period;
    standings_.push_back(other_period ? Standing::other_period : part ? Standing::part : m.part == Part::weak ? Standing::weak : Standing::total);
    observations_.push_back(std::move(o));
  }
}

std::vector<Observation> Resolver::finish() {
  choose_primaries(observations_, standings_, quantities_, patterns_.compiled());
  add_flags(observations_, standings_, quantities_, patterns_.compiled());
  return std::move(observations_);
}

}  // namespace renda
