#include "facts/votes.h"

#include <algorithm>

#include "renda/division.h"

namespace renda {

const Votes::Named* Votes::top() const {
  const Named* best = nullptr;
  for (const Named& entry : names_)
    if (best == nullptr || entry.second.weight > best->second.weight) best = &entry;
  return best;
}

void Votes::add(std::u16string_view name, std::size_t begin, int weight) {
  Vote& vote = names_[std::u16string(full_name_of(name))];
  if (!vote.in_text) vote.first = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + name.size())};
  vote.weight += weight;
  vote.in_text = true;
}

void Votes::add_of_file(std::u16string_view name, int weight) {
  names_[std::u16string(full_name_of(name))].weight += weight;
  add_parent(name);
}

void Votes::add_parent(std::u16string_view name) { parents_.emplace_back(full_name_of(name)); }

bool Votes::has_parent(std::u16string_view name) const { return std::find(parents_.begin(), parents_.end(), name) != parents_.end(); }

void Votes::add_guide(std::u16string_view name, std::size_t begin) {
  add_parent(name);
  guides_.push_back({name, begin});
}

void Votes::take_guides_for_own() {
  for (const Guide& guide : guides_) add(guide.name, guide.begin, kOrganVote);
}

}  // namespace renda
