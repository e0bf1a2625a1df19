// Totals, parts and repetitions.
#pragma once
#include <span>
#include <vector>

#include "patterns/hits.h"
#include "renda/observation.h"

namespace renda {

/// Says of an observation whether it is a part: behind 其中 with a total of the same indicator before it, or of one topic only.
class PartReader {
 public:
  PartReader(std::span<const Quantity> quantities, const PatternSet::Compiled& patterns) : quantities_(quantities), patterns_(patterns) {}
  /// `hits` knows the words of the observation's sentence.
  bool is_part(const Hits& hits, const Observation& observation, std::span<const Observation> before) const;

 private:
  bool follows_events(const Observation& observation, std::span<const Observation> before) const;

  std::span<const Quantity> quantities_;
  const PatternSet::Compiled& patterns_;
};

/// What an observation may be: the total; the total only where nothing else is given (a reading that states a part); never more than a part;
/// nothing for the report's own period, since it speaks of another.
enum class Standing { total, weak, part, other_period };

/// 大会期间36件，闭会期间11件，合计47件: where the last observation is the sum of two or more of its indicator before it in the sentence and a word
/// of a total stands before its number, it is the total and they are its parts. Looks at whole numbers of scope own only.
void settle_sum(const Hits& hits, std::span<const Observation> observations, std::vector<Standing>& standings, std::span<const Quantity> quantities,
                const PatternSet::Compiled& patterns);

/// Marks at most one observation per indicator: the largest total of scope own in a comparable unit (of equals the first; simply the first
/// where the pattern file says so), else the largest in another unit, else that of a weak reading.
void choose_primaries(std::vector<Observation>& observations, const std::vector<Standing>& standings, std::span<const Quantity> quantities,
                      const PatternSet::Compiled& patterns);

}  // namespace renda
