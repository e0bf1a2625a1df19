#include "resolve/primary.h"

#include <algorithm>
#include <cstdint>

namespace renda {

bool PartReader::is_part(const Hits& hits, const Observation& observation, std::span<const Observation> before) const {
  const std::uint32_t at = quantities_[observation.quantity].span.begin;
  const auto mark = hits.last(patterns_.cues.part, observation.sentence.begin, at);
  if (mark >= 0) {
    for (auto other = before.rbegin(); other != before.rend() && other->sentence == observation.sentence; ++other)
      if (other->indicator == observation.indicator && quantities_[other->quantity].span.begin < mark) return true;
  }
  // Problems found by one inspection are no total of the year: such indicators want a word that says so (共, 全年, 累计), or inspections that are counted.
  if (patterns_.wants_stated[observation.indicator] && !hits.any(patterns_.cues.total, observation.sentence.begin, at) && !follows_events(observation, before)) return true;
  return hits.any(patterns_.cues.topic, observation.sentence.begin, at);
}

// 视察11次，…提出意见和建议84条: what several events led to.
bool PartReader::follows_events(const Observation& observation, std::span<const Observation> before) const {
  for (auto other = before.rbegin(); other != before.rend() && other->sentence == observation.sentence; ++other) {
    const Quantity& q = quantities_[other->quantity];
    if (other->indicator != observation.indicator && other->scope == Scope::own && q.value > Decimal(1) && patterns_.measure_words.words[q.unit_id].kind.find("events") != std::string::npos) return true;
  }
  return false;
}

void settle_sum(const Hits& hits, std::span<const Observation> observations, std::vector<Standing>& standings, std::span<const Quantity> quantities,
                const PatternSet::Compiled& patterns) {
  const auto summable = [&](std::size_t i) {
    const Quantity& q = quantities[observations[i].quantity];
    return observations[i].scope == Scope::own && standings[i] != Standing::other_period && q.value.scale() == 0 && q.approx == Approx::exact;
  };
  const std::size_t last = observations.size() - 1;
  const Observation& total = observations[last];
  if (last < 2 || observations[last - 2].sentence != total.sentence || !summable(last)) return;
  const Quantity& whole = quantities[total.quantity];
  if (!hits.any(patterns.cues.total, quantities[observations[last - 1].quantity].span.end, whole.span.begin)) return;
  std::vector<std::size_t> parts;
  Int128 sum = 0;
  for (std::size_t i = last; i-- > 0 && observations[i].sentence == total.sentence && sum < whole.value.digits();) {
    if (observations[i].indicator != total.indicator || observations[i].quantity == total.quantity || !summable(i) || standings[i] == Standing::part) continue;
    sum += quantities[observations[i].quantity].value.digits();
    parts.push_back(i);
  }
  if (parts.size() < 2 || sum != whole.value.digits()) return;
  for (const std::size_t part : parts) standings[part] = Standing::part;
  standings[last] = Standing::total;
}

void choose_primaries(std::vector<Observation>& observations, const std::vector<Standing>& standings, std::span<const Quantity> quantities,
                      const PatternSet::Compiled& patterns) {
  // A total in the indicator's own unit beats one in another unit, and that the only number given of a part.
  const auto rank = [&](std::size_t i) {
    const auto& flags = observations[i].flags;
    const bool other_unit = std::find(flags.begin(), flags.end(), "other_unit") != flags.end();
    return standings[i] == Standing::weak ? 2 : other_unit ? 1 : 0;
  };
  constexpr std::size_t kNone = SIZE_MAX;
  std::vector<std::size_t> best(patterns.indicators.size(), kNone);
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation& o = observations[i];
    if (o.scope != Scope::own || standings[i] == Standing::part || standings[i] == Standing::other_period) continue;
    std::size_t& slot = best[o.indicator];
    if (slot == kNone) {
      slot = i;
      continue;
    }
    const bool keeps_first = patterns.keeps_first[o.indicator];
    const int own = rank(i), other = rank(slot);
    if (own < other || (own == other && !keeps_first && quantities[o.quantity].value > quantities[observations[slot].quantity].value)) slot = i;
  }
  for (const std::size_t i : best)
    if (i != kNone) observations[i].primary = true;
}

}  // namespace renda
