// What the cells of several tables have in common: the file's name, places, quotations, the class of a number.
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "renda/table.h"

namespace renda {

/// `name` as a cell shows it: bytes that are no UTF-8 and control characters escaped, so that two names never look alike.
std::string file_cell(const std::string& name);

/// The cells page, line, column of the first character of `span`.
void write_place(RowWriter& rows, const Document& document, Span span);

/// The sentence as the source prints it: at most 400 characters, those around `mention`; a cut end is marked with an ellipsis.
inline constexpr std::uint32_t kSentenceLimit = 400;
void append_quote_around(std::string& out, const Document& document, Span sentence, Span mention);
std::string quote_around(const Document& document, Span sentence, Span mention);

/// The matches of each quantity in turn. Every quantity has one class: observed before planned before what its first match says.
class Matches {
 public:
  explicit Matches(std::span<const Match> matches) : rest_(matches) {}
  /// The matches of quantity `index`; to be asked in rising order.
  std::span<const Match> of(std::uint32_t index);

 private:
  std::span<const Match> rest_;
};
Outcome ledger_class(std::span<const Match> matches);

}  // namespace renda
