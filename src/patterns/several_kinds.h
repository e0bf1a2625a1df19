// Kinds side by side at one number: 执法检查、视察调研、专题询问23次 count together, 视察、调研各2次 each.
#pragma once
#include <cstdint>
#include <vector>

#include "patterns/sentence_in_hand.h"

namespace renda {

/// The nouns of indicators that may count the i-th number as well: those before the noun of `best`, joined to it and to each other by nothing but
/// conjunctions, the nearest first.
std::vector<Candidate> kinds_before(const SentenceInHand& here, std::size_t i, const Candidate& best);

/// 视察、调研各2次: one number for each kind.
bool counts_each(const SentenceInHand& here, std::size_t i, const Candidate& best);

/// Gives the number to the kinds before the noun of `best` too, but for the indicator `except` (-1: none).
void observe_kinds(SentenceInHand& here, std::size_t i, const Candidate& best, std::int32_t except = -1);

/// The indicator that takes the number of `best` and of the kinds beside it together; its own where there is none.
std::int32_t combined(const SentenceInHand& here, std::size_t i, const Candidate& best);

}  // namespace renda
