#include "patterns/elided_parts.h"

#include <algorithm>

#include "patterns/phrases.h"

namespace renda {
namespace {

constexpr std::uint32_t kPartReach = 16;                       // characters between 其中 and its number
constexpr std::uint32_t kTotalReach = 60;                      // characters between a total and a sentence that begins with 其中
constexpr std::uint32_t kOutcomeReach = 10, kOutcomeLead = 4;  // characters behind and before a part that say what became of it

}  // namespace

std::uint32_t ElidedParts::mark(std::size_t i) const {
  const Quantity& q = here_.quantity(i);
  const std::uint32_t begin = here_.view.span().begin, least = q.span.begin > begin + kPartReach ? q.span.begin - kPartReach : begin;
  if (const auto at = behind_word(q, least)) return *at;
  if (const auto at = next_in_list(i)) return *at;
  if (is_part_by_fate(here_.index(i))) return q.span.begin - 1;
  return in_brackets(i, least).value_or(q.span.begin);
}

// 其中1件
std::optional<std::uint32_t> ElidedParts::behind_word(const Quantity& q, std::uint32_t least) const {
  const auto end = here_.hits.last(here_.patterns.cues.part, least, q.span.begin);
  if (end < 0 || !is_one_phrase(static_cast<std::uint32_t>(end), q.span.begin)) return {};
  return static_cast<std::uint32_t>(end) - 2;
}

// 其中国家级9篇、省级38篇
std::optional<std::uint32_t> ElidedParts::next_in_list(std::size_t i) const {
  if (last_part_ < 0 || !follows_last_part(here_.index(i))) return {};
  const Quantity &q = here_.quantity(i), &before = here_.quantities[static_cast<std::size_t>(last_part_)];
  const std::uint32_t gap = before.span.end;
  const bool listed = gap < q.span.begin && (here_.text[gap] == u'、' || here_.text[gap] == u'，') && before.unit_id == q.unit_id;
  if (!listed || q.span.begin - gap > kPartReach || !is_one_phrase(gap + 1, q.span.begin)) return {};
  return gap + 1;
}

// Dates come in between: 其中1999年71件，2000年58件.
bool ElidedParts::follows_last_part(std::uint32_t index) const {
  const auto last = static_cast<std::uint32_t>(last_part_);
  while (index > last + 1 && is_only(here_.quantities[index - 1], "date")) --index;
  return last + 1 == index;
}

// 调研报告13篇，5篇被转发; 撰写139篇，…: right behind the number before it, and what became of some of them.
bool ElidedParts::is_part_by_fate(std::uint32_t index) const {
  if (index == 0) return false;
  const Quantity &q = here_.quantities[index], &before = here_.quantities[index - 1];
  const bool alike = before.reason == nullptr && before.unit_id == q.unit_id && !q.unit.empty() && q.value < before.value;
  const bool next = alike && q.span.begin == before.span.end + 1 && here_.text[before.span.end] == u'，';
  const auto after = here_.text.substr(q.span.end, 2);
  return next && (after.starts_with(u"被") || after.starts_with(u"获") || after == u"入选" || after == u"受到" || after == u"得到");
}

// 680余篇（省级以上96篇）
std::optional<std::uint32_t> ElidedParts::in_brackets(std::size_t i, std::uint32_t least) const {
  const auto open = here_.text.substr(least, here_.quantity(i).span.begin - least).rfind(u'（');  // within reach only: a line of 20 MB has no other end
  const std::uint32_t index = here_.index(i);
  if (index == 0 || open == std::u16string_view::npos) return {};
  const std::uint32_t bracket = least + static_cast<std::uint32_t>(open) + 1;
  if (here_.quantities[index - 1].span.end + 1 != bracket) return {};
  return bracket;
}

bool ElidedParts::is_one_phrase(std::uint32_t begin, std::uint32_t end) const {
  return here_.text.substr(begin, end - begin).find_first_of(u"，。；：") == std::u16string_view::npos;
}

// A noun near by, behind 其中: the part is of another kind than the total (任免53人次，其中人民陪审员20人次).
bool ElidedParts::has_own_noun(std::size_t i, std::uint32_t mark) const {
  const auto& best = here_.chosen[i].best;
  if (!best) return false;
  if (is_phrase(*best)) return true;
  const bool behind_total = mark != here_.quantity(i).span.begin && mark > here_.view.span().begin;
  if (here_.reading_of(*best).part && behind_total) return false;  // 重点建议10件，其中交通类3件
  return here_.has_near_noun(i) && (best->right || best->noun.begin + 2 >= mark);
}

// 提出建议5条，县政府采纳了其中4条; 其中49条被采纳; 其中5人补考: what became of a part is another matter than the total.
bool ElidedParts::is_outcome(const Quantity& q, std::uint32_t mark) const {
  const CueSet outcome = here_.patterns.cues.outcome;
  const std::uint32_t end = std::min(q.span.end + kOutcomeReach, here_.view.clause(q.span.begin, q.span.end).end);
  const std::uint32_t least = here_.view.span().begin, begin = mark > least + kOutcomeLead ? mark - kOutcomeLead : least;
  return here_.hits.any(outcome, q.span.end, end) || here_.hits.any(outcome, begin, mark);
}

bool ElidedParts::may_be_part(const Quantity& q, std::uint32_t mark) const {
  if (!here_.facts.is_report || q.unit.empty() || q.kind == NumberKind::percent || mark == q.span.begin) return false;
  return !is_outcome(q, mark) && !here_.hits.any(here_.patterns.cues.baseline, mark, q.span.begin);
}

// The total before the number that may have it for a part: counted by the same measure word, in this sentence or shortly before.
const Match* ElidedParts::total_for(const Quantity& q) const {
  const auto& matches = here_.matches;
  for (std::size_t m = matches.size(); m-- > 0;) {
    const Quantity& whole = here_.quantities[matches[m].quantity];
    if (matches[m].mention.end + kTotalReach <= here_.view.span().begin) return nullptr;
    if (matches[m].part == Part::yes || whole.unit_id != q.unit_id || whole.reason != nullptr) continue;
    if (matches[m].outcome != Outcome::observed) return nullptr;
    while (m > 0 && matches[m - 1].quantity == matches[m].quantity) --m;  // of 219件…全部办结 the suggestions, not those completed
    return &matches[m];
  }
  return nullptr;
}

// 收到议案14件，其中1件交…审议: a number right after 其中 without a noun of its own.
bool ElidedParts::observe(std::size_t i, std::uint32_t mark) {
  const Quantity& q = here_.quantity(i);
  const Match* total = may_be_part(q, mark) ? total_for(q) : nullptr;
  if (total == nullptr) return false;
  last_part_ = here_.index(i);
  here_.matches.push_back({.quantity = here_.index(i), .outcome = Outcome::observed, .indicator = total->indicator,
                           .pattern = total->pattern, .reason = {}, .mention = {mark, q.span.end}, .part = Part::yes, .unit_fits = total->unit_fits});
  return true;
}

}  // namespace renda
