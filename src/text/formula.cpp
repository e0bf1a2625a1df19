#include "text/formula.h"

#include <array>

namespace renda {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// -7, +3.5, -.5, -7.2e3, -12%: a spreadsheet shows them as they stand.
bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  std::size_t digits = 0, points = 0, exponents = 0;
  for (char c : text) {
    if (is_digit(c))
      ++digits;
    else if (c == '.' && exponents == 0)
      ++points;
    else if ((c == 'e' || c == 'E') && digits > 0)
      ++exponents;
    else
      return false;
  }
  return digits > 0 && points <= 1 && exponents <= 1 && is_digit(text.back());
}

}  // namespace

// ASCII heads, and full-width = + - @ which some spreadsheets take alike.
bool reads_as_formula(std::string_view text) {
  if (text.empty() || !may_begin_formula(text[0])) return false;
  static constexpr std::array<std::string_view, 10> kHeads = {"=",  "+",      "-",      "@",      "\t",
                                                              "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  for (const auto head : kHeads)
    if (text.starts_with(head)) return text.size() > head.size() && !is_plain_number(text);
  return false;
}

}  // namespace renda
