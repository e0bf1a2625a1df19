// The compiled form of the pattern files: words in one dictionary, readings and cue sets as numbers.
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "patterns/definitions.h"
#include "text/trie.h"
#include "renda/pattern.h"

namespace re2 {
class RE2;
}

namespace renda {

using CueSet = std::uint16_t;  ///< a list of words as a number; 0 = empty, never found

enum class Side : std::uint8_t { both, left, right };

/// A whole phrase with the value's place marked, compiled on first use.
class Phrase {
 public:
  Phrase(std::string regex, std::uint16_t reading);
  ~Phrase();
  Phrase(Phrase&&) noexcept;
  std::uint16_t reading() const { return reading_; }
  const re2::RE2& regex() const;

 private:
  struct Lazy;
  std::unique_ptr<Lazy> lazy_;
  std::uint16_t reading_;
};

/// One way of wording, compiled. `indicator` < 0: a look-alike that gives `reason`.
struct Reading {
  std::int32_t indicator = -1;
  std::string id, reason;
  bool mask = false, part = false, any_unit = false;
  Side side = Side::both;
  float cost = 0;
  std::vector<std::uint16_t> units;       ///< ids of measure words, sorted
  std::vector<CueSet> needs, near;        ///< all must be found
  CueSet never = 0, not_near = 0, not_after = 0;
  std::uint32_t not_levels = 0;           ///< bit per Level
};

/// What one word of the dictionary is used for.
struct NounUse {
  std::uint16_t reading;
  std::int32_t head;  ///< word that must stand before it (gap …), -1 = none
};
struct CueUse {
  CueSet set;
  std::int32_t head;
};

struct Share {
  CueSet words = 0;
  std::vector<std::int32_t> of;
  std::int32_t indicator = -1;
  std::string id;
};

struct Bound {
  std::int32_t indicator = -1, other = -1;
  bool at_most = true;
};

/// The word lists that the program itself asks for, by their names in the pattern files.
struct NamedCues {
  CueSet filler, conjunction, plan, plan_heading, plan_heading_not, plan_not, past, average, norm, norm_context, change, change_near, baseline,
      modifier, share, level, respectively, part, topic, own_actor, own_organ, other_actor, lower, higher, site, site_not, site_of_township, higher_of_township, session_news;
  CueSet period_year, period_neutral, period_last_year, period_term, period_years, period_running, period_rank, period_before_that, period_frame, period_recent, period_since, period_from, period_half, period_quarter, period_first_part, period_before,
      period_after, period_not;
};

/// What a word does between a noun and its number, asked at every hit.
enum class Role : std::uint8_t { filler = 1, modifier = 2, conjunction = 4, level = 8 };

struct PatternSet::Compiled {
  Definitions definitions;
  std::vector<Indicator> indicators;
  std::vector<std::vector<std::uint16_t>> other_units;  ///< per indicator: ids of units that count something else
  std::vector<std::vector<std::int32_t>> combined_by;   ///< per indicator: indicators that take its number when kinds are chained
  std::vector<std::string> combined_ids, rate_ids;      ///< per indicator: what stands in the column pattern
  std::vector<std::int32_t> rates;                      ///< per indicator: what 占N% after its count states, -1 = nothing
  MeasureWords measure_words;
  std::vector<Reading> readings;
  std::vector<Phrase> phrases;
  std::vector<Share> shares;
  std::vector<Bound> bounds;
  NamedCues cues;

  Trie trie;
  std::vector<std::u16string> words;
  std::vector<std::vector<NounUse>> nouns;      ///< per word
  std::vector<CueUse> all_cue_uses;             ///< of all words, one after the other
  std::vector<std::uint32_t> first_cue_use;     ///< per word, and one more
  std::vector<std::uint8_t> roles;              ///< per word: bits of Role
  CueSet cue_sets = 0;                          ///< number of cue sets; they are counted from 1
  std::vector<std::vector<std::uint16_t>> triggers;  ///< per word: phrases to try
  std::string version;

  std::span<const CueUse> cue_uses(std::uint32_t word) const {
    return {all_cue_uses.data() + first_cue_use[word], first_cue_use[word + 1] - first_cue_use[word]};
  }
  bool is(std::uint32_t word, Role role) const { return (roles[word] & static_cast<std::uint8_t>(role)) != 0; }
};

/// Compiles definitions. Throws Error at file:line:column for words or phrases that cannot be compiled; `eager` compiles every phrase
/// at once (a user's own set: mistakes must show before anything is written).
std::unique_ptr<PatternSet::Compiled> compile(Definitions definitions, bool eager);

}  // namespace renda
