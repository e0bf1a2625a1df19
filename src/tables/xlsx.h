// The workbook: sheets 数据, 对比, 来源 and 说明, written as the reports come in, with memory that does not grow with them.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "renda/table.h"

namespace renda {

/// What a sheet holds at most (Excel's limits; smaller ones for tests).
struct WorkbookLimits {
  std::uint32_t rows = 1048576;      ///< with the heading; further rows go on in 数据2, 数据3 …
  std::uint32_t links = 65530;       ///< further values stand without a link
  std::uint32_t characters = 32767;  ///< UTF-16 units a cell; a longer text is cut and ends with …
};

/// Where a limit was met, in both languages: for the sheet 说明 and for stderr.
struct WorkbookNote {
  std::string zh, en;
};

class Workbook {
 public:
  /// The tables that a workbook shows, in the order of its sheets.
  static const std::vector<TableId>& sheets();

  /// Begins the workbook at `file`, which messages call `target`; temporary files of the library lie in the same folder and have
  /// no name. `tables` is a TableSet of sheets() in TableFormat::xlsx and outlives the workbook. Throws OutputError.
  Workbook(const std::filesystem::path& file, std::filesystem::path target, const TableSet& tables,
           std::string_view program_version, WorkbookLimits limits = {});
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// The rows of one report, as TableSet::render gives them. Throws OutputError.
  void add(const std::array<std::string, kTableCount>& rows);
  /// Writes 说明 and the file, and reads the file back: libxlsxwriter says nothing of a disk that filled up under it. Returns the
  /// limits that were met. Throws OutputError.
  std::vector<WorkbookNote> close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace renda
