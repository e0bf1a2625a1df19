#include "resolve/flags.h"

#include <algorithm>

namespace renda {
namespace {

void flag(Observation& o, const char* name) {
  if (std::find(o.flags.begin(), o.flags.end(), name) == o.flags.end()) o.flags.push_back(name);
}

// The primary observation of each indicator, null where there is none.
std::vector<const Observation*> read_primaries(const std::vector<Observation>& observations, std::size_t indicators) {
  std::vector<const Observation*> primaries(indicators, nullptr);
  for (const Observation& o : observations)
    if (o.primary) primaries[o.indicator] = &o;
  return primaries;
}

}  // namespace

void add_flags(std::vector<Observation>& observations, const std::vector<Standing>& standings, std::span<const Quantity> quantities,
               const PatternSet::Compiled& patterns) {
  const auto primaries = read_primaries(observations, patterns.indicators.size());
  for (std::size_t i = 0; i < observations.size(); ++i) {
    Observation& o = observations[i];
    const Quantity& q = quantities[o.quantity];
    if (q.kind == NumberKind::percent && q.value > Decimal(100)) flag(o, "rate_over_100");
    const Observation* total = primaries[o.indicator];
    if (total == nullptr || total == &o || o.scope != Scope::own || standings[i] == Standing::other_period) continue;
    const Quantity& whole = quantities[total->quantity];
    if (standings[i] != Standing::total && q.value > whole.value) flag(o, "part_over_total");
    if (standings[i] == Standing::total && q.unit_id == whole.unit_id && q.value == whole.value) flag(o, "repetition");
    if (standings[i] == Standing::total && q.unit_id == whole.unit_id && q.value != whole.value && q.approx == Approx::exact) flag(o, "conflict");
  }
  // Pairs of indicators of which the first cannot be larger (completed / received) or smaller (persons / batches) than the second.
  for (const Bound& bound : patterns.bounds) {
    for (Observation& o : observations) {
      if (!o.primary || o.indicator != static_cast<std::uint32_t>(bound.indicator)) continue;
      const Observation* other = primaries[static_cast<std::size_t>(bound.other)];
      if (other == nullptr) continue;
      const bool broken = bound.at_most ? quantities[o.quantity].value > quantities[other->quantity].value
                                        : quantities[o.quantity].value < quantities[other->quantity].value;
      if (broken) flag(o, bound.at_most ? "more_than_received" : "fewer_than_batches");
    }
  }
}

}  // namespace renda
