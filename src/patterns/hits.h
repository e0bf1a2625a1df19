// Where the words of the dictionary stand: found sentence by sentence, and in the text between only where that is asked for. Nothing is read twice.
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

/// The hits of stretches of text that are added in text order.
class Sightings {
 public:
  Sightings(const PatternSet::Compiled& patterns, std::u16string_view text) : patterns_(&patterns), text_(text), last_cue_(patterns.cue_sets + 1u) {}

  /// Finds the words that begin in [begin, end). `begin` is not before the end of what was added earlier.
  void add(std::uint32_t begin, std::uint32_t end);
  /// Hits that begin in [begin, end) of the stretch added last.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const;
  /// End of the last word of `set` within [begin, end) that is not within `except`; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const;
  /// True if a word of `set` begins in [begin, end), however long it is.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const;
  /// Begin of the word `head` before `at`, in the same clause and at most kGap characters away; -1 if there is none. `at` lies in the stretch added last.
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const;

 private:
  // A word of one cue set; those of a set are chained backwards, so that the last one before a place is near. A cue that wants a head begins with it.
  struct CueHit {
    std::uint32_t begin, head_begin, end;
    std::uint32_t previous;  // index + 1 into cue_hits_, 0 = none
  };
  void add_cues(const Hit& hit);
  void forget();

  const PatternSet::Compiled* patterns_;
  std::u16string_view text_;
  std::vector<Hit> hits_;                // of the last stretch
  std::vector<std::uint32_t> first_;     // index of the first hit that begins at begin_ + i or later
  std::vector<CueHit> cue_hits_;         // of all stretches
  std::vector<std::uint32_t> last_cue_;  // per set: index + 1 of its last word
  std::uint32_t begin_ = 0, end_ = 0;
};

/// The hits of one sentence and, as far as someone asks, of the kContext characters before it.
class Hits {
 public:
  Hits(const PatternSet::Compiled& patterns, std::u16string_view text) : sentences_(patterns, text), gaps_(patterns, text) {}

  /// Turns to the sentence [begin, end), which does not lie before the last one.
  void cover(std::uint32_t begin, std::uint32_t end);

  /// Hits that begin in [begin, end) of the sentence, in text order.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const { return sentences_.in(begin, end); }
  /// True if a word of `set` lies within [begin, end) and not within `except`; `begin` may lie before the sentence.
  bool any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const { return last(set, begin, end, except) >= 0; }
  /// End of the last such word; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;
  /// As in Sightings, within the sentence.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const { return sentences_.first_at(set, begin, end); }
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const { return sentences_.head_before(head, at); }

 private:
  Sightings sentences_;
  mutable Sightings gaps_;  // what lies between sentences, read when it is first asked for
  mutable std::vector<Span> unread_;  // gaps near the sentence that nobody has asked for, in text order
  Span here_{};
  void read_gaps() const;
};

}  // namespace renda
