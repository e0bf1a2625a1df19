#include "patterns/borrowed_nouns.h"

#include <algorithm>

namespace renda {
namespace {

constexpr std::uint32_t kGap = 14;     // characters between a number and the level that goes on with it
constexpr std::size_t kWordless = 4;   // of them where no comma parts the two

// Whether `gap` between two numbers may hold no more than what leads from one level to the next.
bool may_lead_on(std::u16string_view gap, const Quantity& q) {
  if (gap.empty() || gap.size() > kGap || gap.find(u'。') != std::u16string_view::npos) return false;
  return gap.find_first_of(u"，、") != std::u16string_view::npos || q.kind == NumberKind::percent || gap.size() <= kWordless;
}

struct Step {
  std::uint32_t length = 0;  // 0: nothing leads on
  bool level = false;
};

// The longest date, filler or word of a level at `at` that ends before the i-th number. `dates`: those between the two numbers.
Step step_at(const SentenceInHand& here, std::uint32_t at, std::size_t i, std::span<const Quantity> dates) {
  Step step;
  for (const Quantity& date : dates)
    if (date.span.begin == at) step.length = date.span.end - at;
  for (const Hit& hit : here.hits.in(at, at + 1)) {
    const bool level = hit.is(Role::level);
    if (hit.end > here.quantity(i).span.begin || !(level || hit.is(Role::filler))) continue;
    step.length = std::max(step.length, hit.end - at);
    step.level = step.level || level;
  }
  return step;
}

// Whether nothing but dates, fillers and a word of a level leads from `at` to the i-th number.
bool leads_to_level(const SentenceInHand& here, std::uint32_t at, std::size_t i, std::span<const Quantity> dates) {
  bool level = false;
  while (at < here.quantity(i).span.begin) {
    const Step step = step_at(here, at, i, dates);
    if (step.length == 0) return false;
    level = level || step.level;
    at += step.length;
  }
  return level;
}

// 12个，总数达到46个; 由上年的96%提升至98.6%; 提高到2021年的63.2%
const Candidate* noun_of_level(const SentenceInHand& here, std::size_t i) {
  const auto quantities = here.view.quantities();
  std::size_t dates = i;
  while (dates > 0 && is_only(quantities[dates - 1], "date")) --dates;
  if (dates == 0 || !here.chosen[dates - 1].best) return nullptr;
  const Quantity &q = quantities[i], &before = quantities[dates - 1];
  const auto gap = here.text.substr(before.span.end, q.span.begin - before.span.end);
  if (before.reason != nullptr || before.unit_id != q.unit_id || !may_lead_on(gap, q)) return nullptr;
  const std::uint32_t words = before.span.end + static_cast<std::uint32_t>(std::min(gap.find_first_not_of(u"，、"), gap.size()));
  const bool goes_on = follows_level(here, i) || leads_to_level(here, words, i, quantities.subspan(dates, i - dates));
  return goes_on ? &*here.chosen[dates - 1].best : nullptr;
}

// The noun of an indicator that the number counts in whole numbers of this unit; nullptr if there is none.
const Candidate* summand(const SentenceInHand& here, std::size_t i, std::uint16_t unit) {
  const auto& best = here.chosen[i].best;
  const Quantity& q = here.quantity(i);
  if (!best || q.unit_id != unit || q.value.scale() != 0) return nullptr;
  return here.reading_of(*best).indicator < 0 ? nullptr : &*best;
}

// 大会期间建议98件，闭会期间建议11件，全年共计109件: the number that a word of a total announces and that is the sum of two or more before it.
const Candidate* noun_of_sum(const SentenceInHand& here, std::size_t i) {
  const Quantity& q = here.quantity(i);
  if (i < 2 || q.value.scale() != 0 || q.approx != Approx::exact) return nullptr;
  if (!here.hits.any(here.patterns.cues.total, here.quantity(i - 1).span.end, q.span.begin)) return nullptr;
  const Candidate* whole = nullptr;
  Int128 sum = 0;
  std::size_t count = 0;
  for (std::size_t k = i; k-- > 0 && sum < q.value.digits();) {
    const Candidate* part = summand(here, k, q.unit_id);
    if (part == nullptr || (whole != nullptr && here.reading_of(*whole).indicator != here.reading_of(*part).indicator)) continue;
    sum += here.quantity(k).value.digits();
    ++count;
    if (whole == nullptr || !here.reading_of(*part).part) whole = part;
  }
  return count >= 2 && sum == q.value.digits() ? whole : nullptr;
}

}  // namespace

bool follows_level(const SentenceInHand& here, std::size_t i) {
  if (i == 0) return false;
  const std::uint32_t end = here.quantity(i - 1).span.end, begin = here.quantity(i).span.begin;
  const auto gap = here.text.substr(end, begin - std::min(begin, end));
  const auto words = gap.substr(std::min(gap.find_first_not_of(u"，、"), gap.size()));
  constexpr std::u16string_view kLevels[] = {u"国家级", u"省级", u"市级", u"州级", u"县级", u"区级", u"乡级", u"镇级", u"乡镇级", u"村级"};
  return std::find(std::begin(kLevels), std::end(kLevels), words) != std::end(kLevels);
}

const Candidate* borrowed_noun(const SentenceInHand& here, std::size_t i) {
  if (here.has_near_noun(i)) return nullptr;
  const Candidate* noun = noun_of_level(here, i);
  return noun != nullptr ? noun : noun_of_sum(here, i);
}

}  // namespace renda
