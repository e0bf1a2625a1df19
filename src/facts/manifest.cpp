// Manifest: rows of a user's table, read strictly and held against each other before anything is written.
#include "renda/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <vector>

#include "facts/dates.h"
#include "facts/kinds.h"
#include "renda/division.h"
#include "text/calendar.h"
#include "text/csv_reader.h"
#include "text/formula.h"
#include "text/glob.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uintmax_t kLargestManifest = 64u << 20;
constexpr std::size_t kNamesShown = 3, kCandidatesShown = 5;

struct ColumnName {
  std::string_view name, name_zh;
};
constexpr ColumnName kFileColumn{"file", "文件"};
constexpr std::array<ColumnName, kGivenFacts> kColumns = {{{"division_code", "行政区划代码"},
                                                           {"division", "行政区划"},
                                                           {"level", "层级"},
                                                           {"body", "机关"},
                                                           {"congress", "届"},
                                                           {"session", "次会议"},
                                                           {"kind", "报告类型"},
                                                           {"report_date", "报告日期"},
                                                           {"period_kind", "期间类型"},
                                                           {"period_start", "期间起"},
                                                           {"period_end", "期间止"}}};

using F = GivenFact;
constexpr std::size_t index(F fact) { return static_cast<std::size_t>(fact); }
std::string_view name(F fact) { return kColumns[index(fact)].name; }

using Words = std::vector<std::string_view>;
const Words kLevels = {"national", "province", "prefecture", "county", "township"};
const Words kBodies = {"standing_committee", "presidium", "working_committee", "congress"};
const Words kPeriods = {"annual", "term", "half", "quarter", "multi", "unknown"};

std::string joined(const Words& words) {
  std::string out;
  for (const auto word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

// A day, or the first and last day of a year or month that is written without one.
struct Day {
  int year = 0, month = 0, day = 0;  // 0 = not said
  auto first() const { return std::array{year, std::max(month, 1), std::max(day, 1)}; }
  auto last() const { return std::array{year, month == 0 ? 12 : month, day == 0 ? 31 : day}; }
};

bool read_digits(std::string_view text, int& value) {
  const auto* end = text.data() + text.size();
  const auto digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && !text.empty() && std::from_chars(text.data(), end, value).ptr == end;
}

// YYYY, YYYY-MM or YYYY-MM-DD.
std::optional<Day> read_day(std::string_view text) {
  Day d;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (!read_digits(text.substr(0, 4), d.year) || !is_year(d.year)) return std::nullopt;
  if (text.size() >= 7 && (text[4] != '-' || !read_digits(text.substr(5, 2), d.month) || d.month < 1 || d.month > 12)) return std::nullopt;
  if (text.size() == 10 && (text[7] != '-' || !read_digits(text.substr(8, 2), d.day) || d.day < 1 || d.day > days_in(d.year, d.month))) return std::nullopt;
  return d;
}

struct Fault {
  F fact;     // the value that is wrong
  F against;  // the one it does not agree with; the same where it is wrong by itself
  Wording what, hint{};
};

std::string candidates(const std::vector<const Division*>& found) {
  std::string out;
  for (std::size_t i = 0; i < std::min(found.size(), kCandidatesShown); ++i)
    out.append(i == 0 ? "" : ", ").append(found[i]->code).append(" ").append(parent_of(*found[i]) != nullptr ? to_utf8(parent_of(*found[i])->name) : "").append(to_utf8(found[i]->name));
  return out;
}

// The facts given for one input, as far as its rows have been put together.
class Checker {
 public:
  explicit Checker(Given& given) : g_(given) {}

  // Values one by one.
  std::optional<Fault> check_value(F fact) const {
    const auto& value = g_[fact];
    if (value.empty()) return std::nullopt;
    switch (fact) {
      case F::level: return one_of(fact, kLevels);
      case F::body: return one_of(fact, kBodies);
      case F::kind: return one_of(fact, report_kinds());
      case F::period_kind: return one_of(fact, kPeriods);
      case F::congress:
      case F::session: {
        int number = 0;
        if (value.size() <= 3 && read_digits(value, number) && number > 0) return std::nullopt;
        return bad(fact, {"a number in digits: 16", "用阿拉伯数字：16"});
      }
      case F::report_date:
        if (read_day(value)) return std::nullopt;
        return bad(fact, {"YYYY, YYYY-MM or YYYY-MM-DD: 2024-01-29", "YYYY、YYYY-MM 或 YYYY-MM-DD：2024-01-29"});
      case F::period_start:
      case F::period_end:
        if (value.size() != 7 && read_day(value)) return std::nullopt;
        return bad(fact, {"a year (2023) or a day (2023-06-30)", "年份（2023）或日期（2023-06-30）"});
      case F::division_code:
        if (division_of_code(value) != nullptr) return std::nullopt;
        return bad(fact, {"six digits of GB/T 2260; renda divisions find NAME looks them up", "GB/T 2260 的六位数字；可用 renda divisions find 名称 查找"});
      case F::division: return std::nullopt;
    }
    return std::nullopt;
  }

  // Start, end and kind of the period agree.
  std::optional<Fault> check_period() const {
    const auto start = read_day(g_[F::period_start]), end = read_day(g_[F::period_end]);
    if (start && end && start->first() > end->last())
      return Fault{F::period_end, F::period_start,
                   {fmt::format("the period ends ({}) before it starts ({})", g_[F::period_end], g_[F::period_start]), fmt::format("期间的结束（{}）早于开始（{}）", g_[F::period_end], g_[F::period_start])}};
    const auto& kind = g_[F::period_kind];
    const bool within_year = kind == "annual" || kind == "half" || kind == "quarter";
    if (within_year && start && end && start->year != end->year)
      return Fault{F::period_kind, F::period_end,
                   {fmt::format("period_kind {}, but the period runs from {} to {}", kind, g_[F::period_start], g_[F::period_end]), fmt::format("period_kind 是 {}，但期间从 {} 到 {}", kind, g_[F::period_start], g_[F::period_end])},
                   {"a period over more than one year is term or multi", "跨年的期间是 term 或 multi"}};
    if (kind == "unknown" && (start || end)) return clash(F::period_kind, start ? F::period_start : F::period_end, {"leave period_kind empty, or the years", "请将 period_kind 或年份留空"});
    return std::nullopt;
  }

  // Code, name and level of a division agree; a name alone is given its code where it has one only. A township has a name of its own and the
  // code of what lies above it.
  std::optional<Fault> check_division() {
    const auto &code = g_[F::division_code], &division = g_[F::division], &level = g_[F::level];
    if (level == "township") {
      const auto* above = code.empty() ? nullptr : division_of_code(code);
      if (above != nullptr && above->level == Level::province) return clash(F::level, F::division_code, {"a township takes the code of its county", "乡镇填所属县的代码"});
      return std::nullopt;
    }
    if (level == "national") {
      if (!code.empty()) return clash(F::level, F::division_code);
      if (!division.empty() && division != "全国") return clash(F::level, F::division);
      return std::nullopt;
    }
    if (!code.empty()) return check_code();
    return division.empty() ? std::nullopt : find_code();
  }

 private:
  std::optional<Fault> one_of(F fact, const Words& known) const {
    if (std::find(known.begin(), known.end(), g_[fact]) != known.end()) return std::nullopt;
    return bad(fact, {"one of: " + joined(known), "可用的值：" + joined(known)});
  }
  std::optional<Fault> bad(F fact, Wording hint) const {
    return Fault{fact, fact, {fmt::format("{} does not take the value '{}'", name(fact), g_[fact]), fmt::format("{} 不接受值“{}”", name(fact), g_[fact])}, std::move(hint)};
  }
  std::optional<Fault> clash(F fact, F against, Wording hint = {}) const {
    return Fault{fact, against,
                 {fmt::format("{} {} does not agree with {} {}", name(fact), g_[fact], name(against), g_[against]),
                  fmt::format("{} {} 与 {} {} 不一致", name(fact), g_[fact], name(against), g_[against])},
                 std::move(hint)};
  }

  std::optional<Fault> check_code() const {
    const auto &code = g_[F::division_code], &division = g_[F::division], &level = g_[F::level];
    if (!level.empty() && level != level_name(division_of_code(code)->level)) return clash(F::level, F::division_code, {fmt::format("{} is a {}", to_utf8(division_of_code(code)->name), level_name(division_of_code(code)->level)), {}});
    if (division.empty()) return std::nullopt;
    const auto named = divisions_named(to_utf16(division));
    if (std::any_of(named.begin(), named.end(), [&](const Division* d) { return d->code == code; })) return std::nullopt;
    return clash(F::division, F::division_code, {"that code is " + to_utf8(division_of_code(code)->name), "该代码是" + to_utf8(division_of_code(code)->name)});
  }

  std::optional<Fault> find_code() {
    const auto &division = g_[F::division], &level = g_[F::level];
    const auto period = read_day(g_[g_.has(F::period_end) ? F::period_end : F::period_start]);
    auto found = divisions_named(to_utf16(division));
    if (found.empty()) {
      const auto called = divisions_called(to_utf16(division));
      return Fault{F::division, F::division, {"no division is called " + division, "没有名为" + division + "的行政区划"},
                   called.empty() ? Wording{"a full name of GB/T 2260, or a township with level township", "请用 GB/T 2260 的全称；乡镇请填 level township"}
                                  : Wording{"full names: " + candidates(called), "全称：" + candidates(called)}};
    }
    const auto keep = [&](auto&& wanted) {
      auto kept = found;
      kept.erase(std::remove_if(kept.begin(), kept.end(), [&](const Division* d) { return !wanted(*d); }), kept.end());
      if (!kept.empty()) found = kept;
    };
    if (!level.empty()) {
      keep([&](const Division& d) { return level_name(d.level) == level; });
      if (level_name(found.front()->level) != level) return clash(F::level, F::division);
    }
    if (period) keep([&](const Division& d) { return d.in_force(period->year); });
    found.erase(std::unique(found.begin(), found.end(), [](const Division* a, const Division* b) { return a->code == b->code; }), found.end());
    if (found.size() > 1)
      return Fault{F::division, F::division, {division + " is the name of several divisions", division + "是多个行政区划的名称"}, {"give division_code: " + candidates(found), "请填 division_code：" + candidates(found)}};
    g_.values[index(F::division_code)] = found.front()->code;
    g_.lines[index(F::division_code)] = g_.lines[index(F::division)];
    return std::nullopt;
  }

  Given& g_;
};

// A cell of the table with its place.
struct Cell {
  std::string text;
  CsvReader::Place place;
};

struct Row {
  Cell file;
  std::array<Cell, kGivenFacts> cells;
};

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) text.remove_prefix(text.find('\n') + 1);
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::string_view given_fact_name(F fact) { return kColumns[index(fact)].name; }
std::string_view given_fact_name_zh(F fact) { return kColumns[index(fact)].name_zh; }

bool Given::empty() const {
  return std::all_of(values.begin(), values.end(), [](const std::string& value) { return value.empty(); });
}
std::string Given::place(F fact) const { return fmt::format("{}:{}", manifest, lines[index(fact)]); }

struct Manifest::State {
  std::string text, name;
  std::vector<Row> rows;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name;  // rows whose cell is a name
  std::vector<std::size_t> globs;

  [[noreturn]] void fail(const Cell& cell, Wording what, Wording hint = {}) const {
    const auto [line, column] = cell.place;
    throw Error({.file = name, .line = line, .column = column, .line_text = shown_line(line_of(text, line))}, std::move(what), std::move(hint));
  }

  void read() {
    CsvReader reader(std::make_unique<LineReader>(text, name));
    const auto columns = read_heading(reader);
    while (reader.next()) add(reader, columns);
  }

  // For each column the index of its fact; kGivenFacts stands for `file`.
  std::vector<std::size_t> read_heading(const CsvReader& heading) const {
    std::vector<std::size_t> columns;
    std::string known(kFileColumn.name);
    for (const auto& column : kColumns) known.append(", ").append(column.name);
    for (std::size_t i = 0; i < heading.size(); ++i) {
      const auto& cell = heading.cell(i);
      std::size_t found = 0;
      while (found < kGivenFacts && cell != kColumns[found].name && cell != kColumns[found].name_zh) ++found;
      if (found == kGivenFacts && cell != kFileColumn.name && cell != kFileColumn.name_zh)
        throw Error(heading.where(i), {fmt::format("unknown column '{}'", cell), fmt::format("不认识的列“{}”", cell)}, {"columns: " + known, "可用的列：" + known});
      if (std::find(columns.begin(), columns.end(), found) != columns.end())
        throw Error(heading.where(i), {fmt::format("the column '{}' stands twice", cell), fmt::format("列“{}”出现了两次", cell)});
      columns.push_back(found);
    }
    if (std::find(columns.begin(), columns.end(), kGivenFacts) == columns.end())
      throw Error(heading.where(0), {"there is no column 'file'", "缺少列 file"}, {"it names the report each row speaks of, as the column file of reports.csv does", "它指明每行所说的报告，写法同 reports.csv 的 file 列"});
    return columns;
  }

  void add(const CsvReader& record, const std::vector<std::size_t>& columns) {
    Row row;
    bool is_empty = true;  // ,,,, as spreadsheets write empty rows
    for (std::size_t i = 0; i < record.size(); ++i) {
      auto& cell = columns[i] == kGivenFacts ? row.file : row.cells[columns[i]];
      cell = {std::string(without_apostrophe(record.cell(i))), record.place(i)};
      is_empty = is_empty && cell.text.empty();
    }
    if (is_empty) return;
    if (row.file.text.empty()) fail(row.file, {"the cell 'file' is empty", "file 一格是空的"});
    rows.push_back(std::move(row));
    put_together({rows.size() - 1}, {}, Check::row);
    const auto& file = rows.back().file.text;
    if (is_glob(file)) globs.push_back(rows.size() - 1);
    by_name[file].push_back(rows.size() - 1);
  }

  // The rows that apply to an input, in their order.
  std::vector<std::size_t> applying(std::string_view input) const {
    std::vector<std::size_t> found;
    if (const auto it = by_name.find(std::string(input)); it != by_name.end()) found = it->second;
    for (const auto row : globs)
      if (rows[row].file.text != input && glob_matches(rows[row].file.text, input)) found.push_back(row);
    std::sort(found.begin(), found.end());
    return found;
  }

  // Later rows complete earlier ones; what does not agree is an error.
  enum class Check { row, input };  // a row alone may leave to others what settles its division
  Given put_together(const std::vector<std::size_t>& indices, std::string_view input, Check check) const {
    Given given;
    given.manifest = name;
    std::array<const Cell*, kGivenFacts> from{};
    for (const auto i : indices) {
      for (std::size_t f = 0; f < kGivenFacts; ++f) {
        const auto& cell = rows[i].cells[f];
        if (cell.text.empty()) continue;
        if (from[f] != nullptr && cell.text != given.values[f])
          fail(cell,
               {fmt::format("{} {} for {}, but line {} says {}", kColumns[f].name, cell.text, input, from[f]->place.line, given.values[f]),
                fmt::format("{2} 的 {0} 是 {1}，但第 {3} 行写的是 {4}", kColumns[f].name, cell.text, input, from[f]->place.line, given.values[f])},
               {"rows that apply to one report complete each other; they cannot differ", "适用于同一报告的各行互相补充，不能不同"});
        if (from[f] != nullptr) continue;
        from[f] = &cell;
        given.values[f] = cell.text;
        given.lines[f] = cell.place.line;
      }
    }
    Checker checker(given);
    for (std::size_t f = 0; f < kGivenFacts; ++f)
      if (const auto fault = checker.check_value(static_cast<F>(f))) fail(*from[f], fault->what, fault->hint);
    auto fault = checker.check_period();
    if (!fault && check == Check::input) fault = checker.check_division();
    if (fault) {
      const auto *wrong = from[index(fault->fact)], *other = from[index(fault->against)];
      if (indices.size() > 1) {
        fault->what.en += fmt::format(" (for {}, lines {} and {})", input, std::min(wrong->place.line, other->place.line), std::max(wrong->place.line, other->place.line));
        fault->what.zh += fmt::format("（{}，第 {} 行和第 {} 行）", input, std::min(wrong->place.line, other->place.line), std::max(wrong->place.line, other->place.line));
      }
      const bool other_is_later = std::pair(other->place.line, other->place.column) > std::pair(wrong->place.line, wrong->place.column);
      fail(other_is_later ? *other : *wrong, fault->what, fault->hint);
    }
    return given;
  }
};

Manifest::Manifest(std::unique_ptr<State> state) : state_(std::move(state)) {}
Manifest::~Manifest() = default;
Manifest::Manifest(Manifest&&) noexcept = default;
Manifest& Manifest::operator=(Manifest&&) noexcept = default;

Manifest Manifest::parse(std::string text, std::string name) {
  auto state = std::make_unique<State>();
  state->text = std::move(text);
  state->name = std::move(name);
  state->read();
  return Manifest(std::move(state));
}

Manifest Manifest::load(const std::string& file) {
  LineReader lines(file);
  std::string text;
  while (lines.append_line(text))
    if (text.size() > kLargestManifest) throw Error({.file = file}, {"larger than 64 MB: no manifest", "超过 64 MB，不是清单"});
  return parse(std::move(text), file);
}

void Manifest::check(const std::function<bool(std::string&)>& next) const {
  std::vector<bool> used(state_->rows.size());
  std::vector<std::string> shown;                           // a few names, for the hint
  std::unordered_map<std::string, std::string> same_ending;  // name without its folders: an input that is called so
  for (const auto& row : state_->rows) same_ending[row.file.text.substr(row.file.text.rfind('/') + 1)];
  for (std::string input; next(input);) {
    const auto rows = state_->applying(input);
    for (const auto row : rows) used[row] = true;
    if (!rows.empty()) state_->put_together(rows, input, State::Check::input);
    if (shown.size() < kNamesShown) shown.push_back(input);
    if (const auto it = same_ending.find(input.substr(input.rfind('/') + 1)); it != same_ending.end() && it->second.empty()) it->second = input;
  }
  const auto unused = std::find(used.begin(), used.end(), false);
  if (unused == used.end()) return;
  const auto& cell = state_->rows[static_cast<std::size_t>(unused - used.begin())].file;
  const auto& meant = same_ending[cell.text.substr(cell.text.rfind('/') + 1)];
  Wording hint;
  if (!meant.empty()) hint = {"did you mean " + meant + "? (the names of the column file)", "是否想写 " + meant + "？（file 列中的名称）"};
  else if (cell.text.find('\\') != std::string::npos) hint = {"folders are separated by /", "文件夹之间用 / 分隔"};
  else if (!shown.empty()) hint = {fmt::format("the inputs are called like this: {}", fmt::join(shown, ", ")), fmt::format("输入的名称是这样的：{}", fmt::join(shown, ", "))};
  state_->fail(cell, {fmt::format("no input is called '{}'", cell.text), fmt::format("没有名为“{}”的输入", cell.text)}, std::move(hint));
}

Given Manifest::given_for(std::string_view input) const {
  const auto rows = state_->applying(input);
  return rows.empty() ? Given{} : state_->put_together(rows, input, State::Check::input);
}

bool Manifest::names(std::string_view input) const { return state_->by_name.count(std::string(input)) > 0; }

}  // namespace renda
