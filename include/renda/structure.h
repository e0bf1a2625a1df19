// Floor 3, structure: title, sections, sentences.
#pragma once
#include <cstdint>
#include <vector>

#include "renda/document.h"

namespace renda {

/// A heading with what follows it up to the next heading.
struct Section {
  Span heading;       ///< empty for what stands before the first heading
  Span body;          ///< up to the next heading of any depth
  int depth = 0;      ///< 1 for 一、 2 for （一） 3 for 1. ; kBare for a heading without a mark
  std::int32_t parent = -1;  ///< index of the section this one belongs to, -1 = none
};
inline constexpr int kBare = 9;

/// A sentence, ended by 。！？；or the end of its paragraph. `section` indexes Structure::sections.
struct Sentence {
  Span span;
  std::uint32_t section = 0;
};

struct Structure {
  Span title;     ///< empty where none was found
  Span opening;   ///< the first paragraphs after the title, at most 1,500 characters
  std::vector<Section> sections;    ///< in text order, at least one
  std::vector<Sentence> sentences;  ///< in text order, covering all of the text but line ends
};

/// Never throws; linear in the text.
Structure read_structure(const Document& document);

}  // namespace renda
