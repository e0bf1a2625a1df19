#include "resolve/scope.h"

#include <algorithm>

#include "renda/division.h"

namespace renda {
namespace {

constexpr std::uint32_t kActorReach = 40;  // characters in which an actor named before the number still acts

}  // namespace

// The cue nearest before the number decides; words inside the mention itself (乡镇代表联络站) name what is counted, not who counts.
Scope ScopeReader::read(const Hits& hits, Span sentence, Span quantity, Span mention) const {
  const std::uint32_t end = std::min(mention.begin, quantity.begin);
  const std::uint32_t begin = end > sentence.begin + kActorReach ? end - kActorReach : sentence.begin;
  const NamedCues& cues = patterns_.cues;
  // 乡镇人大代表活动室, 乡镇人大主席46人, 县（市）区人大常委会决议决定54件: a congress that is but an attribute does not act; whose suggestions they are
  // (市人大代表建议3件) is told of the number at hand alone.
  const auto last = [&](CueSet set) -> std::int64_t {
    const auto found = hits.last(set, begin, std::max(quantity.begin, mention.begin));
    if (found < 0) return found;
    const auto after = static_cast<std::uint32_t>(found);
    const bool noun = after <= mention.begin && document_.view({after - 2, after}) == u"建议";
    return noun || is_attribute(document_.view({after, std::min(after + 4, sentence.end)})) ? -1 : found;
  };
  auto lower = last(cues.lower);
  if (lower >= 0 && is_asked({sentence.begin, static_cast<std::uint32_t>(lower)})) lower = -1;
  if (lower >= 0 && ends_own_organ({sentence.begin, static_cast<std::uint32_t>(lower)})) lower = -1;
  lower = std::max(lower, congress_below({begin, std::max(quantity.begin, mention.begin)}));
  auto higher = facts_.level == Level::national ? -1 : last(cues.higher);
  if (facts_.level != Level::province && facts_.level != Level::national) higher = std::max(higher, last(cues.higher_of_prefecture));
  if (is_below_city()) higher = std::max(higher, last(cues.higher_of_county));
  higher = std::max(higher, deputies_above({begin, std::max(quantity.begin, mention.begin)}));
  auto own = hits.last(cues.own_organ, begin, end);
  if (own >= 0 && document_.view({static_cast<std::uint32_t>(own), std::min(static_cast<std::uint32_t>(own) + 2, sentence.end)}) == u"会议") own = -1;  // 召开常委会会议: what is counted
  const bool township = facts_.level == Level::township;
  const auto site = hits.last(township ? cues.site_of_township : cues.site, sentence.begin, std::max(end, mention.begin));
  // 推广该站经验，全区建成代表联络站8个: behind the site the area is spoken of again.
  if (site >= 0 && !hits.any(cues.site_not, sentence.begin, static_cast<std::uint32_t>(site)) && !hits.any(cues.whole_area, static_cast<std::uint32_t>(site), end)) return Scope::site;
  if (township && hits.any(cues.higher_of_township, sentence.begin, std::max(quantity.begin, mention.begin))) return Scope::higher;
  if (facts_.teller == Teller::deputy) return Scope::site;
  const bool acts = (own >= 0 && document_.view({static_cast<std::uint32_t>(own) - 2, static_cast<std::uint32_t>(own)}) != u"我们") || (facts_.teller == Teller::station && township_acts({sentence.begin, end}));
  if (facts_.teller == Teller::station && !acts && !hits.any(cues.whole_area, sentence.begin, end)) return Scope::site;
  if (!township && lower >= 0 && lower >= higher && lower >= own) return Scope::lower;
  if (higher >= 0 && higher >= own) return Scope::higher;
  return Scope::own;
}

bool ScopeReader::is_attribute(std::u16string_view after) {
  constexpr std::u16string_view kHeads[] = {u"代表", u"干部", u"工作者", u"报送", u"报备", u"备案", u"决议", u"决定", u"联动"};
  return std::any_of(std::begin(kHeads), std::end(kHeads), [&](std::u16string_view head) { return after.starts_with(head); }) || (after.starts_with(u"主席") && !after.starts_with(u"主席团")) || (after.starts_with(u"主任") && !after.starts_with(u"主任会议"));
}

// 委托3个镇（街道）人大同步开展: the congress that asks them counts.
bool ScopeReader::is_asked(Span words) const {
  constexpr std::uint32_t kReach = 16;
  const auto text = document_.view({std::max(words.begin, words.end > kReach ? words.end - kReach : 0u), words.end});
  const auto asks = std::max({text.rfind(u"委托") + 1, text.rfind(u"会同") + 1, text.rfind(u"联合") + 1});
  return asks != 0 && text.substr(asks).find_first_of(u"，。；") == std::u16string_view::npos;
}

// 梅县区人大常委会 is no 县区人大常委会 where the report is 梅县区's.
bool ScopeReader::ends_own_organ(Span words) const {
  auto text = document_.view(words);
  for (const std::u16string_view organ : {u"人民代表大会常务委员会", u"人大常委会", u"人大"})
    if (text.ends_with(organ)) {
      text.remove_suffix(organ.size());
      return !division_.empty() && text.ends_with(division_);
    }
  return false;
}

// 仪征市人大常委会收到诉求2210条, in the report of Yangzhou: the congress of a division below acts. The end of its organ, -1 for none.
std::int64_t ScopeReader::congress_below(Span words) const {
  if (facts_.level == Level::unknown) return -1;
  const auto text = document_.view(words);
  for (auto at = text.rfind(u"人大"); at != std::u16string_view::npos && at > 0; at = text.rfind(u"人大", at - 1)) {
    const auto length = division_name_before(text, at);
    if (length == 0) continue;
    const auto rows = divisions_named(text.substr(at - length, length));
    const bool below = std::all_of(rows.begin(), rows.end(), [&](const Division* d) { return d->level > facts_.level; });
    const auto organ = text.substr(at).starts_with(u"人大常委会") ? at + 5 : at + 2;
    if (below && !is_attribute(text.substr(organ, 4))) return static_cast<std::int64_t>(words.begin + organ);
  }
  return -1;
}

// 在如南通市人大代表提出建议57件: deputies to the congress of what lies above the division. The end of their name, -1 for none.
std::int64_t ScopeReader::deputies_above(Span words) const {
  const auto text = document_.view(words);
  for (const auto& above : above_) {
    const auto at = text.rfind(above);
    if (at == std::u16string_view::npos) continue;
    const auto after = text.substr(at + above.size());
    if (after.starts_with(u"人大代表") || after.starts_with(u"人代会")) return static_cast<std::int64_t>(words.begin + at + above.size());
  }
  return -1;
}

// 主席团两次组织代表视察, in the account of a station: its township acts; not in 提交镇人大主席团.
bool ScopeReader::township_acts(Span words) const {
  constexpr std::size_t kReach = 8;
  const auto text = document_.view(words);
  for (const std::u16string_view organ : {u"主席团", u"人代会", u"人大工委", u"镇人大", u"乡人大"})
    for (auto at = text.find(organ); at != std::u16string_view::npos; at = text.find(organ, at + 1)) {
      auto before = text.substr(at - std::min(at, kReach), std::min(at, kReach));
      before.remove_prefix(before.find_last_of(u"，。；、") + 1);
      if (text.substr(at + organ.size()).starts_with(u"在这")) continue;  // 镇人大在这里连开3场
      if (before.find_first_of(u"向交报送转请由在到经") == std::u16string_view::npos && !is_attribute(text.substr(at + organ.size(), 4))) return true;
    }
  return false;
}

// A county's or township's own words name no city, unless it is a city itself.
bool ScopeReader::is_below_city() const {
  return facts_.level == Level::township || (facts_.level == Level::county && !facts_.division.ends_with("市"));
}

bool ScopeReader::is_second_of_levels(const Observation& observation, const std::vector<Observation>& before) const {
  if (before.empty()) return false;
  const Observation& first = before.back();
  const bool same = first.indicator == observation.indicator && first.sentence == observation.sentence && first.mention.begin == observation.mention.begin;
  const auto lead = document_.view({observation.sentence.begin, observation.mention.end});
  return same && lead.find(u"分别") != std::u16string_view::npos && lead.find(u"两级") != std::u16string_view::npos;
}

}  // namespace renda
