#include "patterns/attach.h"

#include <algorithm>

#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr float kLeftLimit = 7.5f, kRightLimit = 6.0f;   // beyond, a number and a noun have nothing to do with each other
constexpr float kNumberFirst = 0.4f;                     // number before noun, against noun before number
constexpr float kStrangeUnit = 1.5f, kNoUnit = 1.2f, kWrongUnit = 100.f;  // measure word of the right kind but not of the list; none at all; any other
constexpr float kLetterBonus = 0.06f;                    // longer nouns say more
constexpr float kCompound = 0.9f;                         // attributes within a compound noun
constexpr float kLookAlike = 0.15f;                       // what counts wins against a look-alike at the same distance
constexpr float kContextDistance = 0.008f;               // nearer context wins among readings of one noun
constexpr float kPair = 2.0f, kPersonsPair = 2.9f;         // between the numbers of a pair: 20批152人次; 3期，计900余人
constexpr float kApart = 0.5f;                            // less than this lies between a noun and its own number
constexpr float kVerbLookAlike = 0.5f;                    // a look-alike on the left of a number whose own noun follows at once: 转交19份审议意见
constexpr float kTaken = 0.6f;                            // a noun that follows another number at once is that one's
constexpr int kMostBare = 9999;                           // what counts nothing but a noun is no larger: 180万公民
constexpr std::ptrdiff_t kFew = 4;                           // candidates picked one by one; the rest, seldom asked, is sorted at once
constexpr std::uint32_t kOwnReach = 4;
constexpr std::uint32_t kVerb = 3;                        // what stands right before the next number speaks of that: 问题已整改118个
constexpr std::uint32_t kReach = 72, kNearLeft = 24, kNearRight = 14, kClauseRight = 20;

// 三成 has no unit and is a percentage all the same.
bool is_bare(const Quantity& quantity) { return quantity.unit.empty() && quantity.kind != NumberKind::percent && !(quantity.value > Decimal(kMostBare)); }

float unit_cost(UnitFit fit, const Quantity& quantity) {
  switch (fit) {
    case UnitFit::yes: return 0.f;
    case UnitFit::kind: return kStrangeUnit;
    case UnitFit::no: break;
  }
  return is_bare(quantity) ? kNoUnit : kWrongUnit;
}

bool is_break(char16_t c) { return is_one_of(c, u"，。；：！？、\n"); }

}  // namespace

Attachment Attacher::attach(std::size_t index, const std::optional<Candidate>& before, Ask ask) const {
  const Quantity& quantity = view_.quantities()[index];
  listed_ = before && view_.quantities()[index - 1].unit_id == quantity.unit_id ? before->reading : -1;
  const std::uint32_t left = left_bound(index), right = right_bound(index);
  candidates_.clear();
  for (const Noun& noun : view_.nouns_from(left)) {
    if (noun.begin > right) break;
    if (noun.end <= quantity.span.begin) {
      if (view_.cost(noun.end, quantity.span.begin) <= kLeftLimit) gather(quantity, noun, false, ask);
    } else if (noun.begin >= quantity.span.end && (noun.end <= right || noun.begin == quantity.span.end)) {  // 14名审判、检察人员: one word across the mark
      if (!is_inside_compound(noun) && !has_own_number(quantity, noun)) gather(quantity, noun, true, ask);
    }
  }
  return choose(quantity);
}

std::optional<Candidate> Attacher::try_noun(const Quantity& quantity, const Noun& noun, bool right) const {
  listed_ = -1;
  candidates_.clear();
  gather(quantity, noun, right, Ask::what);
  return choose(quantity).best;
}

// The readings of a noun whose unit suits the number and whose head stands in the sentence. Most do not pass, and which do nobody can guess.
std::span<const NounUse> Attacher::fitting(const Noun& noun, const Quantity& quantity, const UnitFit* fits, Ask ask) const {
  const auto uses = patterns_.dictionary.nouns(noun.word);
  const bool any_unit = ask == Ask::why || is_bare(quantity);
  fitting_.start(uses.size());
  for (const NounUse use : uses) fitting_.add(use, (any_unit | (fits[use.reading] != UnitFit::no)) & hits_.may_have_head(use.head));
  return fitting_.passed();
}

// The readings of a noun that may count the number, and what they cost before their context is known.
void Attacher::gather(const Quantity& quantity, const Noun& noun, bool right, Ask ask) const {
  const UnitFit* const fits = patterns_.fits_of(quantity.unit_id);
  const auto uses = fitting(noun, quantity, fits, ask);
  if (uses.empty()) return;
  const bool behind_number = !right && follows_number(noun);
  std::uint16_t head = 0;
  std::int64_t begin = noun.begin;
  for (const NounUse& use : uses) {
    const float unit = unit_cost(fits[use.reading], quantity);
    if (use.head != head) {  // neighbours often want the same head: it is sought once
      head = use.head;
      begin = head == 0 ? noun.begin : hits_.head_before(head, noun.begin);
    }
    if (begin < 0) continue;
    const Reading& reading = patterns_.readings[use.reading];
    if (reading.mask || (reading.side == Side::left && right) || (reading.side == Side::right && !right)) continue;
    if ((reading.not_levels >> static_cast<unsigned>(level_)) & 1u) continue;
    const Span place{static_cast<std::uint32_t>(begin), noun.end};
    if (right && place.begin < quantity.span.end) continue;
    if (!right && place.begin != noun.begin && holds_number_like(quantity, place)) continue;
    if (!right && (reading.part || reading.indicator < 0) && noun.end == quantity.span.begin && behind_number) continue;
    const float gap = right ? view_.cost(quantity.span.end, place.begin) + kNumberFirst : view_.cost(place.end, quantity.span.begin);
    if (right && gap > kRightLimit) continue;
    const bool taken = behind_number && view_.cost(noun.end, quantity.span.begin) >= kApart;  // 11件议案和203件建议
    const bool beaten = !right && reading.indicator < 0 && noun.end == quantity.span.begin && is_counted_at(quantity.span.end);
    const float cost = gap + reading.cost + (reading.indicator < 0 ? kLookAlike : 0.f) + (beaten ? kVerbLookAlike : 0.f) + (taken ? kTaken : 0.f) - kLetterBonus * static_cast<float>(std::min(place.size(), 10u)) + unit;
    candidates_.push_back({cost, use.reading, place, right, unit >= kWrongUnit ? "unit" : "", static_cast<std::uint32_t>(candidates_.size())});
  }
}

// The cheapest first: context only adds to what a candidate costs, and most often one of the first few has it. Else the others are put in order.
Attachment Attacher::choose(const Quantity& quantity) const {
  Attachment attachment;
  const auto precedes = [](const Candidate& a, const Candidate& b) { return a.precedes(b); };
  const auto begin = candidates_.begin(), end = candidates_.end();
  for (auto next = begin; next != end; ++next) {
    if (next - begin < kFew) std::iter_swap(next, std::min_element(next, end, precedes));
    if (next - begin == kFew) std::sort(next, end, precedes);
    Candidate& c = *next;
    if (attachment.best && !c.precedes(*attachment.best)) break;
    const Reading& reading = patterns_.readings[c.reading];
    float distance = 0;
    if (*c.lack == '\0') c.lack = missing_context(c, quantity, distance);
    c.cost += distance * kContextDistance;
    const bool fits = *c.lack == '\0';
    if (reading.indicator < 0 && !fits) continue;
    auto& slot = fits ? attachment.best : attachment.near;
    if (!slot || c.precedes(*slot)) slot = c;
  }
  return attachment;
}

// Numbers in between are crossed only in pairs: 20批152人次, 173件、300人次; names, dates and ordinals are no barrier.
std::uint32_t Attacher::left_bound(std::size_t index) const {
  const auto quantities = view_.quantities();
  const std::uint32_t begin = quantities[index].span.begin;
  std::uint32_t bound = begin > view_.span().begin + kReach ? begin - kReach : view_.span().begin;
  for (std::size_t i = index; i-- > 0;) {
    const Quantity &before = quantities[i], &after = quantities[i + 1];
    if (before.span.end <= bound) break;
    if (before.reason != nullptr) continue;
    const bool persons = is_persons(after) && !is_persons(before);
    const bool pair = view_.cost(before.span.end, after.span.begin) <= (persons ? kPersonsPair : kPair) && after.reason == nullptr &&
                      (before.unit_id != quantities[index].unit_id || hits_.any(patterns_.cues.respectively, view_.span().begin, begin));
    if (!pair) return std::max(bound, before.span.end);
  }
  return bound;
}

bool Attacher::is_persons(const Quantity& q) const { return patterns_.measure_words.words[q.unit_id].kind.ends_with("persons"); }

std::uint32_t Attacher::right_bound(std::size_t index) const {
  const auto quantities = view_.quantities();
  std::uint32_t bound = quantities[index].span.end;
  const std::uint32_t limit = std::min(view_.span().end, bound + kReach);
  int depth = 0;
  for (; bound < limit; ++bound) {
    const char16_t c = text_[bound];
    depth += c == u'（' || c == u'《';
    if (depth == 0 && (is_break(c) || c == u'）') && !joins_levels(bound)) break;
    depth -= c == u'）' || c == u'》';
  }
  for (std::size_t i = index + 1; i < quantities.size(); ++i) {
    const bool close = quantities[i].span.begin - quantities[index].span.end <= 1 && text_[quantities[index].span.end] != u'交';  // 3批25名, not 8160件交193家
    const bool pair = i == index + 1 && close && quantities[i].unit_id != quantities[index].unit_id;
    if (quantities[i].reason == nullptr && !pair) return std::min(bound, quantities[i].span.begin);
  }
  return bound;
}

// 16个方面86件重点建议: 方面 is what the number before it counts.
bool Attacher::follows_number(const Noun& noun) const {
  return std::any_of(view_.quantities().begin(), view_.quantities().end(), [&](const Quantity& q) { return q.reason == nullptr && (q.span.end == noun.begin || (q.span.end + 2 == noun.begin && view_.cost(q.span.end, noun.begin) < kApart)); });
}

// A noun of an indicator begins at `at`.
bool Attacher::is_counted_at(std::uint32_t at) const {
  for (const Noun& noun : view_.nouns_from(at)) {
    if (noun.begin > at) break;
    if (noun.is(Role::counts)) return true;
  }
  return false;
}

// 收到的11件代表议案和203件建议: what 收到…议案 counts is 11.
bool Attacher::holds_number_like(const Quantity& quantity, Span place) const {
  return std::any_of(view_.quantities().begin(), view_.quantities().end(), [&](const Quantity& q) { return q.reason == nullptr && q.unit_id == quantity.unit_id && place.contains(q.span); });
}

// 128名市、镇人大代表: levels side by side are one attribute.
bool Attacher::joins_levels(std::uint32_t at) const {
  constexpr std::u16string_view kLevels = u"省市州盟县区旗乡镇地）";
  return text_[at] == u'、' && at > 0 && at + 1 < text_.size() && kLevels.find(text_[at - 1]) != std::u16string_view::npos &&
         kLevels.find(text_[at + 1]) != std::u16string_view::npos;
}

// What of its context a reading lacks; "" if nothing. `distance` sums up how far the context is.
const char* Attacher::missing_context(const Candidate& candidate, const Quantity& quantity, float& distance) const {
  const Reading& reading = patterns_.readings[candidate.reading];
  const Span noun = candidate.noun;
  const std::uint32_t begin = std::min(noun.begin, quantity.span.begin), end = std::max(noun.end, quantity.span.end);
  const Span clause = view_.clause(begin, end);
  const Span own = own_part(clause, begin, end);
  if (reading.never != 0 && hits_.any(reading.never, own.begin, own.end, noun)) return "a word of `not` stands by";
  const std::uint32_t near_begin = begin > kNearLeft ? begin - kNearLeft : 0;
  const std::uint32_t near_end = std::min(view_.span().end, end + kNearRight);
  if (reading.not_near != 0 && hits_.any(reading.not_near, near_begin, near_end, noun)) return "a word of `not_near` stands by";
  // what follows at once is asked even where the next number is near: 五个暗访组跑了6个县
  const std::uint32_t after = std::max(std::min(own.end, end + 2), end < view_.span().end && is_ideograph(text_[end]) ? end + 1 : end);
  if (reading.not_after != 0 && hits_.first_at(reading.not_after, end, after)) return "a word of `not_after` follows";
  for (CueSet set : reading.near)
    if (!hits_.any(set, near_begin, near_end)) return "no word of `near` stands by";
  if (candidate.reading == listed_) return "";
  const std::uint32_t context_begin = begin > kContext ? begin - kContext : 0;
  const std::uint32_t context_end = std::min(view_.span().end, std::max(clause.end, end + kClauseRight));
  for (CueSet set : reading.needs) {
    const auto found = hits_.last(set, context_begin, context_end);
    if (found < 0 && !title_[set]) return "no word of `needs` in the context";
    if (found < 0) distance += static_cast<float>(kContext);  // 代表建议办理情况的报告: what the title names is the context of all
    else distance += context_distance(set, found, {context_begin, clause.end}, {begin, end});
  }
  return "";
}

// How far from noun and number the nearest word of a set stands, the last of which ends at `found`: 0 within their clause, though behind them.
float Attacher::context_distance(CueSet set, std::int64_t found, Span clause_and_before, Span place) const {
  const auto behind = found > static_cast<std::int64_t>(clause_and_before.end) ? found - place.end : 0;
  const auto nearest = behind == 0 ? found : hits_.last(set, clause_and_before.begin, clause_and_before.end);
  if (nearest < 0) return static_cast<float>(behind);
  const auto before = std::max<std::int64_t>(place.begin - nearest, 0);
  return static_cast<float>(behind == 0 ? before : std::min(before, behind));
}

// The part of a clause that speaks of one number: from the number before it to the next 、 or number.
Span Attacher::own_part(Span clause, std::uint32_t begin, std::uint32_t end) const {
  for (const Quantity& q : view_.quantities()) {
    if (q.reason != nullptr) continue;
    if (q.span.end <= begin) clause.begin = std::max(clause.begin, q.span.end);
    if (q.span.begin >= end && q.span.begin < clause.end) clause.end = std::min(clause.end, q.span.begin >= end + kVerb ? q.span.begin - kVerb : q.span.begin);
  }
  const auto stop = text_.substr(0, clause.end).find_first_of(u"、（）", end);
  if (stop != std::u16string_view::npos) clause.end = static_cast<std::uint32_t>(stop);
  return clause;
}

// 5名代表提出建议9件: a noun further right whose own number follows at once speaks of that one.
bool Attacher::has_own_number(const Quantity& quantity, const Noun& noun) const {
  const auto quantities = view_.quantities();
  std::uint32_t end = noun.end;
  // right behind the number the noun is its own, unless a shorter one is: 126个问题已整改118个
  const bool apart = view_.cost(quantity.span.end, noun.begin) >= kApart;
  const auto nouns = view_.nouns_from(noun.begin);
  const bool shorter = nouns.front().begin == noun.begin && nouns.front().end < noun.end;  // of nouns that begin together the shortest comes first
  if (!apart && !shorter) return false;
  for (const Noun& longer : nouns) {
    if (longer.begin != noun.begin) break;
    end = std::max(end, longer.end);
  }
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) {
    return q.reason == nullptr && q.span.begin >= end && q.span.begin - end <= kOwnReach && view_.cost(end, q.span.begin) < kApart;
  });
}

// 履职情况 of 政府组成人员…履职情况 is a noun only where 政府组成人员 stands before it.
bool Attacher::has_head(const Noun& noun) const {
  const auto uses = patterns_.dictionary.nouns(noun.word);
  return std::any_of(uses.begin(), uses.end(), [&](const NounUse& use) { return use.head == 0 || hits_.head_before(use.head, noun.begin) >= 0; });
}

// On the right of a number the head noun is the last one of a compound: 14个乡镇代表联络站 are stations, not townships.
bool Attacher::is_inside_compound(const Noun& noun) const {
  const bool sink = !noun.is(Role::counts);
  for (const Noun& other : view_.nouns_from(noun.begin)) {
    if (other.begin >= noun.end && (!sink || view_.cost(noun.end, other.begin) > kCompound)) break;
    if (other.end <= noun.end) continue;
    if (other.begin > noun.begin && other.begin < noun.end && has_head(other)) return true;
    if (sink && other.begin == noun.begin) return true;
    if (sink && other.begin >= noun.end && view_.cost(noun.end, other.begin) <= kCompound) {
      const auto gap = text_.substr(noun.end, other.begin - noun.end);
      if (gap != u"的" && hits_.any(Role::filler, noun.end, other.begin)) continue;
      const bool indicator = other.is(Role::counts);
      if (indicator && gap.find_first_of(u"，、。；：") == std::u16string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace renda
