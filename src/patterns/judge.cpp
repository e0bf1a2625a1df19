#include "patterns/judge.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kDirect = 3;     // characters between a cue and the number it governs
constexpr std::uint32_t kClose = 14;
constexpr std::uint32_t kLevel = 3;
constexpr std::uint32_t kSubject = 20;   // characters at the head of a sentence in which its subject stands

// 县法院全年审结…: the organ acts. 对公安、国土等12个部门开展评议: something is done to it.
bool begins_with_other(const SentenceView& view, const Hits& hits, const PatternSet::Compiled& patterns, std::u16string_view text, std::uint32_t noun) {
  const std::uint32_t begin = view.span().begin;
  const auto organ = hits.last(patterns.cues.other_actor, begin, std::min(noun, begin + kSubject));
  if (organ < 0) return false;
  return text.substr(begin, static_cast<std::uint32_t>(organ) - begin).find_first_of(u"对向就由督推听组围会联交请邀赴到与同，") == std::u16string_view::npos;
}

}  // namespace

const char* why_not(const SentenceView& view, const Hits& hits, const PatternSet::Compiled& patterns, std::u16string_view text,
                    const Quantity& quantity, const Candidate& candidate) {
  const NamedCues& cues = patterns.cues;
  const std::uint32_t at = quantity.span.begin, number = quantity.number.begin;
  const Span own = view.clause(at, quantity.span.end);
  const auto before = [&](CueSet set, std::uint32_t reach) {
    return hits.any(set, at > own.begin + reach ? at - reach : own.begin, std::max(at, number));
  };
  const bool percent = text.substr(quantity.unit.begin, quantity.unit.size()) == u"%";
  if (before(cues.average, kClose)) return "average";
  if (before(cues.norm, kClose)) return "norm";
  if (hits.any(cues.norm_context, own.begin, own.end)) return "norm";
  const bool level = before(cues.level, kLevel);  // 提升至98.6% is a level, 提升2.1% a change
  if (!level && before(cues.change, kDirect) && (percent || hits.any(cues.change_near, own.begin, number))) return "change";
  if (!level && hits.any(cues.change_near, own.begin, number) && percent) return "change";
  const bool viewed = own.end > own.begin && text[own.end - 1] == u'看';  // 从187件建议的内容看
  if ((!viewed && before(cues.baseline, kDirect)) || hits.first_at(cues.level, quantity.span.end, quantity.span.end + 1)) return "baseline";
  if (percent && before(cues.share, kDirect) && patterns.readings[candidate.reading].indicator >= 0 &&
      !hits.any(cues.share, candidate.noun.begin, candidate.noun.end))
    return "share";
  // An organ that is no congress begins the sentence, and no congress is named in it or shortly before.
  const std::uint32_t from = view.span().begin > kContext ? view.span().begin - kContext : 0;
  if (begins_with_other(view, hits, patterns, text, candidate.noun.begin) && !hits.any(cues.own_actor, from, view.span().end)) return "other_actor";
  return nullptr;
}

}  // namespace renda
