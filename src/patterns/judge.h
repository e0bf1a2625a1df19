// Numbers that stand where a statistic would but are none: averages, norms, changes, baselines, shares, other bodies' doings.
#pragma once
#include "patterns/attach.h"

namespace renda {

/// The reason code for which a number that found its noun counts nothing after all; nullptr if it stands.
const char* why_not(const SentenceView& view, const Hits& hits, const PatternSet::Compiled& patterns, std::u16string_view text,
                    const Quantity& quantity, const Candidate& candidate);

}  // namespace renda
