// read_runs(): folders and files to accounts. For each run the codebook, then the reports, then the observations; at last what each report
// says of each indicator (statements.h).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <unordered_map>

#include "compare/codebook_reader.h"
#include "compare/periods.h"
#include "compare/records.h"
#include "compare/statements.h"
#include "renda/division.h"
#include "text/hash.h"
#include "text/utf.h"

namespace renda {
namespace {

namespace fs = std::filesystem;

struct RunPaths {
  std::string observations, reports, indicators;  // empty = there is none
};

std::string in_folder(const std::string& folder, const std::string& name) { return (fs::path(folder) / name).string(); }

Error no_tables(const std::string& folder) {
  Wording hint{"renda extract -o DIR writes the tables", "请用 renda extract -o DIR 写出表格"};
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (!fs::exists(entry.path() / "observations.csv", ignored) && !fs::exists(entry.path() / "observations.jsonl", ignored)) continue;
    const auto below = in_folder(folder, "*");
    hint = {"did you mean " + below + "?", "是否想输入 " + below + "？"};
  }
  return {{.file = folder}, {"no observations.csv or observations.jsonl in this folder", "这个文件夹里没有 observations.csv 或 observations.jsonl"}, std::move(hint)};
}

RunPaths find_tables(const std::string& path) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return {.observations = path, .reports = {}, .indicators = {}};
  const auto has = [&](const std::string& name) {
    std::error_code ignored;
    return fs::exists(fs::path(path) / name, ignored);
  };
  fs::directory_iterator(path, error);
  if (error) throw Error({.file = path}, {"cannot be read: " + error.message(), "不能读取：" + error.message()});
  const bool csv = has("observations.csv"), jsonl = has("observations.jsonl");
  if (csv && jsonl)
    throw Error({.file = path}, {"both observations.csv and observations.jsonl lie in this folder", "这个文件夹里既有 observations.csv 又有 observations.jsonl"},
                {"name the file you mean, or remove the other run's tables", "请指明要用的文件，或删去另一次运行的表格"});
  if (!csv && !jsonl) throw no_tables(path);
  const auto name_of = [&](TableId table) {
    const auto name = std::string(table_name(table)) + (csv ? ".csv" : ".jsonl");
    return has(name) ? in_folder(path, name) : std::string();
  };
  return {.observations = name_of(TableId::observations), .reports = name_of(TableId::reports), .indicators = name_of(TableId::indicators)};
}

// Cells as what they are; whatever is wrong ends with the place.
class Cells {
 public:
  explicit Cells(const Records& records) : records_(records) {}
  const std::string& text(std::size_t column) const { return records_.cell(column); }

  Decimal number(std::size_t column, std::string_view name) const {
    // At most 24 digits before the point and 12 behind it: what is larger was never counted, and sums fit.
    const auto& cell = text(column);
    const auto value = Decimal::parse(cell);
    const auto point = cell.find('.');
    const auto whole = std::min(point, cell.size()) - (cell.starts_with('-') ? 1 : 0);
    if (!value || whole == 0 || whole > 24 || value->scale() > 12 || point == cell.size() - 1)
      refuse(column, name, {"is no plain decimal", "不是普通小数"});
    return *value;
  }
  std::uint32_t integer(std::size_t column, std::string_view name) const {
    const auto& cell = text(column);
    std::uint32_t value = 0;
    const auto* end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) refuse(column, name, {"is no whole number", "不是整数"});
    return value;
  }
  const std::string& word(std::size_t column, std::string_view name, std::initializer_list<std::string_view> known) const {
    const auto& cell = text(column);
    if (std::find(known.begin(), known.end(), cell) != known.end()) return cell;
    std::string list;
    for (const auto item : known)
      if (!item.empty()) list.append(list.empty() ? "" : ", ").append(item);
    refuse(column, name, {"is none of " + list, "不在可用值之内：" + list});
  }
  const std::string& code(std::size_t column, std::string_view name) const {
    const auto& cell = text(column);
    const bool digits = std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (!cell.empty() && cell.size() != 6)) refuse(column, name, {"is no code of six digits", "不是六位代码"});
    return cell;
  }
  const std::string& date(std::size_t column, std::string_view name) const {
    const auto& cell = text(column);
    if (!cell.empty() && !is_date(cell)) refuse(column, name, {"is no YYYY, YYYY-MM or YYYY-MM-DD", "不是 YYYY、YYYY-MM 或 YYYY-MM-DD"});
    return cell;
  }
  const std::string& level(std::size_t column) const {
    return word(column, "level", {"", "national", "province", "prefecture", "county", "township"});
  }
  StatedPeriod period(std::size_t kind, std::size_t start, std::size_t end) const {
    StatedPeriod out{.kind = word(kind, "period_kind", {"annual", "half", "quarter", "term", "multi", "unknown"}),
                     .start = date(start, "period_start"),
                     .end = date(end, "period_end")};
    if (is_reversed(out.start, out.end))
      throw Error(records_.place(end), {fmt::format("the period ends ({}) before it starts ({})", out.end, out.start), fmt::format("期间的终点（{}）早于起点（{}）", out.end, out.start)});
    return out;
  }

 private:
  [[noreturn]] void refuse(std::size_t column, std::string_view name, const Wording& why) const {
    throw Error(records_.place(column), {fmt::format("{}: '{}' {}", name, text(column), why.en), fmt::format("{}：“{}”{}", name, text(column), why.zh)});
  }
  const Records& records_;
};

// The wanted columns of a table by name.
std::vector<Column> columns_of(TableId table, const PatternSet& patterns, std::initializer_list<std::string_view> names) {
  const auto all = table_columns(table, patterns);
  std::vector<Column> out;
  for (const auto name : names)
    out.push_back(*std::find_if(all.begin(), all.end(), [&](const Column& column) { return column.name == name; }));
  return out;
}

// What lies above a division by its code, where the tables do not say it.
void add_parents(ComparedDivision& division, int year) {
  if (division.code.empty() || !division.province.empty()) return;
  const Division* at = division_of_code(division.code, year);
  if (at == nullptr) at = division_of_code(division.code);
  for (; at != nullptr; at = parent_of(*at, year)) {
    const auto name = to_utf8(at->name);
    if (at->level == Level::province) division.province = name;
    if (at->level == Level::prefecture) division.prefecture = name;
    if (at->level == Level::county) division.county = name;
  }
}

// The columns of observations, as read_observations() asks for them.
struct Row {
  enum : std::size_t {
    file, code, division, level, period_kind, period_start, period_end, indicator, value, low, high, approx, unit, scope, primary, page, line,
    column, mention, flags, width
  };
};

class RunReader {
 public:
  RunReader(Runs& runs, CodebookReader& codebook, const PatternSet& patterns) : runs_(runs), codebook_(codebook), patterns_(patterns) {}

  void read(const std::string& path) {
    const auto paths = find_tables(path);
    run_ = static_cast<std::uint32_t>(runs_.names.size());
    runs_.names.push_back(path);
    reports_.clear();
    by_file_.clear();
    known_ = paths.indicators.empty() ? codebook_.from_patterns() : codebook_.read(paths.indicators);
    if (paths.reports.empty())
      runs_.alone.push_back(path);
    else
      read_reports(paths.reports);
    read_observations(paths.observations, paths.reports);
    for (const auto* table : {&paths.observations, &paths.reports, &paths.indicators})
      if (!table->empty()) runs_.tables.push_back(*table);
    for (auto& report : reports_) finish(report);
  }

 private:
  struct Report {
    std::string file;
    bool is_report = true;
    ComparedDivision division;
    StatedPeriod period;
    std::string message;
    std::vector<Statement> statements;
    std::vector<StatedPeriod> periods;  // of the statements, distinct
  };

  void read_reports(const std::string& path) {
    enum { kFile, kCode, kProvince, kPrefecture, kCounty, kDivision, kLevel, kKind, kStart, kEnd, kStatus, kMessage };
    const auto records = open_records(
        path, columns_of(TableId::reports, patterns_,
                         {"file", "division_code", "province", "prefecture", "county", "division", "level", "period_kind", "period_start",
                          "period_end", "status", "message"}));
    const Cells cells(*records);
    while (records->next()) {
      Report report{.file = cells.text(kFile),
                    .is_report = cells.text(kStatus) == "ok" || cells.text(kStatus) == "warning",
                    .division = {.code = cells.code(kCode, "division_code"),
                                 .province = cells.text(kProvince),
                                 .prefecture = cells.text(kPrefecture),
                                 .county = cells.text(kCounty),
                                 .name = cells.text(kDivision),
                                 .level = cells.level(kLevel)},
                    .period = cells.period(kKind, kStart, kEnd),
                    .message = cells.text(kMessage),
                    .statements = {},
                    .periods = {}};
      if (!by_file_.emplace(report.file, reports_.size()).second)
        throw Error(records->place(kFile), {report.file + " has two rows", report.file + " 有两行"});
      reports_.push_back(std::move(report));
    }
  }

  void read_observations(const std::string& path, const std::string& reports_path) {
    const auto records = open_records(
        path, columns_of(TableId::observations, patterns_,
                         {"file", "division_code", "division", "level", "period_kind", "period_start", "period_end", "indicator", "value",
                          "value_low", "value_high", "approx", "unit", "scope", "primary", "page", "line", "column", "mention", "flags"}));
    const Cells cells(*records);
    while (records->next()) {
      const auto& id = cells.text(Row::indicator);
      if (known_.count(id) == 0)
        throw Error(records->place(Row::indicator), {"unknown indicator " + id, "没有这个指标：" + id},
                    {"indicators of your own: give the folder with its indicators.csv, or --patterns DIR", "自定义指标：请给出含 indicators.csv 的文件夹，或用 --patterns DIR"});
      auto& report = report_of(cells, *records, reports_path);
      report.statements.push_back(read_statement(cells, report));
    }
  }

  // The report that a row belongs to. Where there is no table of reports, its rows say which they are.
  Report& report_of(const Cells& cells, const Records& records, const std::string& reports_path) {
    const auto& file = cells.text(Row::file);
    if (const auto slot = by_file_.find(file); slot != by_file_.end()) return reports_[slot->second];
    if (!reports_path.empty())
      throw Error(records.place(Row::file), {fmt::format("{} has no row in {}", file, reports_path), fmt::format("{} 在 {} 中没有对应的行", file, reports_path)});
    by_file_.emplace(file, reports_.size());
    reports_.push_back({.file = file,
                        .is_report = true,
                        .division = {.code = cells.code(Row::code, "division_code"), .province = {}, .prefecture = {}, .county = {}, .name = cells.text(Row::division), .level = cells.level(Row::level)},
                        .period = cells.period(Row::period_kind, Row::period_start, Row::period_end),
                        .message = {},
                        .statements = {},
                        .periods = {}});
    return reports_.back();
  }

  Statement read_statement(const Cells& cells, Report& report) {
    cells.code(Row::code, "division_code");  // checked in every row, though the first one tells the division
    cells.level(Row::level);
    Statement statement{.indicator = codebook_.index(cells.text(Row::indicator)),
                        .period = period_index(report, cells.period(Row::period_kind, Row::period_start, Row::period_end)),
                        .value = cells.number(Row::value, "value"),
                        .low = cells.number(Row::low, "value_low"),
                        .high = cells.number(Row::high, "value_high"),
                        .approx = cells.word(Row::approx, "approx", {"exact", "over", "under", "about"}),
                        .unit = cells.text(Row::unit),
                        .mention = cells.text(Row::mention),
                        .is_own = cells.word(Row::scope, "scope", {"own", "lower", "higher", "site"}) == "own",
                        .is_primary = cells.word(Row::primary, "primary", {"0", "1"}) == "1",
                        .page = cells.integer(Row::page, "page"),
                        .line = cells.integer(Row::line, "line"),
                        .column = cells.integer(Row::column, "column")};
    read_flags(cells.text(Row::flags), statement);
    std::string row;
    for (std::size_t column = Row::file + 1; column < Row::width; ++column) row.append(cells.text(column)).push_back('\x1f');
    statement.fingerprint = hash_text(row);
    return statement;
  }

  static std::uint32_t period_index(Report& report, const StatedPeriod& period) {
    const auto found = std::find(report.periods.begin(), report.periods.end(), period);
    if (found != report.periods.end()) return static_cast<std::uint32_t>(found - report.periods.begin());
    report.periods.push_back(period);
    return static_cast<std::uint32_t>(report.periods.size() - 1);
  }

  // One account for the report's own period and one for each other that a statement names; or its name among those without a place. A
  // statement whose own period is unknown speaks of the report's.
  void finish(Report& report) {
    if (!report.is_report) return;
    ++runs_.reports;
    const auto& division = report.division;
    const bool no_division = division.code.empty() && division.name.empty();
    // Many townships share a name: without a code it takes the county to tell them apart.
    const bool no_county = !no_division && division.code.empty() && division.level != "national" && division.level != "province" && division.county.empty();
    const auto own = known_period(report.period.kind, report.period.start, report.period.end);
    const auto unplaced = [&](bool no_period) {
      runs_.unplaced.push_back({.run = run_, .file = report.file, .no_division = no_division, .no_county = no_county, .no_period = no_period, .message = report.message});
    };
    if (no_division || no_county) return unplaced(!own);
    std::vector<std::pair<ComparedPeriod, std::vector<Statement>>> accounts;
    if (own) accounts.push_back({*own, {}});
    bool lost = !own && report.statements.empty();
    for (auto& statement : report.statements) {
      const auto& stated = report.periods[statement.period];
      auto period = known_period(stated.kind, stated.start, stated.end);
      if (!period) period = own;
      if (!period) {
        lost = true;
        continue;
      }
      auto slot = std::find_if(accounts.begin(), accounts.end(), [&](const auto& account) { return account.first == *period; });
      if (slot == accounts.end()) slot = accounts.insert(slot, {*period, {}});
      slot->second.push_back(std::move(statement));
    }
    if (lost) unplaced(true);
    for (auto& [period, statements] : accounts) {
      Account account{.run = run_, .file = report.file, .division = division, .period = period};
      add_parents(account.division, period.whole_years().second);
      account.fullness = count_full(statements);
      for (const auto& statement : statements) account.fingerprint = account.fingerprint * 1099511628211ULL + statement.fingerprint;
      account.findings = find_statements(statements);
      runs_.accounts.push_back(std::move(account));
    }
    report = {};
  }

  Runs& runs_;
  CodebookReader& codebook_;
  const PatternSet& patterns_;
  std::uint32_t run_ = 0;
  KnownIds known_;
  std::vector<Report> reports_;  // in the order of the tables
  std::unordered_map<std::string, std::size_t> by_file_;
};

}  // namespace

const Finding* Account::find(std::uint32_t indicator) const {
  const auto found = std::lower_bound(findings.begin(), findings.end(), indicator,
                                      [](const Finding& finding, std::uint32_t wanted) { return finding.indicator < wanted; });
  return found != findings.end() && found->indicator == indicator ? &*found : nullptr;
}

std::string Runs::name_of(std::uint32_t run, const std::string& file) const {
  return names.size() == 1 ? file : names[run] + ": " + file;
}

Runs read_runs(const std::vector<std::string>& paths, const PatternSet& patterns) {
  Runs runs;
  CodebookReader codebook(patterns);
  RunReader reader(runs, codebook, patterns);
  for (const auto& path : paths) reader.read(path);
  runs.indicators = codebook.take();
  return runs;
}

}  // namespace renda
