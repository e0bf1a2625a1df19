// Whose figure it is: own, lower, higher or one site (language.md, scope).
#pragma once
#include "patterns/hits.h"
#include "renda/observation.h"

namespace renda {

class ScopeReader {
 public:
  ScopeReader(const Document& document, const Facts& facts, const PatternSet::Compiled& patterns)
      : document_(document), facts_(facts), patterns_(patterns), hits_(patterns, document.text) {}
  Scope read(Span sentence, Span quantity, Span mention);

 private:
  const Document& document_;
  const Facts& facts_;
  const PatternSet::Compiled& patterns_;
  Hits hits_;
};

}  // namespace renda
