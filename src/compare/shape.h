// What the shapes of a comparison share: which indicators, what a row is about, what stands beside a value.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "compare/figures.h"
#include "compare/writers.h"

namespace renda {

class Shape {
 public:
  Shape(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink);
  virtual ~Shape() = default;
  virtual void write() = 0;

 protected:
  bool grouped() const { return options_.by != GroupBy::division; }
  const ComparedIndicator& indicator(std::uint32_t index) const { return panel_.runs.indicators[index]; }
  void add(std::string name, std::string name_zh, CellType type, ColumnRole role) {
    columns_.push_back({std::move(name), std::move(name_zh), type, role});
  }
  /// Once all columns are added.
  void open();

  // The division or group of a row.
  void subject_columns(bool long_form);
  void subject_cells(const Subject& subject);
  void period_columns();
  void period_cells(const ComparedPeriod& period);
  void source_columns(ColumnRole file_role);
  void source_cells(const Account& account);

  void blank() { rows_->blank(CellState::no_report); }
  template <typename Count>
  void integer_or_blank(bool stated, Count value) {
    stated ? rows_->integer(static_cast<std::uint64_t>(value)) : blank();
  }

  const Panel& panel_;
  const CompareOptions& options_;
  const CompareStyle& style_;
  const ByteSink& sink_;
  Figures figures_;
  std::vector<std::uint32_t> indicators_;  // chosen, or all
  std::vector<ShapeColumn> columns_;
  std::unique_ptr<CompareWriter> rows_;
};

std::unique_ptr<Shape> make_by_period(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink);
std::unique_ptr<Shape> make_by_indicator(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink);
std::unique_ptr<Shape> make_long_form(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink);

}  // namespace renda
