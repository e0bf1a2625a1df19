// Numbers that count what a number before them counts: levels (12个，总数达到46个), sums (98件，…11件，共计109件).
#pragma once
#include "patterns/sentence_in_hand.h"

namespace renda {

/// The noun that the i-th number takes over from one before it in the sentence; nullptr if it takes none, or has one of its own near by.
const Candidate* borrowed_noun(const SentenceInHand& here, std::size_t i);

/// 省级立法联系点2个、市级5个: one level's number after another's, of a total that nobody gives.
bool follows_level(const SentenceInHand& here, std::size_t i);

}  // namespace renda
