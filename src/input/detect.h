// What the bytes of a file are: text in which encoding, or no text at all.
#pragma once
#include <string>
#include <string_view>

namespace renda {

/// Name of a binary format the bytes begin with or show (PDF, ZIP archive, PNG picture ... or "binary data"); empty for text.
std::string binary_format(std::string_view bytes);

/// UTF-16LE or UTF-16BE for text without a BOM whose pairs are mostly Chinese characters, blanks and ASCII in one byte order; else empty.
std::string utf16_without_mark(std::string_view bytes);

/// How much a decoded text looks like Chinese prose: share of its characters among the most frequent ones, 0..1.
double prose_score(std::u16string_view text);

}  // namespace renda
