// Writers of a comparison's rows: records (CSV, TSV, JSON Lines) as they come, tables for reading (terminal, Markdown) at the end.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "renda/compare.h"

namespace renda {

/// What a column is in a table for reading.
enum class ColumnRole {
  section,   ///< the same for many rows: stands in a title above them
  key,       ///< repeated in every part of a folded table
  data,
  optional,  ///< data; left out of a table for reading where no row has a value
  beside,    ///< goes with the data before it, as optional
  hidden,    ///< records only
};

struct ShapeColumn {
  std::string name, name_zh;
  CellType type = CellType::text;
  ColumnRole role = ColumnRole::data;
};

class CompareWriter {
 public:
  virtual ~CompareWriter() = default;
  virtual void text(std::string_view utf8) = 0;
  virtual void integer(std::uint64_t value) = 0;
  virtual void number(const Decimal& value) = 0;
  virtual void boolean(bool value) = 0;
  /// An empty cell, and why it is empty.
  virtual void blank(CellState why) = 0;
  virtual void end_row() = 0;
  virtual void finish() = 0;

  void number(const std::optional<Decimal>& value) { value ? number(*value) : blank(CellState::no_report); }
};

using ByteSink = std::function<void(std::string_view)>;

/// `columns`, `style` and `sink` outlive the writer.
std::unique_ptr<CompareWriter> make_record_writer(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink);
std::unique_ptr<CompareWriter> make_text_table(const std::vector<ShapeColumn>& columns, const CompareStyle& style, const ByteSink& sink);

}  // namespace renda
