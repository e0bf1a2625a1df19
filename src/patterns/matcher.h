// The way of find_matches(), open to those who want the words of each sentence while they are at hand.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "patterns/hits.h"
#include "renda/pattern.h"

namespace renda {

/// Called for each sentence that holds a number which may count, in text order, with the matches of its numbers and its words.
using SentenceVisitor = std::function<void(const Sentence& sentence, std::span<const Match> matches, const Hits& hits)>;

/// As find_matches().
std::vector<Match> match_sentences(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities,
                                   const PatternSet& patterns, const SentenceVisitor& visit);

}  // namespace renda
