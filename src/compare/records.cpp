#include "compare/records.h"

#include <fmt/format.h>

namespace renda {

std::unique_ptr<Records> open_records(const std::string& path, std::vector<Column> wanted) {
  auto lines = std::make_unique<LineReader>(path);
  const bool is_jsonl = lines->ahead().empty() ? path.ends_with(".jsonl") : lines->ahead().starts_with('{');
  return is_jsonl ? open_jsonl(std::move(lines), std::move(wanted)) : open_csv(std::move(lines), std::move(wanted));
}

Error missing_column(Diagnostic place, const Column& column) {
  return {std::move(place),
          {fmt::format("column {} is missing", column.name), fmt::format("缺少列 {}", column.name)},
          {"renda extract -o DIR writes the tables", "请用 renda extract -o DIR 写出表格"}};
}

Error repeated_column(Diagnostic place, const Column& column) {
  return {std::move(place), {fmt::format("column {} stands twice", column.name), fmt::format("列 {} 出现了两次", column.name)}};
}

}  // namespace renda
