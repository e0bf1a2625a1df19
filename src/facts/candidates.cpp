#include "facts/candidates.h"

#include <algorithm>
#include <map>

#include "facts/own_suffixes.h"
#include "facts/reading.h"
#include "text/utf.h"

namespace renda {
namespace {

struct Candidate {
  const Division* division;
  int weight;
  Span span;
};

class CandidateFinder {
 public:
  CandidateFinder(std::u16string_view body, char16_t own_suffix, Level level, const Votes& votes) : body_(body), own_suffix_(own_suffix), level_(level), votes_(votes) {}

  // All rows the votes allow, the heaviest first.
  std::vector<Candidate> find() {
    std::vector<Candidate> found;
    for (const auto& [name, vote] : votes_.names())
      for (const Division* d : divisions_named(name, votes_.year()))
        if (is_possible(*d, vote)) found.push_back({d, vote.weight + parent_weight(*d), vote.first});
    std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
    return found;
  }

 private:
  bool is_possible(const Division& d, const Vote& vote) const {
    if (level_ != Level::unknown && d.level != level_) return false;
    const bool own = own_suffix_ == 0 || own_suffix_ == kRegion || d.name.back() == own_suffix_;
    return own || vote.weight >= kDateLineVote / 2 || vote.heads_text();
  }

  // What the text says of the divisions above a candidate.
  int parent_weight(const Division& d) {
    constexpr int kParent = 400;
    int weight = 0;
    for (const Division* above = parent_of(d, votes_.year()); above != nullptr; above = parent_of(*above, votes_.year()))
      weight += votes_.has_parent(above->name) ? kParent : weight_of_mention(*above);
    return weight;
  }

  // Where the short name does not stand, the full one that begins with it does not either.
  int weight_of_mention(const Division& d) {
    if (d.name.starts_with(d.short_name) && !is_mentioned(d.short_name)) return 0;
    return is_mentioned(d.name) ? 8 : is_mentioned(d.short_name) ? 3 : 0;
  }

  // Candidates share their parents: each name is looked for once.
  bool is_mentioned(std::u16string_view name) {
    const auto [it, first] = mentioned_.emplace(name, false);
    if (first) it->second = has(body_, name);
    return it->second;
  }

  std::u16string_view body_;
  char16_t own_suffix_;
  Level level_;
  const Votes& votes_;
  std::map<std::u16string_view, bool> mentioned_;
};

// No organ bears a name: full names of the own kind anywhere. 和县, 城区, 矿区 are ordinary words as well (市和县, 老城区).
void vote_mentions(std::u16string_view body, Votes& votes) {
  const auto ends = [](char16_t c) { return is_among(c, u"省市县区旗州盟"); };
  for_each_place(body, 2, body.size(), ends, [&](std::size_t last) {
    const std::size_t end = last + 1;
    if (const auto length = division_name_before(body, end); length > 2) votes.add(body.substr(end - length, length), end - length, kMentionVote);
  });
}

// One code under two names is one candidate; of one division's codes, where no year is known, the one in force.
void drop_doubles(std::vector<Candidate>& found) {
  found.erase(std::unique(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.division->code == b.division->code; }), found.end());
  const auto all = found;
  std::erase_if(found, [&](const Candidate& old) {
    return std::any_of(all.begin(), all.end(), [&](const Candidate& now) { return now.division->name == old.division->name && old.division->successors == now.division->code; });
  });
}

// The first one leaves the second far behind; between places of one name what lies above them says enough.
bool is_settled(const std::vector<Candidate>& found) {
  const Candidate& best = found.front();
  if (best.weight < 2) return false;
  if (found.size() == 1) return true;
  const Candidate& second = found[1];
  const bool same_name = best.division->name == second.division->name;
  return best.weight >= 2 * second.weight || best.weight >= second.weight + (same_name ? 8 : 100);
}

std::string ambiguous(const std::vector<Candidate>& found) {
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i)
    names += (i == 0 ? "" : ", ") + std::string(found[i].division->code) + " " + to_utf8(found[i].division->name);
  return "division ambiguous: " + names;
}

}  // namespace

void settle_division(std::u16string_view body, char16_t own_suffix, Votes& votes, Facts& facts) {
  CandidateFinder candidates(body, own_suffix, facts.level, votes);
  auto found = candidates.find();
  if (found.empty()) {
    vote_mentions(body, votes);
    found = candidates.find();
  }
  drop_doubles(found);
  if (found.empty()) return;
  if (!is_settled(found)) {
    facts.message += (facts.message.empty() ? "" : "; ") + ambiguous(found);
    return;
  }
  const Candidate& best = found.front();
  take_division(*best.division, votes.year(), facts);
  facts.evidence.push_back({"division", facts.division_code + " " + facts.division, best.weight >= kTitleVote / 2 ? "title" : "organ", best.span});
}

}  // namespace renda
