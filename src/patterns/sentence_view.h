// One sentence as the matcher sees it: its numbers, its nouns, and what it costs to get from one to the other.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "patterns/hits.h"
#include "patterns/sieve.h"

namespace renda {

/// A look-alike's words: nouns and numbers inside are none.
struct Mask {
  Span span;
  std::uint16_t reading = 0;
  bool name = false;  ///< between 《 and 》
};

/// A noun of the sentence.
using Noun = Hit;

class SentenceView {
 public:
  /// `quantities`: those of the sentence, in order; `hits` covers the sentence and kContext before it.
  void read(std::u16string_view text, Span sentence, std::span<const Quantity> quantities, const Hits& hits, const PatternSet::Compiled& patterns);

  Span span() const { return span_; }
  std::span<const Quantity> quantities() const { return quantities_; }
  const std::vector<Noun>& nouns() const { return nouns_; }
  /// Those that begin at or after `begin`; nouns are sorted by their begin.
  std::span<const Noun> nouns_from(std::uint32_t begin) const {
    const auto first = std::partition_point(nouns_.begin(), nouns_.end(), [begin](const Noun& noun) { return noun.begin < begin; });
    return {first, nouns_.end()};
  }
  const std::vector<Mask>& masks() const { return masks_; }

  /// What the text in [begin, end) costs: about 0.8 for each unknown character, more for commas, nothing for fillers.
  float cost(std::uint32_t begin, std::uint32_t end) const { return begin >= end ? 0.f : prefix_[end - span_.begin] - prefix_[begin - span_.begin]; }

  /// The clause around [begin, end): from comma to comma (， ： ； 。).
  Span clause(std::uint32_t begin, std::uint32_t end) const;

 private:
  void read_characters();
  void sort_words(std::span<const Hit> words);
  void read_names();
  void read_masks(const Hits& hits, const PatternSet::Compiled& patterns);
  void read_nouns();
  bool is_masked(const Noun& noun) const;
  void read_costs();

  std::u16string_view text_;
  Span span_;
  std::span<const Quantity> quantities_;
  std::vector<Noun> nouns_;
  Sieve<Hit> found_, mask_words_, soft_;  // all nouns; words of masks; fillers and modifiers
  Sieve<std::uint32_t> marks_;            // what is neither ideograph nor digit
  std::vector<Mask> masks_;
  std::vector<std::uint32_t> clause_ends_;  // where ， ： ； 。 stand
  std::vector<float> prefix_;
  bool names_ = false;  // whether a 《 stands in the sentence
};

}  // namespace renda
