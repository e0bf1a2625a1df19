#include "resolve/scope.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kActorReach = 40;  // characters in which an actor named before the number still acts

}  // namespace

// The cue nearest before the number decides; words inside the mention itself (乡镇代表联络站) name what is counted, not who counts.
Scope ScopeReader::read(Span sentence, Span quantity, Span mention) {
  hits_.cover(sentence.begin, sentence.end);
  const std::uint32_t end = std::min(mention.begin, quantity.begin);
  const std::uint32_t begin = end > sentence.begin + kActorReach ? end - kActorReach : sentence.begin;
  const NamedCues& cues = patterns_.cues;
  const auto last = [&](CueSet set) { return hits_.last(set, begin, std::max(quantity.begin, mention.begin)); };
  const auto lower = last(cues.lower), higher = last(cues.higher);
  const auto own = hits_.last(cues.own_actor, begin, end);
  if (facts_.level != Level::township && hits_.any(cues.site, sentence.begin, end) && !hits_.any(cues.site_not, sentence.begin, sentence.end)) return Scope::site;
  if (lower >= 0 && lower >= higher && lower >= own) return Scope::lower;
  if (higher >= 0 && higher >= own) return Scope::higher;
  return Scope::own;
}

}  // namespace renda
