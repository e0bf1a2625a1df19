// extract(): the way of one document, floor by floor.
#include "renda/extract.h"

#include "patterns/matcher.h"
#include "renda/layout.h"
#include "resolve/resolver.h"

namespace renda {

Extraction extract(SourceText source, const PatternSet& patterns, const ExtractOptions& options) {
  Extraction e;
  e.document = repair_layout(std::move(source));
  e.structure = read_structure(e.document);
  e.quantities = read_quantities(e.document.text, patterns.measure_words());
  e.facts = read_facts(e.document, e.structure, options.given);
  const bool is_report = e.facts.is_report;
  e.facts.is_report = is_report || options.any_kind;
  Resolver resolver(e.document, e.structure, e.facts, e.quantities, patterns);
  const auto resolve = [&](const Sentence& sentence, std::span<const Match> matches, const Hits& hits) { resolver.read(sentence, matches, hits); };
  e.matches = match_sentences(e.document, e.structure, e.facts, e.quantities, patterns, resolve);
  e.observations = resolver.finish();
  e.facts.is_report = is_report;
  return e;
}

}  // namespace renda
