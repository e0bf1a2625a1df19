// Floor 9, run: the whole way for one document.
#pragma once
#include <vector>

#include "renda/document.h"
#include "renda/facts.h"
#include "renda/observation.h"
#include "renda/pattern.h"
#include "renda/quantity.h"
#include "renda/structure.h"

namespace renda {

/// All that is known of one report: tables need nothing else.
struct Extraction {
  Document document;
  Structure structure;
  std::vector<Quantity> quantities;
  Facts facts;
  std::vector<Match> matches;             ///< in the order of the quantities; several for one quantity possible
  std::vector<Observation> observations;  ///< in text order
};

struct ExtractOptions {
  bool any_kind = false;  ///< give observations also for texts that are no reports of a congress
  Given given{};          ///< facts that come before those the text states
};

/// Never throws, whatever text it is given; linear in its length.
Extraction extract(SourceText source, const PatternSet& patterns, const ExtractOptions& options = {});

}  // namespace renda
