// align(): one account for each division and period.
#include <algorithm>
#include <map>
#include <tuple>

#include "renda/compare.h"

namespace renda {
namespace {

// A code tells a division; the names above it tell one that has none.
using DivisionKey = std::tuple<std::string, std::string, std::string, std::string, std::string>;

DivisionKey key_of(const ComparedDivision& division) {
  if (!division.code.empty()) return {division.code, {}, {}, {}, {}};
  return {"~", division.province, division.prefecture, division.county, division.name};  // ~ sorts behind all codes
}

template <typename Key>
std::size_t position(const std::map<Key, std::size_t>& index, const Key& key) {
  return index.find(key)->second;
}

template <typename Key>
void number(std::map<Key, std::size_t>& index) {
  std::size_t next = 0;
  for (auto& [key, at] : index) at = next++;
}

// Latest bound first, so that a division bears the name it had last.
bool is_later(const ComparedPeriod& a, const ComparedPeriod& b) { return std::tie(a.end, a.start) > std::tie(b.end, b.start); }

bool same_rows(const Account& a, const Account& b) { return a.fingerprint == b.fingerprint && a.findings.size() == b.findings.size(); }

// Fuller before less full, then the smaller file name, then the run named first.
bool goes_before(const Account& a, const Account& b) {
  return std::tuple(b.fullness, std::string_view(a.file), a.run) < std::tuple(a.fullness, std::string_view(b.file), b.run);
}

}  // namespace

const Account* Panel::account(std::size_t division, std::size_t period) const {
  const auto at = cells[division * periods.size() + period];
  return at < 0 ? nullptr : &runs.accounts[static_cast<std::size_t>(at)];
}

Panel align(Runs runs) {
  Panel out;
  std::map<DivisionKey, std::size_t> divisions;
  std::map<ComparedPeriod, std::size_t> periods;
  for (const auto& account : runs.accounts) {
    divisions.emplace(key_of(account.division), 0);
    periods.emplace(account.period, 0);
  }
  number(divisions);
  number(periods);
  for (const auto& [period, at] : periods) out.periods.push_back(period);
  out.divisions.resize(divisions.size());
  out.cells.assign(divisions.size() * periods.size(), -1);

  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint32_t>> rivals;
  std::vector<const Account*> latest(divisions.size(), nullptr);
  for (std::uint32_t i = 0; i < runs.accounts.size(); ++i) {
    const auto& account = runs.accounts[i];
    const auto division = position(divisions, key_of(account.division));
    rivals[{division, position(periods, account.period)}].push_back(i);
    if (latest[division] == nullptr || is_later(account.period, latest[division]->period)) latest[division] = &account;
  }
  for (std::size_t i = 0; i < latest.size(); ++i) out.divisions[i] = latest[i]->division;
  for (auto& [place, indices] : rivals) {
    std::sort(indices.begin(), indices.end(), [&](std::uint32_t a, std::uint32_t b) { return goes_before(runs.accounts[a], runs.accounts[b]); });
    out.cell(place.first, place.second) = indices.front();
    for (std::size_t i = 1; i < indices.size(); ++i) {
      const auto& account = runs.accounts[indices[i]];
      const auto twin = std::find_if(indices.begin(), indices.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&](std::uint32_t other) { return same_rows(runs.accounts[other], account); });
      if (twin != indices.begin() + static_cast<std::ptrdiff_t>(i))
        ++out.repeated;
      else
        out.set_aside.push_back({.account = indices[i], .winner = indices.front()});
    }
  }
  out.runs = std::move(runs);
  return out;
}

}  // namespace renda
