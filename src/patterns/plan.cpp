#include "patterns/plan.h"

#include "patterns/sentence_view.h"

#include <algorithm>

namespace renda {

std::vector<bool> plan_sections(const Document& document, const Structure& structure, const PatternSet::Compiled& patterns) {
  std::vector<bool> plans(structure.sections.size(), false);
  Hits hits(patterns, document.text);
  bool bare_plan = false;  // headings without marks have no depth: a plan lasts until the next one
  for (std::size_t i = 0; i < structure.sections.size(); ++i) {
    const Section& section = structure.sections[i];
    if (section.parent >= 0 && plans[static_cast<std::size_t>(section.parent)]) plans[i] = true;
    if (section.heading.empty()) continue;
    hits.cover(section.heading.begin, section.heading.end);
    const auto has = [&](CueSet set) { return hits.any(set, section.heading.begin, section.heading.end); };
    if (has(patterns.cues.plan_heading) && !has(patterns.cues.plan_heading_not)) plans[i] = true;
    if (section.depth == kBare && !plans[i]) bare_plan = false;
    if (section.depth == kBare && plans[i]) bare_plan = true;
    if (bare_plan && section.depth > 1) plans[i] = true;
  }
  return plans;
}

// 下半年打算：评议电管站；办好2个样板活动室: what stands behind a ； goes on with what its sentence began, also where that counted nothing.
bool PlanReader::continues_plan(Span sentence) const {
  if (last_end_ == sentence.begin || sentence.begin == 0 || document_.text[sentence.begin - 1] != u'；') return false;
  const std::uint32_t first = sentence.begin > kContext ? sentence.begin - kContext : 0;
  const auto before = document_.view({first, sentence.begin});
  const auto end = before.find_last_of(u"。！？\n");
  const auto begin = std::max(last_end_, first + static_cast<std::uint32_t>(end == std::u16string_view::npos ? 0 : end + 1));
  const auto has = [&](CueSet set) { return hits_.any(set, begin, sentence.begin); };
  return begin < sentence.begin && has(patterns_.cues.plan) && !has(patterns_.cues.plan_not) && !has(patterns_.cues.past);
}

bool PlanReader::is_plan(Span sentence) {
  const auto has = [&](CueSet set) { return hits_.any(set, sentence.begin, sentence.end); };
  const auto between = document_.view({std::min(last_end_, sentence.begin), sentence.begin});
  const bool follows = sentence.begin - std::min(last_end_, sentence.begin) <= kContext && between.find(u'\n') == std::u16string_view::npos;
  const bool past = has(patterns_.cues.past);
  const bool future = (has(patterns_.cues.plan) && !has(patterns_.cues.plan_not)) || continues_plan(sentence);
  const bool plan = future ? !past : follows && last_plan_ && !past;
  last_end_ = sentence.end;
  last_plan_ = plan;
  return plan;
}

}  // namespace renda
