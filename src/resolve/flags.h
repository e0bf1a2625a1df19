// What does not add up (column `flags`, closed list in docs/tables.md).
#pragma once
#include "resolve/primary.h"
#include <span>
#include <vector>

#include "patterns/compiled.h"
#include "renda/observation.h"

namespace renda {

void add_flags(std::vector<Observation>& observations, const std::vector<Standing>& standings, std::span<const Quantity> quantities,
               const PatternSet::Compiled& patterns);

}  // namespace renda
