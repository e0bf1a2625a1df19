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
  PartReader(const Document& document, std::span<const Quantity> quantities, const PatternSet::Compiled& patterns)
      : document_(document), quantities_(quantities), patterns_(patterns), hits_(patterns, document.text) {}
  bool is_part(const Observation& observation, std::span<const Observation> before);

 private:
  const Document& document_;
  std::span<const Quantity> quantities_;
  const PatternSet::Compiled& patterns_;
  Hits hits_;
};

/// Marks at most one observation per indicator: the largest of scope own that is no part and bears a comparable unit; of equals the first.
void choose_primaries(std::vector<Observation>& observations, const std::vector<bool>& parts, std::span<const Quantity> quantities);

}  // namespace renda
