// Terms of the National People's Congress: their years are known from the number of the congress.
#pragma once
#include <optional>
#include <string_view>

#include "renda/span.h"

namespace renda {

struct NationalTerm {
  int first, last;  ///< years of the reports: 2018 and 2022 of the thirteenth
  Span span;        ///< of the number
};

/// The term of which the opening speaks by naming its congress; none where it names none or names it in passing.
/// Since 1983 each congress has sat for five years (Constitution, article 60).
std::optional<NationalTerm> read_national_term(std::u16string_view opening);

}  // namespace renda
