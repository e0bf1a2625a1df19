// extract(): the way of one document, floor by floor.
#include "renda/extract.h"

#include "renda/layout.h"

namespace renda {

Extraction extract(SourceText source, const PatternSet& patterns, const ExtractOptions& options) {
  Extraction e;
  e.document = repair_layout(std::move(source));
  e.structure = read_structure(e.document);
  e.quantities = read_quantities(e.document.text, patterns.measure_words());
  e.facts = read_facts(e.document, e.structure, options.given);
  const bool is_report = e.facts.is_report;
  e.facts.is_report = is_report || options.any_kind;
  e.matches = find_matches(e.document, e.structure, e.facts, e.quantities, patterns);
  e.observations = resolve(e.document, e.structure, e.facts, e.quantities, e.matches, patterns);
  e.facts.is_report = is_report;
  return e;
}

}  // namespace renda
