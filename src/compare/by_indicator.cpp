// No indicator chosen: a row per division and period with a report, a column per indicator.
#include <algorithm>

#include "compare/wide.h"

namespace renda {
namespace {

class ByIndicator : public WideShape {
 public:
  using WideShape::WideShape;

  void write() override {
    subject_columns(false);
    period_columns();
    if (options_.annualised) add("annualised", "年均", CellType::boolean, ColumnRole::key);
    if (!grouped()) source_columns(ColumnRole::hidden);
    for (const auto index : indicators_) figure_columns(indicator(index).id, indicator(index).name_zh, ColumnRole::optional, true);
    open();
    for (const auto& subject : figures_.subjects())
      for (std::size_t period = 0; period < panel_.periods.size(); ++period)
        if (figures_.has_report(subject, period)) row(subject, period);
    rows_->finish();
  }

 private:
  void row(const Subject& subject, std::size_t period) {
    subject_cells(subject);
    period_cells(panel_.periods[period]);
    if (options_.annualised)
      rows_->boolean(std::any_of(indicators_.begin(), indicators_.end(), [&](auto index) { return is_divided(subject, period, index); }));
    if (!grouped()) source_cells(*panel_.account(subject.index, period));
    for (const auto index : indicators_) figure_cells(subject, period, index, true);
    rows_->end_row();
  }
};

}  // namespace

std::unique_ptr<Shape> make_by_indicator(const Panel& panel, const CompareOptions& options, const CompareStyle& style, const ByteSink& sink) {
  return std::make_unique<ByIndicator>(panel, options, style, sink);
}

}  // namespace renda
