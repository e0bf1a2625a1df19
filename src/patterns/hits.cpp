#include "patterns/hits.h"

#include <algorithm>

#include "patterns/expand.h"
#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

bool ends_clause(char16_t c) { return is_one_of(c, u"，。；：！？【】\n"); }

// 党组会议13次、常委会会议4次: behind a count the comma of a list begins something new.
bool ends_count(std::u16string_view text, std::uint32_t at) {
  return text[at] == u'、' && at > 0 && is_one_of(text[at - 1], u"次件项个名人份条部场批期位篇起家处％%");
}

constexpr std::size_t kMostCues = 1u << 14;  // beyond, what lies behind is forgotten: memory does not grow with the text
constexpr std::size_t kKeptRooms = 4;        // of each thread

std::vector<SightingsRoom>& kept_rooms() {
  thread_local std::vector<SightingsRoom> rooms;
  return rooms;
}

SightingsRoom take_room() {
  auto& rooms = kept_rooms();
  if (rooms.empty()) return {};
  SightingsRoom room = std::move(rooms.back());
  rooms.pop_back();
  return room;
}

}  // namespace

Sightings::Sightings(const PatternSet::Compiled& patterns, std::u16string_view text) : SightingsRoom(take_room()), patterns_(&patterns), text_(text) {
  heads_.resize(patterns.dictionary.head_count + 1u);
  last_cue_.assign(patterns.cue_sets + 1u, 0u);
}

Sightings::~Sightings() {
  if (kept_rooms().size() >= kKeptRooms) return;
  forget_heads();
  hits_.clear();
  readings_.clear();
  kept_rooms().push_back(std::move(*this));
}

// Begin of the head before `at`, in the same clause and at most kGap characters away; -1 if there is none.
inline std::int64_t Sightings::head_before(std::uint16_t head, std::uint32_t at) const {
  const HeadHit& hit = heads_[head];
  if (hit.last.end + kGap < at) return -1;  // the one before ends earlier still
  const Span found = hit.last.end > at ? hit.before : hit.last;
  if (found.empty() || found.end > at || found.end + kGap < at || found.end < clause_) return -1;
  return found.begin;
}

inline void Sightings::see_head(std::uint16_t head, Span place) {
  HeadHit& hit = heads_[head];
  if (hit.last.empty()) seen_heads_.push_back(head);
  hit = {place, hit.last};
}

void Sightings::see_cues(std::span<const CueUse> uses, std::uint32_t at, std::uint32_t length) {
  if (cue_count_ + uses.size() > cue_hits_.size()) cue_hits_.resize(2 * (cue_hits_.size() + uses.size()));
  CueHit* const cues = cue_hits_.data();
  std::uint32_t* const last = last_cue_.data();
  std::uint32_t count = cue_count_;
  const auto see = [&](CueSet set, std::uint32_t begin) {
    cues[count] = {at, begin, at + length, last[set]};
    last[set] = ++count;
  };
  auto use = uses.begin();
  for (; use != uses.end() && use->head == 0; ++use) see(use->set, at);  // those that want a head come last
  for (; use != uses.end(); ++use)
    if (const auto begin = head_before(use->head, at); begin >= 0) see(use->set, static_cast<std::uint32_t>(begin));
  cue_count_ = count;
}

// Most uses want a head, and neighbours often the same: it is sought once.
void Sightings::see_nouns(std::span<const NounUse> uses, std::uint32_t at) {
  std::uint16_t head = 0;
  std::int64_t begin = at;
  for (const NounUse use : uses) {
    if (use.head != head) {
      head = use.head;
      begin = head == 0 ? at : head_before(head, at);
    }
    if (begin >= 0) readings_.push_back({use.reading, static_cast<std::uint32_t>(begin)});
  }
}

// Calls see(word, at, length) for each word that begins in the stretch.
template <typename See>
void Sightings::read(std::uint32_t begin, std::uint32_t end, See&& see) {
  forget_heads();
  begin_ = clause_ = begin;
  end_ = end;
  if (cue_count_ > kMostCues) forget_cues();
  hits_.clear();
  readings_.clear();
  const Trie trie = patterns_->dictionary.trie;
  const WordEntry* const words = patterns_->dictionary.words.data();
  for (std::uint32_t at = begin; at < end; ++at) {
    if (!is_ideograph(text_[at]) && (ends_clause(text_[at]) || ends_count(text_, at))) clause_ = at + 1;
    trie.find(text_, at, [&](std::uint32_t word, std::uint32_t length) {
      if (words[word].head != 0) see_head(words[word].head, {at, at + length});
      see(word, at, length);
    });
  }
}

void Sightings::add(std::uint32_t begin, std::uint32_t end) {
  first_.resize(end - begin);
  std::uint32_t indexed = begin;
  const auto index_to = [&](std::uint32_t at) {
    while (indexed < at) first_[indexed++ - begin] = static_cast<std::uint32_t>(hits_.size());
  };
  read(begin, end, [&](std::uint32_t word, std::uint32_t at, std::uint32_t length) {
    index_to(at + 1);
    hits_.push_back({at, at + length, word, static_cast<std::uint32_t>(readings_.size())});
    if (const auto cues = patterns_->dictionary.cues(word); !cues.empty()) see_cues(cues, at, length);
    if (const auto nouns = patterns_->dictionary.nouns(word); !nouns.empty()) see_nouns(nouns, at);
  });
  index_to(end);
}

void Sightings::add_cues(std::uint32_t begin, std::uint32_t end) {
  read(begin, end, [this](std::uint32_t word, std::uint32_t at, std::uint32_t length) {
    if (const auto cues = patterns_->dictionary.cues(word); !cues.empty()) see_cues(cues, at, length);
  });
}

void Sightings::forget_heads() {
  for (const std::uint16_t head : seen_heads_) heads_[head] = {};
  seen_heads_.clear();
}

// All but those of the last kContext characters: nobody asks further back.
void Sightings::forget_cues() {
  const std::uint32_t least = begin_ > kContext ? begin_ - kContext : 0;
  const auto end = cue_hits_.begin() + cue_count_;
  const auto kept = std::partition_point(cue_hits_.begin(), end, [least](const CueHit& hit) { return hit.begin < least; });
  const auto dropped = static_cast<std::uint32_t>(kept - cue_hits_.begin());
  const auto shift = [dropped](std::uint32_t& index) { index = index > dropped ? index - dropped : 0; };
  std::move(kept, end, cue_hits_.begin());
  cue_count_ -= dropped;
  for (std::uint32_t i = 0; i < cue_count_; ++i) shift(cue_hits_[i].previous);
  for (std::uint32_t& last : last_cue_) shift(last);
}

std::span<const Hit> Sightings::in(std::uint32_t begin, std::uint32_t end) const {
  const auto index = [&](std::uint32_t at) { return at <= begin_ ? 0u : at >= end_ ? static_cast<std::uint32_t>(hits_.size()) : first_[at - begin_]; };
  const std::uint32_t first = index(begin), last = index(end);
  return {hits_.data() + first, last > first ? last - first : 0};
}

std::int64_t Sightings::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  for (std::uint32_t next = last_cue_[set]; next != 0;) {
    const CueHit& hit = cue_hits_[next - 1];
    if (hit.begin < begin) return -1;
    next = hit.previous;
    if (hit.end <= end && hit.head_begin >= begin && !except.contains(Span{hit.begin, hit.end})) return hit.end;
  }
  return -1;
}

bool Sightings::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t next = last_cue_[set]; next != 0 && cue_hits_[next - 1].begin >= begin; next = cue_hits_[next - 1].previous)
    if (cue_hits_[next - 1].begin < end) return true;
  return false;
}

std::span<const NounReading> Sightings::readings(const Hit& hit) const {
  const Hit* const next = &hit + 1;
  const std::uint32_t end = next < hits_.data() + hits_.size() ? next->first_use : static_cast<std::uint32_t>(readings_.size());
  return std::span(readings_).subspan(hit.first_use, end - hit.first_use);
}

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (here_ == Span{begin, end}) return;
  std::erase_if(unread_, [&](Span gap) { return gap.end + kContext <= begin; });
  if (begin > here_.end) unread_.push_back({here_.end, begin});
  here_ = {begin, end};
  sentences_.add(begin, end);
}

// Reads what lies between the sentences before this one, if `begin` is there at all.
bool Hits::look_back(std::uint32_t begin) const {
  if (begin >= here_.begin) return false;
  const std::uint32_t context = here_.begin > kContext ? here_.begin - kContext : 0;
  for (Span gap : unread_) gaps_.add_cues(std::min(gap.end, std::max(gap.begin, context)), gap.end);
  unread_.clear();
  return true;
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return -1;
  const auto found = sentences_.last(set, begin, end, except);
  if (found >= static_cast<std::int64_t>(here_.begin) || !look_back(begin)) return found;
  return std::max(found, gaps_.last(set, begin, end, except));
}

bool Hits::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  return sentences_.first_at(set, begin, end) || (look_back(begin) && gaps_.first_at(set, begin, end));
}

}  // namespace renda
