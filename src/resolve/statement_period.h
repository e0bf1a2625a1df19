// For which time one statement speaks, where it is not the report's.
#pragma once
#include <optional>
#include <vector>

#include "patterns/hits.h"
#include "renda/observation.h"

namespace renda {

/// A statement's own period. `began`: what it counts began then and goes on (2016年以来，举行宪法宣誓15批): within a term it is the term's total all the same.
struct StatementPeriod {
  Period period;
  bool began = false;
};

/// Reads the cue that governs a number: 该站设立以来, 2021年, 上半年, 届内 … at the beginning of its own clause or of one before it in the same sentence.
class StatementPeriods {
 public:
  StatementPeriods(const Document& document, const Structure& structure, const Facts& facts, const PatternSet::Compiled& patterns);
  ~StatementPeriods();

  /// The statement's own period; none where it has no cue, or one that means the report's period. `section`: index of its section.
  /// `hits` knows the words of the sentence and of the text before it.
  std::optional<StatementPeriod> read(const Hits& hits, Span sentence, Span quantity, std::uint32_t section);

 private:
  struct Cue;
  void read_sentence(Span sentence);
  std::uint32_t whole_sentence_begin(Span sentence) const;
  void add_words(Span zone);
  void add_dates(Span zone);
  bool governs(const Cue& cue, Span zone) const;
  bool opens_clause(const Cue& cue, Span zone) const;
  bool is_attribute(const Cue& cue, Span zone) const;
  bool starts_activity(const Cue& cue) const;
  std::optional<Period> of_cue(const Cue& cue) const;
  std::optional<Period> of_headings(std::uint32_t section);
  std::optional<Period> of_heading(Span heading) const;

  std::optional<Period> of_year(int year) const;
  std::optional<Period> of_years(int first, int last) const;
  std::optional<Period> of_months(int year, int first, int last) const;
  std::optional<Period> of_last_years(const Cue& cue) const;
  std::optional<Period> since(int year) const;
  std::optional<Period> own(std::string kind, std::string start, std::string end) const;
  int numeral_in(Span span) const;

  const Document& document_;
  const Structure& structure_;
  const Period& report_;
  const Hits* hits_ = nullptr;  // those of the call
  const PatternSet::Compiled& patterns_;
  // What was read last: the cues of a sentence with those it continues, and the heading above. Most numbers share them with the one before.
  Span sentence_{}, whole_{};
  std::vector<Cue> cues_;
  std::optional<std::uint32_t> section_;
  std::optional<Period> heading_period_;
  int first_ = 0, last_ = 0, given_in_ = 0;  // years of the report's period and of its date, 0 = not known
  bool is_first_year_ = false;                // the term has begun in the year that is reported
};

}  // namespace renda
