// Whole phrases: RE2 over the sentence in which each number is one symbol.
#pragma once
#include "patterns/sentence_in_hand.h"

namespace renda {

/// Gives the numbers that stand in a whole phrase its reading in place of the noun they have chosen.
void apply_phrases(SentenceInHand& here);

/// True if a whole phrase gave the candidate.
bool is_phrase(const Candidate& candidate);

}  // namespace renda
