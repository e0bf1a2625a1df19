// Floor compare: the tables of one or many runs side by side. Above tables, below run.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "renda/diagnostic.h"
#include "renda/pattern.h"
#include "renda/table.h"

namespace renda {

// ---- Reading: the tables that `renda extract` wrote.

enum class PeriodKind : std::uint8_t { annual, half, quarter, term, multi };

/// A period whose bounds are known, each written in one way: YYYY where the period covers whole years, else YYYY-MM where the bound is that of
/// a whole month, else YYYY-MM-DD.
struct ComparedPeriod {
  PeriodKind kind = PeriodKind::annual;
  std::string start, end;

  /// Names a column, one name a period: 2023; 2023 H1, 2023 half (which one is not said), 2023 Q2; 2017-2021 term; 2019-2021 multi.
  std::string label(bool chinese = false) const;
  std::string_view kind_name() const;
  /// Whole years covered, 0 for less than one.
  int years() const;
  /// The year it lies in; none where it touches two.
  std::optional<int> year() const;
  /// First and last year where it covers whole years, else {0, 0}.
  std::pair<int, int> whole_years() const;
  friend bool operator<(const ComparedPeriod& a, const ComparedPeriod& b);
  friend bool operator==(const ComparedPeriod& a, const ComparedPeriod& b);
};

/// An indicator as the codebooks of the runs give it.
struct ComparedIndicator {
  std::string id, name_zh, name_en, unit;
  bool is_flow = true;  ///< adds up over time. Percentages and what is counted in places (stations) do not
};

struct ComparedDivision {
  std::string code, province, prefecture, county, name, level;
};

/// Why a cell of a comparison holds a value or none.
enum class CellState : std::uint8_t { stated, ambiguous, not_stated, no_report };
std::string_view state_name(CellState state);

/// What one report says of one indicator: stated or ambiguous.
struct Finding {
  std::uint32_t indicator = 0;  ///< index into Runs::indicators
  CellState state = CellState::stated;
  std::string_view reason{};    ///< ambiguous: conflict | no_primary | other_unit
  std::string candidates{};     ///< ambiguous: the values found, joined by a bar
  bool one_primary = false;     ///< exactly one primary row that compares
  Decimal value, low, high;
  std::string approx{}, unit{}, mention{};
  std::uint32_t page = 0, line = 0, column = 0;
  int divided_by = 0;                       ///< years, where annualise() divided
  std::vector<std::string_view> checks{};   ///< half_over_year | quarter_over_year | year_over_term | term_not_sum
};

/// What one report says of one period.
struct Account {
  std::uint32_t run = 0;  ///< index into Runs::names
  std::string file{};
  ComparedDivision division{};
  ComparedPeriod period{};
  std::vector<Finding> findings{};  ///< sorted by indicator, one each
  std::uint32_t fullness = 0;       ///< primary rows of scope own that compare
  std::uint64_t fingerprint = 0;    ///< of all its rows but the file's name
  const Finding* find(std::uint32_t indicator) const;
};

/// A report that has no place in a comparison.
struct Unplaced {
  std::uint32_t run = 0;
  std::string file{};
  bool no_division = false, no_county = false, no_period = false;
  std::string message{};  ///< as reports.csv has it: the candidates of an ambiguous name
};

struct Runs {
  std::vector<std::string> names;         ///< as given
  std::vector<std::string> tables;        ///< paths of every table read
  std::vector<std::string> alone;         ///< observations without a reports table beside them
  std::vector<ComparedIndicator> indicators;  ///< in the order of the codebooks
  std::vector<Account> accounts;
  std::vector<Unplaced> unplaced;
  std::uint64_t reports = 0;
  /// `file` as a message names it: with its run where there are several.
  std::string name_of(std::uint32_t run, const std::string& file) const;
};

/// Takes the primary row of each report that gives another total elsewhere (reason conflict): its cells become stated, reason and candidates
/// stay.
void keep_conflicts(Runs& runs);

/// Reads the tables at `paths`: folders (observations, reports and indicators, CSV or JSON Lines, headings in English or Chinese),
/// observations by themselves, `-` for stdin. Indicators of a table without a codebook are those of `patterns`. Throws Error
/// with the place of what cannot be used.
Runs read_runs(const std::vector<std::string>& paths, const PatternSet& patterns);

// ---- Aligning: one account for each division and period.

/// An account that gave way to a fuller one for the same division and period (indices into Panel::accounts).
struct SetAside {
  std::uint32_t account = 0, winner = 0;
};

struct Panel {
  Runs runs;
  std::vector<ComparedDivision> divisions;  ///< sorted by code, those without one behind, by name
  std::vector<ComparedPeriod> periods;      ///< sorted: years, parts of years, terms, other spans
  std::vector<std::int64_t> cells;          ///< divisions x periods: index into runs.accounts, -1 = no report
  std::vector<SetAside> set_aside;
  std::uint32_t repeated = 0;               ///< reports read twice with the same figures: one report
  std::int64_t& cell(std::size_t division, std::size_t period) { return cells[division * periods.size() + period]; }
  const Account* account(std::size_t division, std::size_t period) const;
};

/// The fullest report of a division and period wins: the one with most primary rows of scope own that compare, then the smaller file
/// name. Reports with the same rows are one.
Panel align(Runs runs);

/// A contradiction between two reports of a division.
struct Contradiction {
  std::string_view check;
  std::uint32_t indicator = 0;
  std::uint32_t part = 0, whole = 0;  ///< indices into runs.accounts; of term_not_sum both are the term
  Decimal part_value, whole_value;    ///< of term_not_sum: the sum of the years, the term
};
/// Parts of a year against the year, years against their term. Only what adds up over time, only where the bounds of approximate
/// values leave no doubt. Marks the findings.
std::vector<Contradiction> check_accounts(Panel& panel);

/// Divides the totals of terms and other spans of two years and more by their years, to two places, halves away from zero. Percentages
/// and places are left as they are.
void annualise(Panel& panel);

// ---- Figures: what the cells show.

enum class GroupBy { division, province, prefecture };
enum class Statistic { sum, mean, median };
std::string_view statistic_name(Statistic statistic);

struct CompareOptions {
  std::vector<std::uint32_t> indicators{};  ///< chosen, in their order; empty = all, laid out with a column each
  GroupBy by = GroupBy::division;
  std::vector<Statistic> statistics = {Statistic::mean};
  bool annualised = false, long_form = false, change = false, rank = false, median = false;
};

enum class CompareFormat { table, csv, tsv, jsonl, md };
struct CompareStyle {
  CompareFormat format = CompareFormat::csv;
  bool bom = false, crlf = false, chinese_headers = false;
  int width = 80;           ///< columns of the terminal, for table
  std::string legend{};     ///< below a table
};

/// Writes the comparison to `sink`, piece by piece. The same bytes for the same panel.
void write_compared(const Panel& panel, const CompareOptions& options, const CompareStyle& style,
                    const std::function<void(std::string_view)>& sink);

/// Divisions that --by leaves out because the tables do not say what lies above them.
std::vector<const ComparedDivision*> without_group(const Panel& panel, GroupBy by);

}  // namespace renda
