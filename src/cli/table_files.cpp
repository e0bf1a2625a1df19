#include "cli/table_files.h"

#include <algorithm>
#include <functional>

#include "cli/version.h"
#include "tables/cells.h"
#include "tables/datapackage.h"

namespace renda {

namespace fs = std::filesystem;

std::vector<TableId> tables_for(const Destination& destination) {
  if (destination.is_workbook()) return Workbook::sheets();
  if (destination.kind != Destination::Kind::folder) return {TableId::observations};
  return {TableId::observations, TableId::reports, TableId::ledger, TableId::indicators, TableId::comparison};
}

TableFiles::TableFiles(const Destination& destination, const TableSet& tables) : tables_(tables) {
  if (destination.kind == Destination::Kind::folder) {
    std::vector<std::string> names;
    for (const auto table : tables_.tables())
      names.push_back(std::string(table_name(table)).append(format_extension(destination.format)));
    names.emplace_back(kDataPackageName);
    describes_ = true;
    files_.emplace(destination.path, names, ".renda.lock");
  } else if (destination.kind == Destination::Kind::file) {
    const auto name = destination.path.filename().string();
    const auto folder = destination.path.parent_path();
    files_.emplace(folder.empty() ? fs::path(".") : folder, std::vector<std::string>{name}, "." + name + ".renda.lock");
  }
  if (destination.is_workbook())
    workbook_.emplace(files_->temporary(0), destination.path, tables_, RENDA_VERSION);
  else
    for (std::size_t i = 0; i < tables_.tables().size(); ++i) write(i, tables_.beginning(tables_.tables()[i]));
}

void TableFiles::write(std::size_t table, std::string_view bytes) {
  files_ ? files_->write(table, bytes) : standard_output_.write(bytes);
}

void TableFiles::add(const FileResult& result) {
  if (describes_) file_hashes_.push_back(std::hash<std::string>{}(file_cell(result.file.name)));
  if (workbook_) return workbook_->add(result.rows);
  for (std::size_t i = 0; i < tables_.tables().size(); ++i) write(i, result.rows[static_cast<std::size_t>(tables_.tables()[i])]);
}

std::vector<WorkbookNote> TableFiles::commit() {
  if (describes_) {
    // Two names of one hash would cost the key, never claim a wrong one.
    std::sort(file_hashes_.begin(), file_hashes_.end());
    const bool unique = std::adjacent_find(file_hashes_.begin(), file_hashes_.end()) == file_hashes_.end();
    write(tables_.tables().size(), datapackage_json(tables_, RENDA_VERSION, unique));
  }
  std::vector<WorkbookNote> notes;
  if (workbook_) notes = workbook_->close();
  if (files_)
    files_->commit();
  else
    standard_output_.flush();
  return notes;
}

}  // namespace renda
