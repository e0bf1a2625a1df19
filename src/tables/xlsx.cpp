// Workbook: every sheet has its own temporary file in libxlsxwriter's constant_memory mode, so that the rows of one report go to
// all of them at once, and none waits in memory. What stays there: the links, 65,530 a sheet at most.
#include "tables/xlsx.h"

#include <fmt/format.h>
#include <stdio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "tables/descriptions.h"
#include "tables/output.h"
#include "tables/xlsx_guide.h"
#include "tables/xlsx_sheet.h"
#include "tables/xlsx_verify.h"

namespace renda {
namespace {

constexpr std::string_view kGuide = "说明", kValue = "value", kFile = "file";
constexpr time_t kCreated = 946684800;                        // 2000-01-01: no clock in the data
constexpr std::uint64_t kZip64From = std::uint64_t{3} << 30;  // the older form holds 4 GB a part

std::string sheet_name(TableId table) { return std::string(describe_table(table).sheet); }

// The rows of observations of the report at hand, by their indices, which rise.
using Places = std::vector<std::pair<std::uint32_t, Place>>;

const Place* place_of(const Places& places, std::optional<std::uint32_t> observation) {
  if (!observation) return nullptr;
  const auto found = std::lower_bound(places.begin(), places.end(), *observation,
                                      [](const auto& place, std::uint32_t index) { return place.first < index; });
  return found != places.end() && found->first == *observation ? &found->second : nullptr;
}

}  // namespace

struct Workbook::State {
  const TableSet& tables;
  std::filesystem::path file;
  std::string program_version;
  WorkbookParts parts;
  std::vector<TableSheets> sheets{};  // as Workbook::sheets()
  lxw_worksheet* guide = nullptr;

  ~State() {
    if (parts.workbook != nullptr) lxw_workbook_free(parts.workbook);
  }

  TableSheets& observations() { return sheets[0]; }
  TableSheets& comparison() { return sheets[1]; }
  TableSheets& reports() { return sheets[2]; }

  // Calls `link` for each cell of each row: what it points to, empty for nothing.
  template <typename Link>
  void write(TableSheets& into, std::string_view rows, const Link& link) {
    std::vector<XlsxCell> cells;
    std::vector<std::string> links;
    while (read_xlsx_row(rows, cells)) {
      links.assign(cells.size(), {});
      for (std::size_t i = 0; i < cells.size(); ++i) links[i] = link(cells[i]);
      into.write_row(cells, links);
    }
  }

  void write_observations(std::string_view rows, Place report, Places& places) {
    const auto source = reports().link_to(report, kFile);
    write(observations(), rows, [&](const XlsxCell& cell) {
      if (!cell.observation) return std::string();
      places.emplace_back(*cell.observation, observations().next_place());
      return source;
    });
  }

  // The library reports no failed write to a temporary file, but the file does. Bytes of rows by sheet.
  std::vector<std::uint64_t> flush_rows() {
    std::vector<std::uint64_t> bytes;
    for (auto* sheet : parts.sheets) {
      lxw_worksheet_write_single_row(sheet);
      fail_if_unwritten(sheet, ::fflush(sheet->optimize_tmpfile) != 0);
      bytes.push_back(static_cast<std::uint64_t>(::ftello(sheet->optimize_tmpfile)));
    }
    return bytes;
  }

  void fail_if_unwritten(lxw_worksheet* sheet, bool failed) const {
    if (failed) throw OutputError(parts.file, errno);
    if (::ferror(sheet->optimize_tmpfile) != 0)
      throw OutputError(
          {.file = parts.file.string(), .message = "cannot write: the disk is full, or its limit of a file's size is met"});
  }

  std::vector<WorkbookNote> notes() {
    std::vector<WorkbookNote> out;
    for (const auto& sheet : sheets) {
      if (sheet.sheet_count() > 1)
        out.push_back({fmt::format("“{}”的行数超过一张工作表的上限（{} 行），接在 {}2{} 中。", sheet.name(), parts.limits.rows,
                                   sheet.name(), sheet.sheet_count() > 2 ? " 等工作表" : ""),
                       fmt::format("{} has more rows than a sheet holds ({}): they go on in {}2{}.", sheet.name(),
                                   parts.limits.rows, sheet.name(), sheet.sheet_count() > 2 ? " and so on" : "")});
      if (sheet.unlinked() > 0)
        out.push_back({fmt::format("“{}”中有 {} 个数值没有链接：一张工作表最多有 {} 个链接。", sheet.name(), sheet.unlinked(),
                                   parts.limits.links),
                       fmt::format("{} values of {} have no link: a sheet holds {} links.", sheet.unlinked(), sheet.name(),
                                   parts.limits.links)});
    }
    if (parts.cut > 0)
      out.push_back(
          {fmt::format("{} 个单元格的文字超过 {} 字，已截断，末尾为 …。", parts.cut, parts.limits.characters),
           fmt::format("{} texts of more than {} characters are cut and end with ….", parts.cut, parts.limits.characters)});
    return out;
  }
};

const std::vector<TableId>& Workbook::sheets() {
  static const std::vector<TableId> kSheets = {TableId::observations, TableId::comparison, TableId::reports};
  return kSheets;
}

Workbook::Workbook(const std::filesystem::path& file, std::filesystem::path target, const TableSet& tables,
                   std::string_view program_version, WorkbookLimits limits)
    : state_(new State{.tables = tables,
                       .file = file,
                       .program_version = std::string(program_version),
                       .parts = {.file = std::move(target), .limits = limits}}) {
  auto& parts = state_->parts;
  auto folder = file.parent_path().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  parts.workbook = workbook_new_opt(file.c_str(), &options);
  if (parts.workbook == nullptr) throw std::bad_alloc();
  parts.formats = CellFormats(parts.workbook);
  std::string title = "人大工作报告数据", comments = fmt::format("renda {}, patterns {}, tables {}", program_version,
                                                                 tables.patterns().version(), kTableVersion);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.comments = comments.data();
  properties.created = kCreated;
  check(workbook_set_properties(parts.workbook, &properties), parts.file);
  for (const auto table : sheets())
    state_->sheets.emplace_back(parts, sheet_name(table), tables.columns(table), tables.style().chinese_headers);
  state_->guide = parts.add_sheet(std::string(kGuide));
}

Workbook::~Workbook() = default;

void Workbook::add(const std::array<std::string, kTableCount>& rows) {
  const auto rows_of = [&](TableId table) -> std::string_view { return rows[static_cast<std::size_t>(table)]; };
  auto& state = *state_;
  Places places;
  state.write_observations(rows_of(TableId::observations), state.reports().next_place(), places);
  state.write(state.comparison(), rows_of(TableId::comparison), [&](const XlsxCell& cell) {
    const auto* place = place_of(places, cell.observation);
    return place == nullptr ? std::string() : state.observations().link_to(*place, kValue);
  });
  state.write(state.reports(), rows_of(TableId::reports), [](const XlsxCell&) { return std::string(); });
  for (auto* sheet : state.parts.sheets) state.fail_if_unwritten(sheet, false);
}

std::vector<WorkbookNote> Workbook::close() {
  auto& state = *state_;
  auto& parts = state.parts;
  for (auto& sheet : state.sheets) sheet.finish();
  auto notes = state.notes();
  write_guide(parts, state.guide, state.tables, state.program_version, notes);
  notes = state.notes();  // a definition of a user's own may have been cut
  const auto row_bytes = state.flush_rows();
  std::uint64_t bytes = 0;
  for (const auto part : row_bytes) bytes += part;
  parts.workbook->options.use_zip64 = bytes > kZip64From ? LXW_TRUE : LXW_FALSE;
  errno = 0;
  const auto error = workbook_close(std::exchange(parts.workbook, nullptr));  // frees it, whatever it says
  if (error != LXW_NO_ERROR && errno != 0) throw OutputError(parts.file, errno);
  check(error, parts.file);
  verify_sheets(state.file, parts.file, row_bytes);
  return notes;
}

}  // namespace renda
