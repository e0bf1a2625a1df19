#include "patterns/part_lists.h"

#include <algorithm>

#include "text/search.h"

namespace renda {
namespace {

constexpr std::uint32_t kGap = 24;       // characters between two numbers of a list
constexpr std::uint32_t kLead = 60;      // characters in which the words of a number begin
constexpr std::uint32_t kReach = 600;    // characters between a list and a total in a sentence before
constexpr std::size_t kFewestParts = 2, kFewestApart = 3;  // of a list beside its total, and of one that stands apart from it

// What is told of a part of the total: 列入计划19件, 采纳8条. Such numbers and their neighbours classify outcomes, not topics.
bool tells_outcome(std::string_view reason) {
  constexpr std::string_view kReasons[] = {"handling_class", "evaluation_result", "no_indicator", "change", "baseline", "norm", "average", "cppcc", "party", "vote", "money", "share", "multiplier"};
  return std::find(std::begin(kReasons), std::end(kReasons), reason) != std::end(kReasons);
}

}  // namespace

bool PartLists::is_count(const Quantity& q) const { return q.reason == nullptr && q.kind != NumberKind::percent && !q.unit.empty() && q.value.scale() == 0 && q.approx == Approx::exact; }

bool PartLists::goes_on(const Match& match, const Match& next) const {
  const Quantity &a = quantities_[match.quantity], &b = quantities_[next.quantity];
  if (a.unit_id != b.unit_id || b.span.begin < a.span.end || b.span.begin - a.span.end > kGap) return false;
  return a.span.end < b.span.begin && is_one_of(text_[a.span.end], u"、，,：（；");
}

// The first match of each number of the sentence.
std::vector<std::uint32_t> PartLists::numbers_of(const std::vector<Match>& matches, std::size_t begin) const {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = begin; i < matches.size(); ++i) {
    const Match& match = matches[i];
    const bool compares = match.outcome == Outcome::ignored && (match.reason == "change" || match.reason == "baseline");  // 46件，比上年增加7件，其中独办15件
    const bool again = i > begin && match.quantity == matches[i - 1].quantity;
    if (!compares && !again && is_count(quantities_[match.quantity])) numbers.push_back(static_cast<std::uint32_t>(i));
  }
  return numbers;
}

std::vector<std::uint32_t> PartLists::claim(std::vector<Match>& matches, std::size_t begin) const {
  const auto numbers = numbers_of(matches, begin);
  std::vector<std::uint32_t> last;
  for (std::size_t first = 0, end = 1; first < numbers.size(); first = end++) {
    while (end < numbers.size() && goes_on(matches[numbers[end - 1]], matches[numbers[end]])) ++end;
    if (end - first >= kFewestParts && claim_run(matches, Run(numbers).subspan(first, end - first))) last.push_back(matches[numbers[end - 1]].quantity);
  }
  return last;
}

bool PartLists::claim_run(std::vector<Match>& matches, Run run) const {
  for (std::size_t at = 0; at + kFewestParts < run.size(); ++at) {  // the total begins the list: 共150件，涉及…。农林41件、交通37件
    const Match& total = matches[run[at]];
    if (total.outcome != Outcome::observed) continue;
    Int128 sum = 0;
    for (std::size_t last = at + 1; last < run.size() && sum < quantities_[total.quantity].value.digits(); ++last) {
      sum += quantities_[matches[run[last]].quantity].value.digits();
      if (sum == quantities_[total.quantity].value.digits() && last - at >= kFewestParts) return make_parts(matches, run.subspan(at + 1, last - at), total);
    }
  }
  Int128 sum = 0;
  for (const std::uint32_t i : run) sum += quantities_[matches[i].quantity].value.digits();
  const Match* total = run.size() < kFewestApart ? nullptr : earlier_total(matches, run.front(), sum);
  return total != nullptr && make_parts(matches, run, *total);
}

const Match* PartLists::earlier_total(const std::vector<Match>& matches, std::uint32_t first, Int128 sum) const {
  const Quantity& begin = quantities_[matches[first].quantity];
  for (std::uint32_t i = first; i-- > 0;) {
    const Quantity& q = quantities_[matches[i].quantity];
    if (q.span.end + kReach < begin.span.begin) return nullptr;
    if (matches[i].outcome != Outcome::observed || !is_count(q) || q.unit_id != begin.unit_id || q.value.digits() != sum) continue;
    while (i > 0 && matches[i - 1].quantity == matches[i].quantity) --i;  // of 219件…全部办结 the suggestions, not those completed
    return &matches[i];
  }
  return nullptr;
}

// 、人畜饮水7条: what stands before the number, and the number.
Span PartLists::words_of(const Match& match) const {
  const Span number = quantities_[match.quantity].span;
  const std::uint32_t begin = number.begin - std::min(number.begin, kLead);  // a line of 20 MB may hold no mark
  const auto lead = text_.substr(begin, number.begin - begin).find_last_of(u"、，,：（；。\n");
  return {lead == std::u16string_view::npos ? number.begin : begin + static_cast<std::uint32_t>(lead) + 1, number.end};
}

bool PartLists::may_be_part(const Match& match, const Match& total) const {
  if (match.outcome != Outcome::observed) {
    const Span words = words_of(match);
    if (hits_.any(patterns_.cues.dealt_with, words.begin, words.end)) return false;
  }
  switch (match.outcome) {
    case Outcome::observed: return match.indicator == total.indicator;
    case Outcome::ignored: return !tells_outcome(match.reason);
    case Outcome::unmatched: return true;
    case Outcome::planned: break;
  }
  return false;
}

bool PartLists::make_parts(std::vector<Match>& matches, Run parts, const Match& total) const {
  const Match whole = total;
  if (!std::all_of(parts.begin(), parts.end(), [&](std::uint32_t i) { return may_be_part(matches[i], whole); })) return false;
  for (const std::uint32_t i : parts) {
    Match& part = matches[i];
    if (part.outcome != Outcome::observed) {
      part = {.quantity = part.quantity, .outcome = Outcome::observed, .indicator = whole.indicator, .pattern = whole.pattern, .reason = {},
              .mention = words_of(part), .unit_fits = whole.unit_fits};
    }
    part.part = Part::yes;
  }
  return true;
}

std::size_t PartLists::total_of(const std::vector<Match>& matches, std::size_t last) const {
  const Match& end = matches[last];
  if (!is_count(quantities_[end.quantity])) return matches.size();
  Int128 sum = quantities_[end.quantity].value.digits();
  for (std::size_t i = last; i-- > 0;) {
    const Match& before = matches[i];
    if (before.quantity == matches[i + 1].quantity) continue;
    const Quantity& q = quantities_[before.quantity];
    if (q.reason != nullptr) continue;
    if (before.outcome != Outcome::observed || before.indicator != end.indicator || !is_count(q) || q.unit_id != quantities_[end.quantity].unit_id || quantities_[matches[i + 1].quantity].span.begin > q.span.end + kGap) break;
    if (q.value.digits() == sum && sum != quantities_[end.quantity].value.digits()) {
      while (i > 0 && matches[i - 1].quantity == before.quantity) --i;
      return i;
    }
    sum += q.value.digits();
  }
  return matches.size();
}

}  // namespace renda
