#include "resolve/primary.h"

#include <algorithm>
#include <map>

namespace renda {

bool PartReader::is_part(const Observation& observation, std::span<const Observation> before) {
  const std::uint32_t at = quantities_[observation.quantity].span.begin;
  hits_.cover(observation.sentence.begin, observation.sentence.end);
  const auto mark = hits_.last(patterns_.cues.part, observation.sentence.begin, at);
  if (mark >= 0) {
    for (const Observation& other : before)
      if (other.indicator == observation.indicator && other.sentence == observation.sentence && quantities_[other.quantity].span.begin < mark) return true;
  }
  return hits_.any(patterns_.cues.topic, observation.sentence.begin, at);
}

void choose_primaries(std::vector<Observation>& observations, const std::vector<bool>& parts, std::span<const Quantity> quantities) {
  std::map<std::uint32_t, std::size_t> best;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation& o = observations[i];
    const bool other_unit = std::find(o.flags.begin(), o.flags.end(), "other_unit") != o.flags.end();
    if (o.scope != Scope::own || parts[i] || other_unit) continue;
    const auto [slot, first] = best.emplace(o.indicator, i);
    if (!first && quantities[o.quantity].value > quantities[observations[slot->second].quantity].value) slot->second = i;
  }
  for (const auto& [indicator, i] : best) observations[i].primary = true;
}

}  // namespace renda
