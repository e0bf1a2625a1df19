// Comparisons as CSV, TSV and JSON Lines: the row writers of the tables floor, emptied into the sink now and then.
#include "compare/writers.h"
#include "tables/csv.h"

namespace renda {
namespace {

constexpr std::size_t kPiece = 64 << 10;

// TSV: cells as in CSV (control characters are blanks, formulas have their apostrophe), quoted only where they hold a quote.
class TsvWriter : public RowWriter {
 public:
  TsvWriter(const TableStyle& style, std::span<const Column> columns, std::string& out) : RowWriter(out), style_(style), columns_(columns) {}
  void header() override {
    if (style_.bom) out_ += "\xEF\xBB\xBF";
    for (const auto& column : columns_) cell(CellType::text, style_.chinese_headers ? column.name_zh : column.name);
    end_row();
  }
  void end_row() override {
    out_ += style_.crlf ? "\r\n" : "\n";
    column_ = 0;
  }

 protected:
  void cell(CellType type, std::string_view value) override {
    if (column_++ > 0) out_.push_back('\t');
    if (type != CellType::text) {
      out_ += value;
      return;
    }
    cell_.clear();
    append_csv_text(cell_, value);
    const bool for_a_comma = cell_.starts_with('"') && value.find('"') == std::string_view::npos;
    out_ += for_a_comma ? std::string_view(cell_).substr(1, cell_.size() - 2) : std::string_view(cell_);
  }

 private:
  TableStyle style_;
  std::span<const Column> columns_;
  std::string cell_;
};

class RecordWriter : public CompareWriter {
 public:
  RecordWriter(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink) : sink_(sink) {
    for (const auto& column : columns) columns_.push_back({column.name, column.name_zh, column.type});
    const TableStyle table{.format = style.format == CompareFormat::jsonl ? TableFormat::jsonl : TableFormat::csv,
                           .bom = style.bom,
                           .crlf = style.crlf,
                           .chinese_headers = style.chinese_headers};
    if (style.format == CompareFormat::tsv)
      rows_ = std::make_unique<TsvWriter>(table, columns_, bytes_);
    else
      rows_ = make_row_writer(table, columns_, bytes_);
    rows_->header();
  }
  using CompareWriter::number;
  void text(std::string_view utf8) override { rows_->text(utf8); }
  void integer(std::uint64_t value) override { rows_->integer(value); }
  void number(const Decimal& value) override { rows_->number(value); }
  void boolean(bool value) override { rows_->boolean(value); }
  void blank(CellState) override { rows_->empty(); }
  void end_row() override {
    rows_->end_row();
    if (bytes_.size() >= kPiece) pass_on();
  }
  void finish() override { pass_on(); }

 private:
  void pass_on() {
    sink_(bytes_);
    bytes_.clear();
  }
  const ByteSink& sink_;
  std::vector<Column> columns_;
  std::string bytes_;
  std::unique_ptr<RowWriter> rows_;
};

}  // namespace

std::unique_ptr<CompareWriter> make_record_writer(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink) {
  return std::make_unique<RecordWriter>(columns, style, sink);
}

}  // namespace renda
