// The sentence whose numbers are being matched, and what the text has given so far: what those who read it share.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "patterns/attach.h"
#include "patterns/hits.h"
#include "patterns/sentence_view.h"
#include "renda/pattern.h"

namespace renda {

/// One for all sentences of a text. A number is spoken of by its place among those of the sentence: `i`.
struct SentenceInHand {
  SentenceInHand(std::u16string_view all_text, Span title_place, const Facts& known, std::span<const Quantity> all_numbers,
                 const PatternSet::Compiled& compiled);

  /// Turns to a sentence, which does not lie before the last one. `numbers`: its own, from `first` on; none has chosen a noun yet.
  void turn_to(Span sentence, std::span<const Quantity> numbers);

  std::uint32_t index(std::size_t i) const { return first + static_cast<std::uint32_t>(i); }
  const Quantity& quantity(std::size_t i) const { return quantities[first + i]; }
  const Reading& reading_of(const Candidate& candidate) const { return patterns.readings[candidate.reading]; }
  /// Its noun is so near that it needs no other.
  bool has_near_noun(std::size_t i) const { return chosen[i].best && chosen[i].best->cost < kNear; }

  // Each adds one match for the i-th number.
  void add_ignored(std::size_t i, std::string_view reason, std::string_view pattern = "");
  void add_unmatched(std::size_t i, std::string reason);
  void add_planned(std::size_t i);
  void add_planned(std::size_t i, const Candidate& best);
  /// Nothing where the number bears the indicator already. `words`: what the mention holds besides the number.
  void add_observed(std::size_t i, std::int32_t indicator, std::string_view pattern, Span words, Part part = Part::no);

  std::u16string_view text;
  const Facts& facts;
  std::span<const Quantity> quantities;  ///< of the text
  const PatternSet::Compiled& patterns;
  Hits hits;
  SentenceView view;
  std::vector<bool> title;               ///< per cue set: whether the report's title holds a word of it
  Attacher attacher;
  std::uint32_t first = 0;               ///< index of the first number of the sentence
  std::vector<Attachment> chosen;        ///< per number of the sentence
  std::vector<Match> matches;            ///< of the text up to the number in hand

 private:
  static constexpr float kNear = 1.0f;
  Span mention_of(std::size_t i, Span words) const;
  bool unit_compares(std::int32_t indicator, const Quantity& q) const;
};

/// True if the form of the number alone says that it is no statistic, and for this reason.
inline bool is_only(const Quantity& q, std::string_view reason) { return q.reason != nullptr && std::string_view(q.reason) == reason; }

}  // namespace renda
