// Whose figure it is: own, lower, higher or one site.
#pragma once
#include "patterns/hits.h"
#include "renda/observation.h"
#include "text/utf.h"

namespace renda {

class ScopeReader {
 public:
  ScopeReader(const Document& document, const Facts& facts, const PatternSet::Compiled& patterns)
      : document_(document), facts_(facts), division_(to_utf16(facts.division)), patterns_(patterns) {
    for (const auto& name : {facts.prefecture, facts.province})
      if (!name.empty() && name != facts.division) above_.push_back(to_utf16(name));
  }
  /// `hits` knows the words of the sentence.
  Scope read(const Hits& hits, Span sentence, Span quantity, Span mention) const;
  /// 省、市两级分别设21个、587个: the second number of one noun is the lower level's.
  bool is_second_of_levels(const Observation& observation, const std::vector<Observation>& before) const;

 private:
  bool is_below_city() const;
  static bool is_attribute(std::u16string_view after);
  bool is_asked(Span words) const;
  std::int64_t congress_below(Span words) const;
  std::int64_t deputies_above(Span words) const;
  bool township_acts(Span words) const;
  bool ends_own_organ(Span words) const;

  const Document& document_;
  const Facts& facts_;
  std::u16string division_;
  std::vector<std::u16string> above_;  // names of the divisions above it
  const PatternSet::Compiled& patterns_;
};

}  // namespace renda
