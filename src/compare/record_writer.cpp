// Comparisons as CSV, TSV and JSON Lines: the row writers of the tables floor, emptied into the sink now and then.
#include "compare/writers.h"

namespace renda {
namespace {

constexpr std::size_t kPiece = 64 << 10;

class RecordWriter : public CompareWriter {
 public:
  RecordWriter(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink) : sink_(sink) {
    for (const auto& column : columns) columns_.push_back({column.name, column.name_zh, column.type});
    rows_ = make_row_writer({.format = style.format == CompareFormat::jsonl ? TableFormat::jsonl : TableFormat::csv,
                             .bom = style.bom,
                             .crlf = style.crlf,
                             .separator = style.format == CompareFormat::tsv ? '\t' : ',',
                             .chinese_headers = style.chinese_headers},
                            columns_, bytes_);
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
