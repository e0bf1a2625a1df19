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
#include "patterns/dictionary.h"
#include "patterns/required_words.h"
#include "renda/pattern.h"

namespace re2 {
class RE2;
}

namespace renda {

/// How a measure word suits a reading: one of its units, of the kind of one, neither.
enum class UnitFit : std::uint8_t { no, kind, yes };

enum class Side : std::uint8_t { both, left, right };

/// A whole phrase with the value's place marked, compiled on first use.
class Phrase {
 public:
  /// `units`: the measure words of its value, folded. `words`: what stands wherever it does.
  Phrase(std::string regex, std::vector<std::u16string> units, std::vector<Choice> words, std::uint16_t reading);
  ~Phrase();
  Phrase(Phrase&&) noexcept;
  std::uint16_t reading() const { return reading_; }
  const std::vector<std::u16string>& units() const { return units_; }
  const std::vector<Choice>& words() const { return words_; }
  const re2::RE2& regex() const;

 private:
  struct Lazy;
  std::unique_ptr<Lazy> lazy_;
  std::vector<std::u16string> units_;
  std::vector<Choice> words_;
  std::uint16_t reading_;
};

/// One way of wording, compiled. `indicator` < 0: a look-alike that gives `reason`. What is asked of every reading within reach stands in front, in
/// one line of the cache.
struct alignas(64) Reading {
  std::int32_t indicator = -1;
  float cost = 0;
  std::uint32_t not_levels = 0;           ///< bit per Level
  bool mask = false, part = false, any_unit = false;
  Side side = Side::both;
  CueSet never = 0, not_near = 0, not_after = 0;
  std::vector<CueSet> needs, near;        ///< all must be found
  std::string id, reason;
  std::vector<std::uint16_t> units;       ///< ids of measure words
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
      modifier, share, level, respectively, part, topic, own_actor, own_organ, other_actor, lower, higher, site, site_not, site_of_township, higher_of_township, higher_of_county, higher_of_prefecture, session_news, outcome, total, whole_area, helping, dealt_with, partly;
  CueSet period_year, period_neutral, period_last_year, period_term, period_years, period_running, period_rank, period_before_that, period_frame, period_recent, period_since, period_from, period_half, period_quarter, period_first_part, period_before,
      period_after, period_not;
  CueSet period_any;  ///< all words that name a period: most sentences hold none
};

struct PatternSet::Compiled {
  Definitions definitions;
  std::vector<Indicator> indicators;
  std::vector<std::vector<std::uint16_t>> other_units;  ///< per indicator: ids of units that count something else
  std::vector<std::vector<std::int32_t>> combined_by;   ///< per indicator: indicators that take its number when kinds are chained
  std::vector<std::string> combined_ids, rate_ids;      ///< per indicator: what stands in the column pattern
  std::vector<bool> keeps_first;                        ///< per indicator: the first total counts, not the largest
  std::vector<bool> wants_stated;                       ///< per indicator: a total only where a word says so
  std::vector<std::int32_t> rates;                      ///< per indicator: what 占N% after its count states, -1 = nothing
  MeasureWords measure_words;
  std::vector<Reading> readings;
  std::vector<UnitFit> fits;                            ///< per measure word those of all readings: one number asks many readings
  std::vector<Phrase> phrases;
  std::vector<Share> shares;
  std::vector<Bound> bounds;
  NamedCues cues;

  Dictionary dictionary;
  std::unique_ptr<DictionaryBuilder> built;     ///< owns the dictionary's arrays, unless they are compiled in
  CueSet cue_sets = 0;                          ///< number of cue sets; they are counted from 1
  std::string version;

  /// How each reading takes this measure word.
  const UnitFit* fits_of(std::uint16_t unit) const { return fits.data() + unit * readings.size(); }
};

/// Compiles definitions. Throws Error at file:line:column for words or phrases that cannot be compiled; `eager` compiles every phrase
/// at once (a user's own set: mistakes must show before anything is written). `built` is the dictionary that these very definitions gave before.
std::unique_ptr<PatternSet::Compiled> compile(Definitions definitions, bool eager, const Dictionary* built = nullptr);

}  // namespace renda
