// resolve(): from matches to statements. The steps: one observation per observed match, its scope, its period, what is a part, what repeats another,
// which one a comparison should use, and what does not add up.
#include <algorithm>

#include "renda/observation.h"
#include "resolve/flags.h"
#include "resolve/primary.h"
#include "resolve/scope.h"
#include "resolve/statement_period.h"

namespace renda {
namespace {

const Sentence* sentence_at(const Structure& structure, std::uint32_t at) {
  auto next = std::upper_bound(structure.sentences.begin(), structure.sentences.end(), at,
                               [](std::uint32_t place, const Sentence& s) { return place < s.span.begin; });
  return next == structure.sentences.begin() ? nullptr : &*std::prev(next);
}

}  // namespace

std::string_view scope_name(Scope scope) {
  constexpr std::string_view kNames[] = {"own", "lower", "higher", "site"};
  return kNames[static_cast<std::size_t>(scope)];
}

std::vector<Observation> resolve(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
                                 std::span<const Match> matches, const PatternSet& patterns) {
  std::vector<Observation> observations;
  std::vector<Standing> standings;
  Hits hits(patterns.compiled(), document.text);
  ScopeReader scopes(document, facts, hits, patterns.compiled());
  StatementPeriods periods(document, structure, facts, hits, patterns.compiled());
  PartReader part_reader(quantities, hits, patterns.compiled());
  for (const Match& m : matches) {
    if (m.outcome != Outcome::observed) continue;
    Observation o;
    o.quantity = m.quantity;
    o.indicator = static_cast<std::uint32_t>(m.indicator);
    o.pattern = m.pattern;
    o.mention = m.mention;
    o.period = facts.period;
    const Sentence* sentence = sentence_at(structure, quantities[m.quantity].span.begin);
    o.sentence = sentence != nullptr ? sentence->span : m.mention;
    o.section = sentence != nullptr ? sentence->section : 0;
    o.scope = scopes.read(o.sentence, quantities[m.quantity].span, m.mention);
    if (o.scope == Scope::own && scopes.is_second_of_levels(o, observations)) o.scope = Scope::lower;
    if (!m.unit_fits) o.flags.push_back("other_unit");
    const bool part = m.part == Part::yes || part_reader.is_part(o, observations);
    const auto own_period = periods.read(o.sentence, quantities[m.quantity].span, o.section);
    if (own_period) o.period = *own_period;
    const bool other_period = own_period && facts.period.kind != "unknown";
    standings.push_back(other_period ? Standing::other_period : part ? Standing::part : m.part == Part::weak ? Standing::weak : Standing::total);
    observations.push_back(std::move(o));
  }
  choose_primaries(observations, standings, quantities, patterns.compiled());
  add_flags(observations, standings, quantities, patterns.compiled());
  return observations;
}

}  // namespace renda
