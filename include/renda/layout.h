// Floor 2, layout: undoes what newspapers and web pages did to the text.
#pragma once
#include "renda/document.h"

namespace renda {

/// Joins broken lines, drops spaces between Chinese characters and around numbers, folds widths and punctuation, collapses a headline
/// printed twice, simplifies traditional script (matching copy only). Every character keeps its place. Linear; never throws.
Document repair_layout(SourceText source);

}  // namespace renda
