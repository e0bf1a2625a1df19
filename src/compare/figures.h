// Figures: the value of every cell of a comparison, of divisions or of groups of them, with what stands beside it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "renda/compare.h"

namespace renda {

/// What a row is about: a division, or all divisions of one level in a province or prefecture under one statistic.
struct Subject {
  ComparedDivision division{};  ///< of a group: province, prefecture and level only
  std::size_t index = 0;        ///< of the division or group
  std::optional<Statistic> statistic{};
};

/// One cell.
struct Figure {
  CellState state = CellState::no_report;
  std::optional<Decimal> value{};
  int divided_by = 0;
  std::uint32_t stated = 0, reports = 0;  ///< of a group: how many state the indicator, how many there are
  const Account* account = nullptr;       ///< of a division
  const Finding* finding = nullptr;
};

/// The place of a value among those of its level, period and indicator.
struct PeerPlace {
  std::optional<std::uint32_t> rank{};  ///< 1 is the largest; equals share a rank
  std::uint32_t of = 0;
  std::optional<Decimal> median{};
};

class Figures {
 public:
  Figures(const Panel& panel, const CompareOptions& options);
  const std::vector<Subject>& subjects() const { return subjects_; }
  bool has_report(const Subject& subject, std::size_t period) const;
  Figure at(const Subject& subject, std::size_t period, std::uint32_t indicator) const;
  /// Difference to the same part of the year before; none where one of them is not stated, and for terms.
  std::optional<Decimal> change(const Subject& subject, std::size_t period, std::uint32_t indicator) const;
  PeerPlace among_peers(const Subject& subject, std::size_t period, std::uint32_t indicator) const;

 private:
  // The values of one group, period and indicator, sorted.
  struct Group {
    std::vector<Decimal> values{};
    int divided_by = 0;
  };
  void make_groups(const CompareOptions& options);
  void rank_all();
  std::optional<Decimal> summarise(const std::vector<Decimal>& values, Statistic statistic) const;

  const Panel& panel_;
  bool grouped_;
  std::vector<Subject> subjects_;
  std::map<std::tuple<std::size_t, std::size_t, std::uint32_t>, Group> groups_;  // group, period, indicator
  std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> reports_;         // group, period: how many
  using Peers = std::tuple<std::string_view, std::optional<Statistic>, std::size_t, std::uint32_t>;  // level, statistic, period, indicator
  std::map<Peers, std::vector<Decimal>> peers_;                                                      // sorted
  std::vector<std::int64_t> before_;  // of each period: the same one a year earlier, -1 = not there
};

/// A year or a part of one has its like the year before; a term has not.
inline bool has_year_before(const ComparedPeriod& period) { return period.kind != PeriodKind::term && period.kind != PeriodKind::multi; }

/// Middle of sorted values, the mean of two to two places; none of nothing.
std::optional<Decimal> median_of(const std::vector<Decimal>& sorted);

/// The name of the division that a group bears; empty where the tables do not say it.
const std::string& group_name(const ComparedDivision& division, GroupBy by);

}  // namespace renda
