// settle_division(): one division among the candidates that the votes allow, or none. Ambiguous means ambiguous: the candidates stand in the message.
#pragma once
#include "facts/votes.h"
#include "renda/facts.h"

namespace renda {

/// Fills the division and what lies above it, as take_division() does, with its evidence; or adds the candidates to facts.message. The candidates are of
/// facts.level and end with `own_suffix`, where these are known (0 = it is not).
void settle_division(std::u16string_view body, char16_t own_suffix, Votes& votes, Facts& facts);

}  // namespace renda
