// The sheet 说明: what the workbook is, how to read it, what its columns, values and indicators mean.
#pragma once
#include <span>
#include <string_view>

#include "tables/xlsx_sheet.h"

namespace renda {

/// Fills `sheet`, the last of the workbook to be written.
void write_guide(WorkbookParts& parts, lxw_worksheet* sheet, const TableSet& tables, std::string_view program_version,
                 std::span<const WorkbookNote> notes);

}  // namespace renda
