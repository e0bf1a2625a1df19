// Which lines of a text were broken at column width.
#pragma once
#include <vector>

#include "layout/lines.h"

namespace renda {

/// For each line whether the next line (furniture skipped) continues it. Full lines are judged by the median width of their
/// neighbours: the maximum would let one wide headline switch joining off in a narrow column.
std::vector<bool> continued_lines(const std::vector<Line>& lines);

}  // namespace renda
