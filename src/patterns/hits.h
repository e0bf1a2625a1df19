// Where the words of the dictionary stand: found sentence by sentence, and in the text before a sentence only where that is asked for.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "patterns/compiled.h"

namespace renda {

inline constexpr std::uint32_t kContext = 160;  ///< characters before a sentence that may still say what it speaks of

struct Hit {
  std::uint32_t begin, end, word;
};

/// The hits of one stretch of text, in text order.
class Stretch {
 public:
  Stretch(const PatternSet::Compiled& patterns, std::u16string_view text) : patterns_(&patterns), text_(text), last_cue_(patterns.cue_sets + 1u) {}

  /// Finds the words that begin in [begin, end); what was known before is forgotten.
  void read(std::uint32_t begin, std::uint32_t end);
  std::uint32_t begin() const { return begin_; }
  std::uint32_t end() const { return end_; }

  /// Hits that begin in [begin, end).
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const;
  /// End of the last word of `set` within [begin, end) that is not within `except`; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const;
  /// True if a word of `set` begins in [begin, end), however long it is.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const;
  /// Begin of `head` before `at`, in the same clause and at most kGap characters away; -1 if there is none.
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const;

 private:
  // A word of one cue set; those of a set are chained backwards, so that the last one before a place is near.
  struct CueHit {
    std::uint32_t begin, end;
    std::int32_t head;
    std::uint32_t previous;  // index + 1 into cue_hits_, 0 = none
  };

  const PatternSet::Compiled* patterns_;
  std::u16string_view text_;
  std::vector<Hit> hits_;
  std::vector<CueHit> cue_hits_;
  std::vector<std::uint32_t> last_cue_;  // per set: index + 1 of its last word
  std::vector<std::uint32_t> first_;     // index of the first hit that begins at begin_ + i or later
  std::uint32_t begin_ = 0, end_ = 0;
};

/// The hits of one sentence and, as far as someone asks, of the kContext characters before it.
class Hits {
 public:
  Hits(const PatternSet::Compiled& patterns, std::u16string_view text) : here_(patterns, text), before_(patterns, text) {}

  /// Turns to the sentence [begin, end).
  void cover(std::uint32_t begin, std::uint32_t end);

  /// Hits that begin in [begin, end) of the sentence, in text order.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const { return here_.in(begin, end); }
  /// True if a word of `set` lies within [begin, end) and not within `except`; `begin` may lie before the sentence.
  bool any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const { return last(set, begin, end, except) >= 0; }
  /// End of the last such word; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;
  /// As Stretch::first_at() and head_before(), within the sentence.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const { return here_.first_at(set, begin, end); }
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const { return here_.head_before(head, at); }

 private:
  Stretch here_;
  mutable Stretch before_;  // read when it is first asked for
  mutable bool looked_back_ = false;
};

}  // namespace renda
