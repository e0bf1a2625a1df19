#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"

namespace renda {
namespace {

constexpr std::uint32_t kKept = 1024;         // units behind the place in work that stay known
constexpr std::size_t kHitsBeforeCleaning = 1u << 14;

bool begins_before(const Hit& hit, std::uint32_t at) { return hit.begin < at; }

}  // namespace

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (hits_.size() > kHitsBeforeCleaning && begin > kKept)
    hits_.erase(hits_.begin(), std::lower_bound(hits_.begin(), hits_.end(), begin - kKept, begins_before));
  const std::u16string_view text = text_;
  for (std::uint32_t at = std::max(begin, covered_); at < end; ++at)
    patterns_.trie.find(text, at, [&](std::uint32_t word, std::uint32_t length) { hits_.push_back({at, at + length, word}); });
  covered_ = std::max(covered_, end);
}

std::span<const Hit> Hits::in(std::uint32_t begin, std::uint32_t end) const {
  const auto first = std::lower_bound(hits_.begin(), hits_.end(), begin, begins_before);
  const auto last = std::lower_bound(first, hits_.end(), end, begins_before);
  return {first, last};
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0 || begin >= end) return -1;
  const auto hits = in(begin, end);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->end > end || except.contains(Span{hit->begin, hit->end})) continue;
    for (const CueUse& use : patterns_.cue_uses[hit->word]) {
      if (use.set != set) continue;
      if (use.head < 0 || head_before(static_cast<std::uint32_t>(use.head), hit->begin) >= static_cast<std::int64_t>(begin)) return hit->end;
    }
  }
  return -1;
}

std::int64_t Hits::head_before(std::uint32_t head, std::uint32_t at) const {
  const auto length = static_cast<std::uint32_t>(patterns_.words[head].size());
  const std::uint32_t from = at > kGap + length ? at - kGap - length : 0;
  const auto hits = in(from, at);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->word != head || hit->end > at) continue;
    const auto gap = text_.substr(hit->end, at - hit->end);
    return gap.find_first_of(u"，。；：！？\n") == std::u16string_view::npos ? static_cast<std::int64_t>(hit->begin) : -1;
  }
  return -1;
}

}  // namespace renda
