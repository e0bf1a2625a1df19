// Where `renda extract` writes its tables: stdout, one file, a workbook, or a folder of all of them.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "renda/batch.h"
#include "tables/output.h"
#include "tables/xlsx.h"

namespace renda {

struct Destination {
  enum class Kind { standard_output, file, folder } kind = Kind::standard_output;
  std::filesystem::path path;  ///< as given, without a slash at its end
  TableFormat format = TableFormat::csv;
  bool is_workbook() const { return format == TableFormat::xlsx; }
};

/// The tables that go to a destination.
std::vector<TableId> tables_for(const Destination& destination);

class TableFiles {
 public:
  /// Opens all outputs before the first input, so that a full disk or a foreign lock shows at once, and writes what the tables
  /// begin with. Throws OutputError, LockError.
  TableFiles(const Destination& destination, const TableSet& tables);
  void add(const FileResult& result);
  /// Completes the outputs; returns the limits of a workbook that were met.
  std::vector<WorkbookNote> commit();

 private:
  void write(std::size_t table, std::string_view bytes);

  const TableSet& tables_;
  std::optional<Output> files_;
  StandardOutput standard_output_;
  std::optional<Workbook> workbook_;
  bool describes_ = false;                  ///< datapackage.json is the last of the files
  std::vector<std::uint64_t> file_hashes_;  ///< of the cells `file`: is it a key?
};

}  // namespace renda
