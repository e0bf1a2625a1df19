// The title of a report, wherever the page put it.
#pragma once
#include <string_view>
#include <vector>

#include "renda/span.h"

namespace renda {

/// The title with its subtitle among `paragraphs` (spans of `text`): the first that names a congress and a kind of report, else the first
/// short paragraph without a full stop; empty if there is neither. Newspapers print it first, last or in the middle.
Span find_title(std::u16string_view text, const std::vector<Span>& paragraphs);

}  // namespace renda
