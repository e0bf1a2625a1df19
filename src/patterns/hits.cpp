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
constexpr std::size_t kKeptRooms = 6;        // of each thread

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
  last_head_.resize(patterns.dictionary.head_count + 1u);
  last_cue_.assign(patterns.cue_sets + 1u, 0u);
}

Sightings::~Sightings() {
  if (kept_rooms().size() >= kKeptRooms) return;
  forget_heads();
  cue_hits_.clear();
  kept_rooms().push_back(std::move(*this));
}

void Sightings::start(std::uint32_t begin, std::uint32_t end) {
  forget_heads();
  begin_ = begin;
  end_ = end;
  if (cue_hits_.size() > kMostCues) forget_cues();
  found_.clear();
}

void Sightings::add(std::uint32_t begin, std::uint32_t end) {
  start(begin, end);
  patterns_->dictionary.trie.find_each(text_, begin, end, found_);
  hits_.start(found_.size());
  heads_.start(found_.size());
  cues_.start(found_.size());
  const WordTraits* const traits = patterns_->dictionary.traits.data();
  roles_ = 0;
  for (std::uint32_t i = 0; i < found_.size(); ++i) {
    const auto [word, at, length] = found_[i];
    const WordTraits here = traits[word];
    hits_.add({at, at + length, word, here.roles}, true);
    roles_ |= here.roles;
    heads_.add(i, here.head != 0);
    cues_.add(i, here.is(Role::cues));
  }
  const auto hits = hits_.passed();
  const WordUses* const words = patterns_->dictionary.words.data();
  for (const std::uint32_t i : heads_.passed()) see_head(traits[hits[i].word].head, {hits[i].begin, hits[i].end});
  for (const std::uint32_t i : cues_.passed()) see_cues(words[hits[i].word].cue, {hits[i].begin, hits[i].end});
}

void Sightings::see_head(std::uint16_t head, Span place) {
  if (last_head_[head] == 0) seen_heads_.push_back(head);
  head_hits_.push_back({place, last_head_[head]});
  last_head_[head] = static_cast<std::uint32_t>(head_hits_.size());
}

// One note for all sets of a word, and one for each that wants a head and has it.
inline void Sightings::see_cues(std::uint32_t first, Span place) {
  const CueUse* const uses = patterns_->dictionary.all_cues.data();
  std::uint32_t use = first;
  const auto note = static_cast<std::uint32_t>(cue_hits_.size()) + 1;
  for (std::uint32_t* const last = last_cue_.data(); uses[use].head == 0; use += kCueStep)
    for (std::uint32_t i = 0; i < kCueStep; ++i) last[uses[use + i].set] = note;
  if (use != first) cue_hits_.push_back({place.begin, place.begin, place.end, first});
  if (uses[use].set != 0) see_headed_cues(use, place);
}

void Sightings::see_headed_cues(std::uint32_t use, Span place) {
  const CueUse* const uses = patterns_->dictionary.all_cues.data();
  for (; uses[use].set != 0; ++use) {
    const auto begin = head_before(uses[use].head, place.begin);
    if (begin < 0) continue;
    cue_hits_.push_back({place.begin, static_cast<std::uint32_t>(begin), place.end, use});
    last_cue_[uses[use].set] = static_cast<std::uint32_t>(cue_hits_.size());
  }
}

std::int64_t Sightings::find_head(std::uint16_t head, std::uint32_t at) const {
  for (std::uint32_t next = last_head_[head]; next != 0; next = head_hits_[next - 1].previous) {
    const Span found = head_hits_[next - 1].place;
    if (found.end > at) continue;
    if (found.end + kGap < at) return -1;
    for (std::uint32_t i = found.end; i <= at; ++i)
      if (!is_ideograph(text_[i]) && (ends_clause(text_[i]) || ends_count(text_, i))) return -1;
    return found.begin;
  }
  return -1;
}

void Sightings::forget_heads() {
  for (const std::uint16_t head : seen_heads_) last_head_[head] = 0;
  seen_heads_.clear();
  head_hits_.clear();
}

// All but those of the last kContext characters: nobody asks further back.
void Sightings::forget_cues() {
  const auto kept = before(begin_ > kContext ? begin_ - kContext : 0);
  cue_hits_.erase(cue_hits_.begin(), cue_hits_.begin() + kept);
  for (std::uint32_t& last : last_cue_) last = last > kept ? last - kept : 0;
}

std::span<const Hit> Sightings::in(std::uint32_t begin, std::uint32_t end) const {
  const auto from = [&](std::span<const Hit> hits, std::uint32_t at) { return std::partition_point(hits.begin(), hits.end(), [at](const Hit& hit) { return hit.begin < at; }); };
  std::span<const Hit> found = hits_.passed();
  if (begin > begin_) found = {from(found, begin), found.end()};
  if (end < end_) found = {found.begin(), from(found, end)};
  return found;
}

std::int64_t Sightings::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  const CueHit* const found = find_back(set, begin, end, [&](const CueHit& hit) {
    return hit.end <= end && hit.head_begin >= begin && !except.contains(Span{hit.begin, hit.end});
  });
  return found == nullptr ? -1 : static_cast<std::int64_t>(found->end);
}

// How many notes begin before `end`.
std::uint32_t Sightings::before(std::uint32_t end) const {
  return static_cast<std::uint32_t>(std::partition_point(cue_hits_.begin(), cue_hits_.end(), [end](const CueHit& hit) { return hit.begin < end; }) - cue_hits_.begin());
}

bool Sightings::is_of(const CueHit& hit, CueSet set) const {
  const CueUse* use = patterns_->dictionary.all_cues.data() + hit.use;
  if (use->head != 0) return use->set == set;
  for (; use->head == 0; ++use)
    if (use->set == set) return true;
  return false;
}

void Hits::cover(std::uint32_t begin, std::uint32_t end) {
  if (here_ == Span{begin, end}) return;
  std::erase_if(unread_, [&](Span gap) { return gap.end + kContext <= begin; });
  if (begin > here_.end) unread_.push_back({here_.end, begin});
  here_ = {begin, end};
  sentences_.add(begin, end);
}

void Hits::read_gaps() const {
  const std::uint32_t context = here_.begin > kContext ? here_.begin - kContext : 0;
  for (Span gap : unread_) gaps_.add(std::min(gap.end, std::max(gap.begin, context)), gap.end);
  unread_.clear();
}

void Hits::read_edges() const {
  if (edge_end_ == here_.begin) return;
  const std::uint32_t edge = here_.begin > kEdge ? here_.begin - kEdge : 0;
  for (Span gap : unread_)
    if (const std::uint32_t begin = std::max({gap.begin, edge, edge_end_}); begin < gap.end) edges_.add(begin, gap.end);
  edge_end_ = here_.begin;
}

// Asked in a hundred places, so it stands in one: what one sentence runs through must fit the instruction cache.
bool Hits::any(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return false;
  return sentences_.last(set, begin, end, except) >= 0 || (begin < here_.begin && before(begin, [&](const Sightings& seen) { return seen.last(set, begin, end, except) >= 0; }));
}

bool Hits::first_at(CueSet set, std::uint32_t begin, std::uint32_t end) const {
  return sentences_.first_at(set, begin, end) || (begin < here_.begin && before(begin, [&](const Sightings& seen) { return seen.first_at(set, begin, end); }));
}

std::int64_t Hits::last(CueSet set, std::uint32_t begin, std::uint32_t end, Span except) const {
  if (set == 0) return -1;
  auto found = sentences_.last(set, begin, end, except);
  if (found >= static_cast<std::int64_t>(here_.begin) || begin >= here_.begin) return found;
  before(begin, [&](const Sightings& seen) {
    found = std::max(found, seen.last(set, begin, end, except));
    return false;
  });
  return found;
}

}  // namespace renda
