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
  Hits(const PatternSet::Compiled& patterns, std::u16string_view text) : patterns_(patterns), text_(text) {}

  /// Makes the hits that begin in [begin, end) known; hits far before `begin` are forgotten.
  void cover(std::uint32_t begin, std::uint32_t end);

  /// Hits that begin in [begin, end), in text order. Both within what was covered.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const;

  /// True if a word of `set` lies within [begin, end) and not within `except`.
  bool any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const { return last(set, begin, end, except) >= 0; }

  /// End of the last word of `set` within [begin, end) that is not within `except`; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;

  /// Begin of `head` before `at`, in the same clause and at most kGap characters away; -1 if there is none.
  std::int64_t head_before(std::uint32_t head, std::uint32_t at) const;

 private:
  const PatternSet::Compiled& patterns_;
  std::u16string_view text_;
  std::vector<Hit> hits_;
  std::uint32_t covered_ = 0;
};

}  // namespace renda
