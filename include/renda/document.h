// Document: one report as it is read by every later floor. The text is a repaired matching copy; each of its characters knows its source.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renda/input.h"
#include "renda/span.h"

namespace renda {

/// Where the characters of a matching copy stand in the source. Most stand together there too: kept are the runs of such characters.
class Origins {
 public:
  /// One character of the copy: its index in the source, and the end (in the copy) of the run it belongs to.
  struct Place {
    std::uint32_t source = 0, run_end = 0;
  };
  /// From `at` of the copy on, behind all that came before, the characters stand together from `source` on. A line end or a blank that
  /// layout wrote is a run of its own.
  void begin_run(std::uint32_t at, std::uint32_t source) { runs_.push_back({at, source}); }
  /// `at` is not before the first run; the last run has no end of its own: its run_end is the greatest number.
  Place find(std::uint32_t at) const;
  bool empty() const { return runs_.empty(); }
  void reserve(std::size_t runs) { runs_.reserve(runs); }

 private:
  struct Run {
    std::uint32_t begin, source;
  };
  std::vector<Run> runs_;
};

/// Not changed once made by repair_layout(). `text` is a sequence of paragraphs and headings, each ended by one '\n'; lines broken
/// at column width are joined, widths folded (ASCII digits and letters, full-width punctuation), traditional script simplified.
struct Document {
  SourceText source;
  std::u16string text;                     ///< the matching copy
  Origins origin;                          ///< for each unit of `text` the index of its character in source.text
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
