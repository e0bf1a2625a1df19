// Futurity: what a report says will be done, judged per section and per sentence.
#pragma once
#include <vector>

#include "patterns/hits.h"
#include "renda/structure.h"

namespace renda {

/// For each section of the structure whether its heading, or that of a section above it, announces the coming period.
std::vector<bool> plan_sections(const Document& document, const Structure& structure, const PatternSet::Compiled& patterns);

/// Follows the sentences in text order and says of each whether it speaks of the future. A sentence that does carries on to the next ones
/// of its paragraph that say nothing of the past.
class PlanReader {
 public:
  PlanReader(const Document& document, const Hits& hits, const PatternSet::Compiled& patterns) : document_(document), hits_(hits), patterns_(patterns) {}
  /// `hits` must cover the sentence.
  bool is_plan(Span sentence);

 private:
  bool continues_plan(Span sentence) const;

  const Document& document_;
  const Hits& hits_;
  const PatternSet::Compiled& patterns_;
  std::uint32_t last_end_ = 0;
  bool last_plan_ = false;
};

}  // namespace renda
