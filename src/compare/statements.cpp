#include "compare/statements.h"

#include <algorithm>

namespace renda {
namespace {

void add_candidate(std::string& candidates, const Statement& statement) {
  candidates.append(candidates.empty() ? "" : "|").append(statement.value.text());
  if (statement.other_unit) candidates.append(" ").append(statement.unit);
}

// The rows of one indicator, all of scope own.
Finding judge(std::span<const Statement* const> rows) {
  std::size_t primaries = 0;
  bool conflict = false;
  const Statement* chosen = rows.front();
  for (const auto* row : rows) {
    if (row->is_primary && primaries++ == 0) chosen = row;
    conflict = conflict || row->conflict;
  }
  Finding out{.indicator = chosen->indicator,
              .value = chosen->value,
              .low = chosen->low,
              .high = chosen->high,
              .approx = chosen->approx,
              .unit = chosen->unit,
              .mention = chosen->mention,
              .page = chosen->page,
              .line = chosen->line,
              .column = chosen->column};
  if (primaries == 0)
    out.reason = "no_primary";
  else if (chosen->other_unit)
    out.reason = "other_unit";
  else if (primaries > 1 || conflict)
    out.reason = "conflict";
  out.one_primary = primaries == 1 && !chosen->other_unit;
  if (out.reason.empty()) return out;
  out.state = CellState::ambiguous;
  for (const auto* row : rows) {
    const bool competes = out.reason == "no_primary" || row->is_primary || (out.reason == "conflict" && row->conflict);
    if (competes) add_candidate(out.candidates, *row);
  }
  return out;
}

}  // namespace

void keep_conflicts(Runs& runs) {
  for (auto& account : runs.accounts)
    for (auto& finding : account.findings)
      if (finding.reason == "conflict" && finding.one_primary) finding.state = CellState::stated;
}

void read_flags(std::string_view flags, Statement& statement) {
  while (!flags.empty()) {
    const auto bar = flags.find('|');
    const auto flag = flags.substr(0, bar);
    statement.other_unit = statement.other_unit || flag == "other_unit";
    statement.conflict = statement.conflict || flag == "conflict";
    flags = bar == std::string_view::npos ? std::string_view() : flags.substr(bar + 1);
  }
}

std::uint32_t count_full(std::span<const Statement> statements) {
  return static_cast<std::uint32_t>(std::count_if(statements.begin(), statements.end(), [](const Statement& statement) {
    return statement.is_primary && statement.is_own && !statement.other_unit;
  }));
}

std::vector<Finding> find_statements(std::span<const Statement> statements) {
  std::vector<const Statement*> rows;
  for (const auto& statement : statements)
    if (statement.is_own) rows.push_back(&statement);
  std::stable_sort(rows.begin(), rows.end(), [](const Statement* a, const Statement* b) { return a->indicator < b->indicator; });
  std::vector<Finding> out;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end]->indicator == rows[begin]->indicator) ++end;
    out.push_back(judge(std::span(rows).subspan(begin, end - begin)));
    begin = end;
  }
  return out;
}

}  // namespace renda
