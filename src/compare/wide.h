// What both wide shapes share: a value with what is asked for beside it.
#pragma once
#include "compare/shape.h"

namespace renda {

class WideShape : public Shape {
 public:
  using Shape::Shape;

 protected:
  void figure_columns(const std::string& name, const std::string& name_zh, ColumnRole role, bool with_change) {
    using enum ColumnRole;
    add(name, name_zh, CellType::number, role);
    if (grouped()) add(name + " n", name_zh + " 份数", CellType::integer, beside);
    if (options_.change && with_change) add(name + " change", name_zh + " 增减", CellType::number, beside);
    if (options_.rank) add(name + " rank", name_zh + " 排名", CellType::integer, beside);
    if (options_.median) add(name + " median", name_zh + " 中位数", CellType::number, beside);
  }
  void figure_cells(const Subject& subject, std::size_t period, std::uint32_t indicator, bool with_change) {
    const auto figure = figures_.at(subject, period, indicator);
    figure.value ? rows_->number(*figure.value) : rows_->blank(figure.state);
    if (grouped()) integer_or_blank(figure.stated > 0, figure.stated);
    if (options_.change && with_change) rows_->number(figures_.change(subject, period, indicator));
    if (!options_.rank && !options_.median) return;
    const auto place = figures_.among_peers(subject, period, indicator);
    if (options_.rank) integer_or_blank(place.rank.has_value(), place.rank.value_or(0));
    if (options_.median) rows_->number(place.median);
  }
  bool is_divided(const Subject& subject, std::size_t period, std::uint32_t indicator) const {
    return figures_.at(subject, period, indicator).divided_by > 0;
  }
};

}  // namespace renda
