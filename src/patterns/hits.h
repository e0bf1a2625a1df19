// Where the words of the dictionary stand in a text, found once and forwards, as far as they are asked for.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "patterns/compiled.h"

namespace renda {

struct Hit {
  std::uint32_t begin, end, word;
};

class Hits {
 public:
  Hits(const PatternSet::Compiled& patterns, std::u16string_view text) : patterns_(patterns), text_(text), last_cue_(patterns.cue_sets + 1u) {}

  /// Makes the hits that begin in [begin, end) known; hits far before `begin` are forgotten. Going back starts anew.
  void cover(std::uint32_t begin, std::uint32_t end);

  /// Hits that begin in [begin, end), in text order. Both within what was covered.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const;

  /// True if a word of `set` lies within [begin, end) and not within `except`.
  bool any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const { return last(set, begin, end, except) >= 0; }

  /// End of the last word of `set` within [begin, end) that is not within `except`; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;

  /// The words of `set` (those without a gap) within [begin, end), the last first: visit(begin, end).
  template <typename Visit>
  void each_back(CueSet set, std::uint32_t begin, std::uint32_t end, Visit&& visit) const {
    for (std::uint32_t next = set == 0 ? 0 : last_cue_[set]; next != 0 && cue_hits_[next - 1].begin >= begin; next = cue_hits_[next - 1].previous)
      if (cue_hits_[next - 1].end <= end && cue_hits_[next - 1].head < 0) visit(cue_hits_[next - 1].begin, cue_hits_[next - 1].end);
  }

  /// True if a word of `set` begins in [begin, end), however long it is.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const;

  /// Begin of `head` before `at`, in the same clause and at most kGap characters away; -1 if there is none.
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const;

 private:
  void start_at(std::uint32_t at);
  void forget_before(std::uint32_t at);

  // A word of one cue set; those of a set are chained backwards, so that the last one before a place is near.
  struct CueHit {
    std::uint32_t begin, end;
    std::int32_t head;
    std::uint32_t previous;  // index + 1 into cue_hits_, 0 = none
  };

  const PatternSet::Compiled& patterns_;
  std::u16string_view text_;
  std::vector<Hit> hits_;
  std::vector<CueHit> cue_hits_;
  std::vector<std::uint32_t> last_cue_;  // per set: index + 1 of its last word
  std::vector<std::uint32_t> first_;  // index of the first hit that begins at base_ + i or later
  std::uint32_t base_ = 0, covered_ = 0;
};

}  // namespace renda
