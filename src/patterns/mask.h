// A sentence in which each number is one symbol that carries its measure word: what whole-phrase patterns are matched on.
#pragma once
#include <string>
#include <vector>

#include "patterns/sentence_view.h"

namespace renda {

/// UTF-8: each number is U+E000, its measure word (folded), U+E001. `ends[i]` is the byte after the i-th number's U+E001.
struct MaskedSentence {
  std::string text;
  std::vector<std::size_t> ends;
};

MaskedSentence mask_numbers(std::u16string_view text, const SentenceView& view);

}  // namespace renda
