// What the tables, their columns and the values of closed lists mean, in both languages: for datapackage.json and for the sheet
// 说明.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "renda/table.h"

namespace renda {

/// One text in both languages.
struct Bilingual {
  std::string_view zh, en;
};

/// A value of a closed list, and what it means.
struct Term {
  std::string_view value;
  Bilingual meaning;
};

struct ColumnDescription {
  std::string_view name;
  Bilingual meaning;
  std::span<const Term> values{};  ///< the closed list; empty = any value
  bool several = false;            ///< values of the list may stand together, joined by a bar
  std::string_view pattern{};      ///< what a cell that is not empty looks like: a regular expression, empty = anything
};

struct TableDescription {
  std::string_view sheet;  ///< 数据
  Bilingual meaning;
};

TableDescription describe_table(TableId table);

/// nullptr for the columns of indicators in the comparison (the codebook describes them), never for another.
const ColumnDescription* describe_column(TableId table, std::string_view column);

}  // namespace renda
