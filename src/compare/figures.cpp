#include "compare/figures.h"

#include <algorithm>

namespace renda {
namespace {

constexpr int kPlaces = 2;

std::optional<Decimal> sum_of(const std::vector<Decimal>& values) {
  std::optional<Decimal> sum = Decimal(0);
  for (const auto& value : values)
    if (sum) sum = Decimal::sum(*sum, value);
  return sum;
}

// 2023 -> 2022, 2023-06-30 -> 2022-06-30.
std::string year_before(const std::string& bound) {
  auto year = std::to_string(std::stoi(bound.substr(0, 4)) - 1);
  return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + bound.substr(4);
}

}  // namespace

std::string_view statistic_name(Statistic statistic) {
  static constexpr std::array<std::string_view, 3> kNames = {"sum", "mean", "median"};
  return kNames[static_cast<std::size_t>(statistic)];
}

std::string_view state_name(CellState state) {
  static constexpr std::array<std::string_view, 4> kNames = {"stated", "ambiguous", "not_stated", "no_report"};
  return kNames[static_cast<std::size_t>(state)];
}

std::optional<Decimal> median_of(const std::vector<Decimal>& sorted) {
  if (sorted.empty()) return std::nullopt;
  const auto middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return sorted[middle];
  const auto sum = Decimal::sum(sorted[middle - 1], sorted[middle]);
  return sum ? Decimal::quotient(*sum, 2, kPlaces) : std::nullopt;
}

const std::string& group_name(const ComparedDivision& division, GroupBy by) {
  return by == GroupBy::province ? division.province : division.prefecture;
}

std::vector<const ComparedDivision*> without_group(const Panel& panel, GroupBy by) {
  std::vector<const ComparedDivision*> out;
  if (by == GroupBy::division) return out;
  for (const auto& division : panel.divisions)
    if (group_name(division, by).empty()) out.push_back(&division);
  return out;
}

Figures::Figures(const Panel& panel, const CompareOptions& options) : panel_(panel), grouped_(options.by != GroupBy::division) {
  for (const auto& period : panel.periods) {
    before_.push_back(-1);
    if (!has_year_before(period)) continue;
    const ComparedPeriod wanted{.kind = period.kind, .start = year_before(period.start), .end = year_before(period.end)};
    const auto found = std::lower_bound(panel.periods.begin(), panel.periods.end(), wanted);
    if (found != panel.periods.end() && *found == wanted) before_.back() = found - panel.periods.begin();
  }
  if (grouped_)
    make_groups(options);
  else
    for (std::size_t i = 0; i < panel.divisions.size(); ++i) subjects_.push_back({.division = panel.divisions[i], .index = i});
  if (options.long_form || options.rank || options.median) rank_all();
}

// Counties are never added to their own prefecture's figures: each level is a group of its own.
void Figures::make_groups(const CompareOptions& options) {
  using Name = std::tuple<std::string, std::string, std::string>;
  std::map<Name, std::size_t> index;
  std::vector<ComparedDivision> names;
  for (std::size_t d = 0; d < panel_.divisions.size(); ++d) {
    const auto& division = panel_.divisions[d];
    if (group_name(division, options.by).empty()) continue;
    const bool by_prefecture = options.by == GroupBy::prefecture;
    ComparedDivision name{.code = {}, .province = division.province, .prefecture = by_prefecture ? division.prefecture : "", .county = {}, .name = {}, .level = division.level};
    const auto [slot, is_new] = index.emplace(Name{name.province, name.prefecture, name.level}, names.size());
    if (is_new) names.push_back(std::move(name));
    for (std::size_t p = 0; p < panel_.periods.size(); ++p) {
      const auto* account = panel_.account(d, p);
      if (account == nullptr) continue;
      ++reports_[{slot->second, p}];
      for (const auto& finding : account->findings) {
        if (finding.state != CellState::stated) continue;
        auto& group = groups_[{slot->second, p, finding.indicator}];
        group.values.push_back(finding.value);
        group.divided_by = finding.divided_by;
      }
    }
  }
  for (auto& [key, group] : groups_) std::sort(group.values.begin(), group.values.end());
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const auto statistic : options.statistics) subjects_.push_back({.division = names[i], .index = i, .statistic = statistic});
}

std::optional<Decimal> Figures::summarise(const std::vector<Decimal>& values, Statistic statistic) const {
  if (statistic == Statistic::median) return median_of(values);
  const auto sum = sum_of(values);
  if (statistic == Statistic::sum || !sum) return sum;
  return Decimal::quotient(*sum, static_cast<std::int64_t>(values.size()), kPlaces);
}

bool Figures::has_report(const Subject& subject, std::size_t period) const {
  return grouped_ ? reports_.count({subject.index, period}) > 0 : panel_.account(subject.index, period) != nullptr;
}

Figure Figures::at(const Subject& subject, std::size_t period, std::uint32_t indicator) const {
  Figure out;
  if (!has_report(subject, period)) return out;
  out.state = CellState::not_stated;
  if (grouped_) {
    out.reports = reports_.at({subject.index, period});
    const auto found = groups_.find({subject.index, period, indicator});
    if (found == groups_.end()) return out;
    out.state = CellState::stated;
    out.stated = static_cast<std::uint32_t>(found->second.values.size());
    out.divided_by = found->second.divided_by;
    out.value = summarise(found->second.values, *subject.statistic);
    return out;
  }
  out.account = panel_.account(subject.index, period);
  out.finding = out.account->find(indicator);
  if (out.finding == nullptr) return out;
  out.state = out.finding->state;
  if (out.state != CellState::stated) return out;
  out.value = out.finding->value;
  out.divided_by = out.finding->divided_by;
  return out;
}

std::optional<Decimal> Figures::change(const Subject& subject, std::size_t period, std::uint32_t indicator) const {
  if (before_[period] < 0) return std::nullopt;
  const auto now = at(subject, period, indicator).value, before = at(subject, static_cast<std::size_t>(before_[period]), indicator).value;
  return now && before ? Decimal::difference(*now, *before) : std::nullopt;
}

void Figures::rank_all() {
  const auto add = [&](const Subject& subject, std::size_t period, std::uint32_t indicator) {
    if (const auto value = at(subject, period, indicator).value)
      peers_[{subject.division.level, subject.statistic, period, indicator}].push_back(*value);
  };
  for (const auto& subject : subjects_) {
    if (grouped_) {
      for (auto found = groups_.lower_bound({subject.index, 0, 0}); found != groups_.end() && std::get<0>(found->first) == subject.index; ++found)
        add(subject, std::get<1>(found->first), std::get<2>(found->first));
      continue;
    }
    for (std::size_t p = 0; p < panel_.periods.size(); ++p)
      if (const auto* account = panel_.account(subject.index, p))
        for (const auto& finding : account->findings) add(subject, p, finding.indicator);
  }
  for (auto& [key, values] : peers_) std::sort(values.begin(), values.end());
}

PeerPlace Figures::among_peers(const Subject& subject, std::size_t period, std::uint32_t indicator) const {
  PeerPlace out;
  const auto found = peers_.find({subject.division.level, subject.statistic, period, indicator});
  if (found == peers_.end()) return out;
  const auto& values = found->second;
  out.of = static_cast<std::uint32_t>(values.size());
  out.median = median_of(values);
  if (const auto value = at(subject, period, indicator).value)
    out.rank = static_cast<std::uint32_t>(values.end() - std::upper_bound(values.begin(), values.end(), *value)) + 1;
  return out;
}

}  // namespace renda
