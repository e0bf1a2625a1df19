// datapackage.json: the tables of an output folder described for programs.
#pragma once
#include <string>
#include <string_view>

#include "renda/table.h"

namespace renda {

inline constexpr std::string_view kDataPackageName = "datapackage.json";

/// The descriptor of a folder with all tables of `tables`, after Data Package v2 (https://datapackage.org): fields in the order
/// and with the headings that are written. `unique_files`: no file has two rows of reports, so that `file` is the key of reports
/// and comparison.
std::string datapackage_json(const TableSet& tables, std::string_view program_version, bool unique_files);

}  // namespace renda
