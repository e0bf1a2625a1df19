// Which noun each number of a sentence counts: the cheapest one within reach.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "patterns/sentence_view.h"
#include "patterns/sieve.h"
#include "renda/facts.h"

namespace renda {

/// A noun that a number may attach to, under one of its readings.
struct Candidate {
  float cost = 0;
  std::uint16_t reading = 0;
  Span noun;
  bool right = false;       ///< the noun follows the number
  const char* lack = "";    ///< what it lacks, where unit or context are not as the reading wants them
  std::uint32_t order = 0;  ///< place among those of the number: of two that cost the same the first counts
  bool precedes(const Candidate& other) const { return cost != other.cost ? cost < other.cost : order < other.order; }
};

struct Attachment {
  std::optional<Candidate> best;   ///< cheapest that fits
  std::optional<Candidate> near;   ///< cheapest that does not: what an unmatched number lacked (asked for only then)
};

/// One for all sentences of a text: the view and the hits turn to each of them.
class Attacher {
 public:
  Attacher(const SentenceView& view, const Hits& hits, const PatternSet::Compiled& patterns, std::u16string_view text, Level level,
           const std::vector<bool>& title)
      : view_(view), hits_(hits), patterns_(patterns), text_(text), level_(level), title_(title) {}

  /// The attachment of the `index`-th quantity of the sentence. `near` is there only where `why` is asked. `before`: what the number before it
  /// counts; of a list (农业方面62件，教育方面38件) the first finds the context for all.
  enum class Ask : std::uint8_t { what, why };
  Attachment attach(std::size_t index, const std::optional<Candidate>& before, Ask ask = Ask::what) const;

  /// Candidate for `noun` (a hit of the view) and the quantity: none if no reading of it fits.
  std::optional<Candidate> try_noun(const Quantity& quantity, const Noun& noun, bool right) const;

 private:
  std::span<const NounUse> fitting(const Noun& noun, const Quantity& quantity, const UnitFit* fits, Ask ask) const;
  void gather(const Quantity& quantity, const Noun& noun, bool right, Ask ask) const;
  Attachment choose(const Quantity& quantity) const;
  std::uint32_t left_bound(std::size_t index) const;
  bool is_persons(const Quantity& q) const;
  std::uint32_t right_bound(std::size_t index) const;
  bool follows_number(const Noun& noun) const;
  bool is_counted_at(std::uint32_t at) const;
  bool holds_number_like(const Quantity& quantity, Span place) const;
  bool joins_levels(std::uint32_t at) const;
  const char* missing_context(const Candidate& candidate, const Quantity& quantity, float& distance) const;
  float context_distance(CueSet set, std::int64_t found, Span clause_and_before, Span place) const;
  Span own_part(Span clause, std::uint32_t begin, std::uint32_t end) const;
  bool has_head(const Noun& noun) const;
  bool is_inside_compound(const Noun& noun) const;
  bool has_own_number(const Quantity& quantity, const Noun& noun) const;

  const SentenceView& view_;
  const Hits& hits_;
  const PatternSet::Compiled& patterns_;
  std::u16string_view text_;
  Level level_;
  const std::vector<bool>& title_;  // per cue set: whether the report's title holds a word of it
  mutable int listed_ = -1;                    // the reading of the number before the one in hand
  mutable Sieve<NounUse> fitting_;             // of the noun in hand
  mutable std::vector<Candidate> candidates_;  // of the number in hand, before their context is asked
};

}  // namespace renda
