// One table on as many sheets as it needs: headings, rows, links, widths. The part of the workbook that knows libxlsxwriter's
// calls.
#pragma once
#include <xlsxwriter.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/xlsx.h"
#include "tables/xlsx_rows.h"

namespace renda {

/// Throws OutputError where a call of libxlsxwriter failed.
void check(lxw_error error, const std::filesystem::path& file);

/// The formats of a workbook, made when first asked for.
class CellFormats {
 public:
  explicit CellFormats(lxw_workbook* workbook) : workbook_(workbook) {}
  lxw_format* heading();                                ///< bold on grey
  lxw_format* title();                                  ///< bold and large
  lxw_format* text();                                   ///< a text that no spreadsheet may take for a number
  lxw_format* prose();                                  ///< broken into lines
  lxw_format* number(std::size_t decimals, bool link);  ///< 1,234.50

 private:
  lxw_workbook* workbook_;
  std::map<std::pair<std::size_t, bool>, lxw_format*> numbers_;
  lxw_format* heading_ = nullptr;
  lxw_format* title_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* prose_ = nullptr;
};

/// A workbook's parts that every sheet needs. `cut` counts the texts that were too long for a cell.
struct WorkbookParts {
  lxw_workbook* workbook = nullptr;
  std::filesystem::path file;  ///< as messages call it
  WorkbookLimits limits;
  CellFormats formats{nullptr};
  std::vector<lxw_worksheet*> sheets{};  ///< all of them, in their order
  std::uint64_t cut = 0;

  lxw_worksheet* add_sheet(const std::string& name);
  /// Writes a text, cut where it is too long for a cell.
  void write_text(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view text, lxw_format* format);
};

/// A row of a sheet: what a link points to.
struct Place {
  std::size_t sheet = 0;  ///< of the table's sheets
  std::uint32_t row = 0;  ///< 0-based
};

class TableSheets {
 public:
  TableSheets(WorkbookParts& parts, std::string name, std::span<const Column> columns, bool chinese_headers);

  /// Where the next row will stand.
  Place next_place();
  /// Writes a row. `links[i]`, where it is not empty, is what cell i points to ("internal:'来源'!A2").
  void write_row(std::span<const XlsxCell> cells, std::span<const std::string> links);
  /// "internal:'数据'!J2"
  std::string link_to(Place place, std::string_view column) const;
  /// Widths, filters: what is known at the end only.
  void finish();

  std::size_t sheet_count() const { return sheets_.size(); }
  std::uint64_t unlinked() const { return unlinked_; }
  const std::string& name() const { return name_; }

 private:
  struct Sheet {
    lxw_worksheet* worksheet = nullptr;
    std::string name{};
    std::uint32_t rows = 0, links = 0;
  };
  void begin_sheet();
  bool write_link(Sheet& sheet, std::uint16_t column, const std::string& link, std::string_view text);
  void widen(std::size_t column, std::string_view text, int more = 0);

  WorkbookParts& parts_;
  std::string name_;
  std::span<const Column> columns_;
  bool chinese_headers_;
  std::vector<Sheet> sheets_;
  std::vector<int> widths_;
  std::uint64_t unlinked_ = 0;
};

}  // namespace renda
