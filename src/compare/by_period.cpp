// Chosen indicators: a row per indicator and division, a column per period.
#include "compare/wide.h"

namespace renda {
namespace {

class ByPeriod : public WideShape {
 public:
  using WideShape::WideShape;

  void write() override {
    add("indicator", "指标", CellType::text, ColumnRole::section);
    add("indicator_name", "指标名称", CellType::text, ColumnRole::section);
    add("unit", "单位", CellType::text, ColumnRole::section);
    subject_columns(false);
    if (options_.annualised) add("annualised", "年均", CellType::boolean, ColumnRole::key);
    for (const auto& period : panel_.periods) figure_columns(period.label(), period.label(true), ColumnRole::data, has_year_before(period));
    open();
    for (const auto index : indicators_)
      for (const auto& subject : figures_.subjects()) row(subject, index);
    rows_->finish();
  }

 private:
  void row(const Subject& subject, std::uint32_t index) {
    const auto periods = panel_.periods.size();
    rows_->text(indicator(index).id);
    rows_->text(indicator(index).name_zh);
    rows_->text(indicator(index).unit);
    subject_cells(subject);
    if (options_.annualised) {
      bool divided = false;
      for (std::size_t period = 0; period < periods; ++period) divided = divided || is_divided(subject, period, index);
      rows_->boolean(divided);
    }
    for (std::size_t period = 0; period < periods; ++period) figure_cells(subject, period, index, has_year_before(panel_.periods[period]));
    rows_->end_row();
  }
};

}  // namespace

std::unique_ptr<Shape> make_by_period(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink) {
  return std::make_unique<ByPeriod>(panel, options, style, sink);
}

}  // namespace renda
