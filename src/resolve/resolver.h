// From matches to statements: scope, period, parts, repetitions, and which row a comparison should use.
#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "patterns/hits.h"
#include "renda/observation.h"
#include "renda/structure.h"
#include "resolve/primary.h"
#include "resolve/scope.h"
#include "resolve/statement_period.h"

namespace renda {

/// Reads the sentences of one report in text order, then gives its observations. All that is passed outlives it.
class Resolver {
 public:
  Resolver(const Document& document, const Structure& structure, const Facts& facts, std::span<const Quantity> quantities, const PatternSet& patterns)
      : facts_(facts), quantities_(quantities), patterns_(patterns), scopes_(document, facts, patterns.compiled()), periods_(document, structure, facts, patterns.compiled()), parts_(quantities, patterns.compiled()) {
    observations_.reserve(std::min(quantities.size(), kUsualRows));
  }

  /// One observation per observed match; `hits` knows the words of the sentence.
  void read(const Sentence& sentence, std::span<const Match> matches, const Hits& hits);
  /// Chooses the primary ones (at most one per indicator) and flags what does not add up; in text order.
  std::vector<Observation> finish();

 private:
  static constexpr std::size_t kUsualRows = 64;  // of a report

  const Facts& facts_;
  std::span<const Quantity> quantities_;
  const PatternSet& patterns_;
  ScopeReader scopes_;
  StatementPeriods periods_;
  PartReader parts_;
  std::vector<Observation> observations_;
  std::vector<Standing> standings_;
};

}  // namespace renda
