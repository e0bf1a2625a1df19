// Rates given in turn (见面率、答复率分别为100%、97%), one for all (见面率、答复率均为100%), or as the share of a count (A类112件，占65.5%).
#pragma once
#include "patterns/sentence_in_hand.h"

namespace renda {

/// A类112件，占65.5%: gives the i-th number, the share of the count right before it, to the rate that the count's indicator names. False if it is no
/// such share.
bool observe_rate_of_count(SentenceInHand& here, std::size_t i);

/// Gives the percentage, just observed for `best`, to the rates before its noun as well, or to the one whose turn it is instead.
void distribute_rate(SentenceInHand& here, std::size_t i, const Candidate& best);

}  // namespace renda
