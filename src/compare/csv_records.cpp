// The columns asked for of a CSV table.
#include <algorithm>

#include "compare/records.h"
#include "text/csv_reader.h"
#include "text/formula.h"

namespace renda {
namespace {

class CsvRecords : public Records {
 public:
  CsvRecords(std::unique_ptr<LineReader> lines, const std::vector<Column>& wanted) : reader_(std::move(lines)) {
    for (const auto& column : wanted) columns_.push_back(find(column));
    cells_.resize(columns_.size());
  }

  bool next() override {
    if (!reader_.next()) return false;
    for (std::size_t i = 0; i < columns_.size(); ++i) cells_[i] = without_apostrophe(reader_.cell(columns_[i]));
    return true;
  }
  const std::string& cell(std::size_t column) const override { return cells_[column]; }
  Diagnostic place(std::size_t column) const override { return reader_.where(columns_[column]); }
  Diagnostic place() const override { return reader_.where(); }

 private:
  // The index of a column in the heading, which names it in English or Chinese, once.
  std::size_t find(const Column& wanted) const {
    const auto next_from = [&](std::size_t at) {
      while (at < reader_.size() && reader_.cell(at) != wanted.name && reader_.cell(at) != wanted.name_zh) ++at;
      return at;
    };
    const auto found = next_from(0);
    if (found == reader_.size()) throw missing_column(reader_.where(), wanted);
    const auto again = next_from(found + 1);
    if (again < reader_.size()) throw repeated_column(reader_.where(again), wanted);
    return found;
  }

  CsvReader reader_;
  std::vector<std::size_t> columns_;  // index of each wanted column
  std::vector<std::string> cells_;    // of the wanted columns
};

}  // namespace

std::unique_ptr<Records> open_csv(std::unique_ptr<LineReader> lines, std::vector<Column> wanted) {
  return std::make_unique<CsvRecords>(std::move(lines), wanted);
}

}  // namespace renda
