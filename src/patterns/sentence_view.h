// One sentence as the matcher sees it: its numbers, its nouns, and what it costs to get from one to the other.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "patterns/hits.h"

namespace renda {

/// A look-alike's words: nouns and numbers inside are none.
struct Mask {
  Span span;
  std::uint16_t reading = 0;
  bool name = false;  ///< between 《 and 》
};

/// A head of readings. `uses` are those of its readings whose own head stands before it: index into readings, begin with that head.
struct NounReading {
  std::uint16_t reading;
  std::uint32_t begin;
};
struct Noun {
  std::uint32_t begin, end, word;
  std::uint32_t first_use, last_use;  ///< indices into the view's uses
};

class SentenceView {
 public:
  /// `quantities`: those of the sentence, in order; `hits` covers the sentence and kContext before it.
  void read(std::u16string_view text, Span sentence, std::span<const Quantity> quantities, const Hits& hits, const PatternSet::Compiled& patterns);

  Span span() const { return span_; }
  std::span<const Quantity> quantities() const { return quantities_; }
  const std::vector<Noun>& nouns() const { return nouns_; }
  std::span<const NounReading> uses(const Noun& noun) const { return std::span(uses_).subspan(noun.first_use, noun.last_use - noun.first_use); }
  const std::vector<Mask>& masks() const { return masks_; }

  /// What the text in [begin, end) costs: about 0.8 for each unknown character, more for commas, nothing for fillers.
  float cost(std::uint32_t begin, std::uint32_t end) const { return begin >= end ? 0.f : prefix_[end - span_.begin] - prefix_[begin - span_.begin]; }

  /// The clause around [begin, end): from comma to comma (， ： ； 。).
  Span clause(std::uint32_t begin, std::uint32_t end) const;

 private:
  void read_masks(const Hits& hits, const PatternSet::Compiled& patterns);
  void read_nouns(const Hits& hits, const PatternSet::Compiled& patterns);
  bool is_hidden(std::size_t index, const Dictionary& dictionary) const;
  void add_noun(const Hit& hit, const Hits& hits, const PatternSet::Compiled& patterns);
  void read_costs(const Hits& hits, const PatternSet::Compiled& patterns);

  std::u16string_view text_;
  Span span_;
  std::span<const Quantity> quantities_;
  std::vector<Noun> nouns_;
  std::vector<NounReading> uses_;
  std::vector<Hit> found_;
  std::vector<Mask> masks_;
  std::vector<float> prefix_;
};

}  // namespace renda
