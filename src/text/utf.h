// UTF-8 and UTF-16, and the width of characters in a terminal. The one place that knows how characters are coded.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace renda {

/// UTF-16 of valid or invalid UTF-8; an unreadable byte becomes U+FFFD.
std::u16string to_utf16(std::string_view utf8);

/// UTF-8 of UTF-16; a lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view utf16);
void append_utf8(std::string& out, std::u16string_view utf16);

/// Bytes of the longest beginning of `bytes` that is UTF-8.
std::size_t valid_utf8(std::string_view bytes);

/// Columns that `utf8` takes in a terminal: 2 for East Asian wide and full-width characters, 0 for combining ones (UAX 11).
int display_width(std::string_view utf8);

/// `utf8` with control, bidi and other invisible characters written as \xNN or \u{NNNN}, fit for a terminal or a log.
std::string escape_controls(std::string_view utf8);

/// True for a CJK ideograph of the basic block: most of a Chinese text, and never punctuation. Loops over characters skip them first.
constexpr bool is_ideograph(char16_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Number of code points.
std::uint32_t count_code_points(std::u16string_view utf16);

}  // namespace renda
