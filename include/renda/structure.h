// Floor 3, structure: title, sections, sentences.
#pragma once
#include <cstdint>
#include <vector>

#include "renda/document.h"

namespace renda {

/// A heading with what follows it up to the next heading of its depth or above. `plan`: the heading announces the coming period.
struct Section {
  Span heading;  ///< empty for what stands before the first heading
  Span body;
  int depth = 0;
  bool plan = false;
};

/// A sentence, ended by 。！？；or the end of its paragraph. `section` indexes Structure::sections.
struct Sentence {
  Span span;
  std::uint32_t section = 0;
  bool plan = false;  ///< speaks of what will be done (language.md: will + verb, plan sections)
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
