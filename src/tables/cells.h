// What the cells of several tables have in common: the file's name, places, quotations, the class of a number.
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "renda/table.h"

namespace renda {

/// `name` as a cell shows it: bytes that are no UTF-8 and control characters escaped, so that two names never look alike.
std::string file_cell(const std::string& name);

/// Document::locate for spans asked in text order. On one line it counts on from the last answer: a line of 20 MB with 100,000
/// numbers stays linear.
class Places {
 public:
  explicit Places(const Document& document) : document_(document) {}
  Location of(Span span);
  /// The cells page, line, column of the first character of `span`.
  void write(RowWriter& rows, Span span);

 private:
  const Document& document_;
  Location last_;
  std::uint32_t source_ = 0, line_end_ = 0;  // of the last answer: its character, and where its line ends in the source
};

/// The sentence as the source prints it: at most 400 characters, those around `mention`; a cut end is marked with an ellipsis.
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
