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
    if (own_period) o.period = *own_period;
    const bool other_period = own_period && facts_.period.kind != "unknown";
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
