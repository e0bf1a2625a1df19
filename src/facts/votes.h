// The names a text bears have votes, by the places they stand at: the division with most of them is the own one (candidates.h).
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "renda/span.h"

namespace renda {

constexpr std::size_t kOpening = 80;  // characters in which a name without an organ still says who speaks
constexpr int kTitleVote = 1000, kDateLineVote = 800, kFileVote = 300, kTwoStepVote = 60, kOpeningVote = 30, kOrganVote = 20, kShortOrganVote = 15, kMentionVote = 1;

struct Vote {
  int weight = 0;
  Span first;
  bool in_text = false;  ///< not in the file's name alone

  /// A name at the head of the text, right before its organ, says more than the organs named later (省人大, 州委).
  bool heads_text() const { return in_text && weight >= kOpeningVote + kOrganVote && first.begin < kOpening; }
};

/// The names of one report. Its names are those of its year (0 = unknown, any will do).
class Votes {
 public:
  using Named = std::pair<const std::u16string, Vote>;
  explicit Votes(int year) : year_(year) {}

  int year() const { return year_; }
  const std::map<std::u16string, Vote>& names() const { return names_; }
  const Named* top() const;  ///< the name of most weight; null without one

  /// The name of the text that begins at `begin` may be the own one.
  void add(std::u16string_view name, std::size_t begin, int weight);

  /// What the file's name names may be the own division, or lie above it.
  void add_of_file(std::u16string_view name, int weight);

  /// What lies above the own division.
  void add_parent(std::u16string_view name);
  bool has_parent(std::u16string_view name) const;

  /// The congress that guides the one that reports lies above it as well. `name` is a view into the text.
  void add_guide(std::u16string_view name, std::size_t begin);

  /// A township has no row of its own, and the congress above it is its county's.
  void take_guides_for_own();

 private:
  struct Guide {
    std::u16string_view name;
    std::size_t begin;
  };

  int year_;
  std::map<std::u16string, Vote> names_;
  std::vector<std::u16string> parents_;
  std::vector<Guide> guides_;
};

}  // namespace renda
