// Anniversaries and campaigns: what dates a text that has no year of its own.
#pragma once
#include <optional>
#include <string_view>

#include "renda/span.h"

namespace renda {

struct AnchoredYear {
  int year;
  Span span;  ///< of the words
};

/// The latest anniversary or campaign that `text` names; none where it names none.
std::optional<AnchoredYear> latest_anchor(std::u16string_view text);

}  // namespace renda
