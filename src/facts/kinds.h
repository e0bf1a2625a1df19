// The kinds of texts (closed list, docs/tables.md).
#pragma once
#include <algorithm>
#include <string_view>
#include <vector>

namespace renda {

/// Column `kind`; those that are an account of a congress's work stand first.
inline const std::vector<std::string_view>& report_kinds() {
  static const std::vector<std::string_view> kKinds = {"annual_report", "term_report", "summary", "news", "yearbook", "suggestions_report", "other", "plan", "cppcc", "government", "court", "procuratorate", "party", "rules", "other_body"};
  return kKinds;
}

/// False for plan, cppcc, government, court, procuratorate, party and rules.
inline bool is_account(std::string_view kind) {
  const auto& kinds = report_kinds();
  return std::find(kinds.begin(), kinds.end(), kind) < std::find(kinds.begin(), kinds.end(), "plan");
}

}  // namespace renda
