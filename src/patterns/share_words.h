// Where the words stand that say of all of something what became of it (建议165件，全部办结): which of them speak of a number.
#pragma once
#include <cstdint>

#include "patterns/sentence_in_hand.h"

namespace renda {

/// The text in which such words may still speak of the i-th number, which counts `best`: up to the next one, brackets (大会期间298件、闭会期间7件)
/// passed over; a number inside brackets ends with them.
Span share_reach(const SentenceInHand& here, std::size_t i, const Candidate& best);

/// The same for a number without a noun.
Span share_reach(const SentenceInHand& here, std::size_t i);

/// End of the last words of the share within `reach` that speak of the i-th number; -1 if there are none. In 已全部办结并答复代表，按期办复率100% the
/// last ones do not.
std::int64_t share_words(const SentenceInHand& here, std::size_t i, const Share& share, Span reach);

}  // namespace renda
