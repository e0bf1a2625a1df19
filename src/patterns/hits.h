// Where the words of the dictionary stand: found sentence by sentence, and in the text between only where that is asked for. Nothing is read twice.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "patterns/compiled.h"
#include "patterns/sieve.h"

namespace renda {

inline constexpr std::uint32_t kContext = 160;  ///< characters before a sentence that may still say what it speaks of

/// A word and its roles.
struct Hit {
  std::uint32_t begin, end, word;
  std::uint16_t roles;
  bool is(Role role) const { return (roles & static_cast<std::uint16_t>(role)) != 0; }
};

/// What Sightings work in. Each thread keeps it from file to file: most files need no memory of their own.
struct SightingsRoom {
  // A word of cue sets. A cue that wants a head begins with it and has a note of its own.
  struct CueHit {
    std::uint32_t begin, head_begin, end;
    std::uint32_t use;  // index of the first of those without a head, or of the one that wants a head
  };
  // Those of a head are chained backwards.
  struct HeadHit {
    Span place;
    std::uint32_t previous;  // index + 1 into head_hits_, 0 = none
  };
  std::vector<Trie::Found> found_;         // of the last stretch
  Sieve<Hit> hits_;                        // the same with their roles
  Sieve<std::uint32_t> heads_, cues_;      // which of them are heads, or of cue sets
  std::vector<HeadHit> head_hits_;         // of the last stretch
  std::vector<std::uint32_t> last_head_;   // per head: index + 1
  std::vector<std::uint16_t> seen_heads_;  // those that are set
  std::vector<CueHit> cue_hits_;           // of all stretches, in text order
  std::vector<std::uint32_t> last_cue_;    // per set: index + 1 of its last word
};

/// The hits of stretches of text that are added in text order.
class Sightings : private SightingsRoom {
 public:
  Sightings(const PatternSet::Compiled& patterns, std::u16string_view text);
  ~Sightings();
  Sightings(const Sightings&) = delete;
  Sightings& operator=(const Sightings&) = delete;

  /// Finds the words that begin in [begin, end). `begin` is not before the end of what was added earlier.
  void add(std::uint32_t begin, std::uint32_t end);
  /// Hits that begin in [begin, end) of the stretch added last.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const;
  /// True if one of them has this role.
  bool holds(Role role) const { return (roles_ & static_cast<std::uint16_t>(role)) != 0; }
  /// Begin of the head that stands before `at` in the stretch added last: in the same clause, at most kGap characters away; -1 if there is none.
  std::int64_t head_before(std::uint16_t head, std::uint32_t at) const { return last_head_[head] == 0 ? -1 : find_head(head, at); }
  /// False where head_before() finds nothing: asked without a branch. 0 is no head and always there.
  bool may_have_head(std::uint16_t head) const { return (head == 0) | (last_head_[head] != 0); }
  /// End of the last word of `set` within [begin, end) that is not within `except`; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const;
  /// The words of `set` (those without a gap) within [begin, end), the last first: visit(begin, end).
  template <typename Visit>
  void each_back(CueSet set, std::uint32_t begin, std::uint32_t end, Visit&& visit) const {
    find_back(set, begin, end, [&](const CueHit& hit) {
      if (hit.end <= end && hit.head_begin == hit.begin) visit(hit.begin, hit.end);
      return false;
    });
  }
  /// True if a word of `set` begins in [begin, end), however long it is.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
    return find_back(set, begin, end, [](const CueHit&) { return true; }) != nullptr;
  }

 private:
  // The last word of `set` that begins in [begin, end) and for which is_it() says so.
  template <typename IsIt>
  const CueHit* find_back(CueSet set, std::uint32_t begin, std::uint32_t end, IsIt&& is_it) const {
    std::uint32_t next = last_cue_[set];
    if (next == 0 || cue_hits_[next - 1].begin < begin) return nullptr;
    if (cue_hits_[next - 1].begin >= end) next = before(end);
    for (; next != 0 && cue_hits_[next - 1].begin >= begin; --next)
      if (is_of(cue_hits_[next - 1], set) && is_it(cue_hits_[next - 1])) return &cue_hits_[next - 1];
    return nullptr;
  }
  std::int64_t find_head(std::uint16_t head, std::uint32_t at) const;
  std::uint32_t before(std::uint32_t end) const;
  bool is_of(const CueHit& hit, CueSet set) const;
  void start(std::uint32_t begin, std::uint32_t end);
  void see_head(std::uint16_t head, Span place);
  void see_cues(std::uint32_t first, Span place);
  void see_headed_cues(std::uint32_t use, Span place);
  void forget_heads();
  void forget_cues();

  const PatternSet::Compiled* patterns_;
  std::u16string_view text_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::uint16_t roles_ = 0;  // of all words of the stretch added last
};

/// The hits of one sentence and, as far as someone asks, of the kContext characters before it.
class Hits {
 public:
  Hits(const PatternSet::Compiled& patterns, std::u16string_view text) : sentences_(patterns, text), gaps_(patterns, text), edges_(patterns, text) {}

  /// Turns to the sentence [begin, end), which does not lie before the last one.
  void cover(std::uint32_t begin, std::uint32_t end);

  /// Hits that begin in [begin, end) of the sentence, in text order.
  std::span<const Hit> in(std::uint32_t begin, std::uint32_t end) const { return sentences_.in(begin, end); }
  /// True if a word of this role begins in the sentence: a question that ends others early.
  bool holds(Role role) const { return sentences_.holds(role); }
  /// True if a word of `set` lies within [begin, end) and not within `except`; `begin` may lie before the sentence.
  bool any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;
  /// True if a word of this role lies within [begin, end) of the sentence.
  bool any(Role role, std::uint32_t begin, std::uint32_t end) const {
    const auto words = in(begin, end);
    return std::any_of(words.begin(), words.end(), [&](const Hit& hit) { return hit.end <= end && hit.is(role); });
  }
  /// End of the last such word; -1 if there is none.
  std::int64_t last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except = {}) const;
  /// As in Sightings, of the sentence.
  bool may_have_head(std::uint16_t head) const { return sentences_.may_have_head(head); }
  std::int64_t head_before(std::uint16_t head, std::uint32_t at) const { return sentences_.head_before(head, at); }
  /// True if a word of `set` begins in [begin, end), however long it is; `begin` may lie before the sentence.
  bool first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const;
  /// As in Sightings; `begin` may lie before the sentence. What lies in the sentences and what lies between them come apart.
  template <typename Visit>
  void each_back(CueSet set, std::uint32_t begin, std::uint32_t end, Visit&& visit) const {
    if (set == 0) return;
    sentences_.each_back(set, begin, end, visit);
    if (begin >= here_.begin) return;
    before(begin, [&](const Sightings& seen) {
      seen.each_back(set, begin, end, visit);
      return false;
    });
  }

 private:
  static constexpr std::uint32_t kEdge = 32;  // characters before a sentence that are asked for most often

  // Reads what nobody has asked for yet of the text between sentences from `begin` on, and calls found(sightings) for those that know it until one says true.
  template <typename Found>
  bool before(std::uint32_t begin, Found&& found) const {
    const bool edge = begin + kEdge >= here_.begin;
    edge ? read_edges() : read_gaps();
    return found(gaps_) || (edge && !unread_.empty() && found(edges_));
  }
  void read_edges() const;
  void read_gaps() const;

  Sightings sentences_;
  mutable Sightings gaps_;            // what lies between sentences, read when it is first asked for
  mutable Sightings edges_;           // the last characters of such gaps, where nobody has asked for more
  mutable std::uint32_t edge_end_ = 0;
  mutable std::vector<Span> unread_;  // gaps near the sentence that gaps_ does not know, in text order
  Span here_{};
};

}  // namespace renda
