#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"

namespace renda {
namespace {

constexpr std::uint32_t kKept = 1024;  // units behind the place in work that stay known
constexpr std::size_t kWindow = 1u << 16;

}  // namespace

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (begin > covered_) start_at(begin);
  if (first_.size() > kWindow && begin > kKept) forget_before(begin - kKept);
  for (std::uint32_t at = covered_; at < end; ++at) {
    first_.push_back(static_cast<std::uint32_t>(hits_.size()));
    patterns_.trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) { hits_.push_back({at, at + length, word}); });
  }
  covered_ = std::max(covered_, end);
}

void Hits::start_at(std::uint32_t at) {
  hits_.clear();
  first_.clear();
  base_ = covered_ = at;
}

void Hits::forget_before(std::uint32_t at) {
  if (at <= base_) return;
  const std::uint32_t hits = first_[at - base_];
  hits_.erase(hits_.begin(), hits_.begin() + hits);
  first_.erase(first_.begin(), first_.begin() + (at - base_));
  for (std::uint32_t& index : first_) index -= hits;
  base_ = at;
}

std::span<const Hit> Hits::in(std::uint32_t begin, std::uint32_t end) const {
  const auto index = [&](std::uint32_t at) { return at <= base_ ? 0u : at >= covered_ ? static_cast<std::uint32_t>(hits_.size()) : first_[at - base_]; };
  const std::uint32_t first = index(begin), last = index(end);
  return {hits_.data() + first, last > first ? last - first : 0};
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

bool Hits::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  const auto hits = in(begin, end);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return patterns_.has_cue(hit.word, set); });
}

std::int64_t Hits::head_before(std::uint32_t head, std::uint32_t at) const {
  const auto length = static_cast<std::uint32_t>(patterns_.words[head].size());
  const std::uint32_t from = at > kGap + length ? at - kGap - length : 0;
  const auto hits = in(from, at);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (hit->word != head || hit->end > at) continue;
    const auto gap = text_.substr(hit->end, at - hit->end);
    return gap.find_first_of(u"，。；：！？【】\n") == std::u16string_view::npos ? static_cast<std::int64_t>(hit->begin) : -1;
  }
  return -1;
}

}  // namespace renda
