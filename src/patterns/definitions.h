// What pattern files say, before anything is compiled: plain data, one struct per table of the files (docs/patterns.md).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace renda {

/// Where something stands in a pattern file, for messages.
struct FilePlace {
  std::uint32_t file = 0;  ///< index into Definitions::files
  std::uint32_t line = 0, column = 0;
};

/// A list of words in the notation of pattern files: literals with (?:a|b), [ab] and x?, alternatives with |, a gap with ….
struct WordList {
  std::vector<std::string> words;
  FilePlace place;
  bool empty() const { return words.empty(); }
};

/// One way in which an indicator (or a look-alike) is worded.
struct ReadingDefinition {
  WordList nouns;                    ///< the heads a number attaches to
  WordList patterns, trigger;        ///< whole phrases (RE2) with ⟨units⟩ for the value; tried only where a trigger word stands
  std::vector<std::string> units;    ///< empty: those of the indicator; "*": any
  std::vector<WordList> needs;       ///< each must stand in the context (160 characters left, the clause right)
  std::vector<WordList> near;        ///< each must stand close by
  WordList never;                    ///< `not`: must not stand in the clause
  WordList not_near;                 ///< must not stand close by
  WordList not_after;                ///< must not follow the number directly
  std::vector<std::string> not_levels;  ///< levels of congress that cannot do this (a county enacts no regulations)
  std::string side;                  ///< "", "left" (noun before the number) or "right"
  double cost = 0;                   ///< handicap against other readings
  bool part = false;                 ///< never a total
  FilePlace place;
};

struct ShareDefinition {
  WordList words;                    ///< following words that make the number count here too
  std::vector<std::string> of;       ///< indicators whose numbers are shared
  FilePlace place;
};

/// A rule of arithmetic between totals: at most / at least the total of another indicator.
struct BoundDefinition {
  std::string at_most, at_least;  ///< ids; one of them empty
  FilePlace place;
};

struct ExampleDefinition {
  std::string text;
  std::vector<std::pair<std::string, std::string>> expect;  ///< value, unit; empty = none
  bool todo = false;
  FilePlace place;
};

struct IndicatorDefinition {
  std::string id, name_zh, name_en, unit, definition;
  std::string primary;                          ///< "first": the first total counts, not the largest; "stated": only where a word of a total stands by
  std::vector<std::string> units, other_units;  ///< other_units count something else: never compared
  std::string rate;                             ///< indicator that 占N% right after a count of this one states
  std::vector<std::string> combines;            ///< indicators whose nouns, chained before one number, count here
  std::vector<ReadingDefinition> readings;
  std::vector<ShareDefinition> shares;
  std::vector<BoundDefinition> bounds;
  std::vector<ExampleDefinition> examples;
  FilePlace place;
};

/// A look-alike: `mask` deletes the nouns inside its words, else it competes for numbers and gives them `reason`.
struct SinkDefinition {
  std::string reason;
  bool mask = false;
  ReadingDefinition reading;
};

/// A named list of words that the program itself asks for: fillers, plan cues, scope words ...
struct CueDefinition {
  std::string name;
  WordList words;
};

struct MeasureDefinition {
  std::string word, kind, reason;
};

struct Definitions {
  std::vector<std::string> files;
  std::vector<IndicatorDefinition> indicators;
  std::vector<SinkDefinition> sinks;
  std::vector<CueDefinition> cues;
  std::vector<MeasureDefinition> measures;
  std::vector<std::pair<std::string, std::string>> pieces;  ///< named fragments, {NAME} in words and patterns
};

}  // namespace renda
