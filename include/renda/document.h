// Document: one report as it is read by every later floor. The text is a repaired matching copy; each of its characters knows its source.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renda/input.h"
#include "renda/span.h"

namespace renda {

/// Not changed once made by repair_layout(). `text` is a sequence of paragraphs and headings, each ended by one '\n'; lines broken
/// at column width are joined, widths folded (ASCII digits and letters, full-width punctuation), traditional script simplified.
struct Document {
  SourceText source;
  std::u16string text;                     ///< the matching copy
  std::vector<std::uint32_t> origin;       ///< for each unit of `text` the index of its character in source.text
  std::vector<std::uint32_t> line_starts;  ///< index in source.text of the first character of every line
  std::vector<std::uint32_t> trails;       ///< indices in source.text of trailing surrogates: they are no columns of their own
  bool traditional = false;                ///< the source is in traditional script

  std::u16string_view view(Span span) const { return std::u16string_view(text).substr(span.begin, span.size()); }
  /// Line and column of the first character of `span` in the source; page is 0 for plain text.
  Location locate(Span span) const;
  /// UTF-8: the characters of `span` as the source prints them (its own widths and script), what layout dropped left out.
  std::string quote(Span span) const;
  void append_quote(std::string& out, Span span) const;
};

}  // namespace renda
