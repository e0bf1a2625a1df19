// Text for a cell: one line, no control characters. Shared by the formats.
#pragma once
#include <string>
#include <string_view>

namespace renda {

/// Length of the control character or line break that begins at `at` of valid UTF-8: C0, DEL, C1, U+2028, U+2029; 0 if none does.
inline std::size_t control_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned c = byte(at);
  if (c < 0x20 || c == 0x7F) return 1;
  if (c == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9F) return 2;
  if (c == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9)) return 3;
  return 0;
}

/// A CR LF counts as one break.
inline std::size_t break_length(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : control_length(text, at);
}

/// False for the bytes that can begin no control character: the quick way through a cell.
constexpr bool may_be_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
}

}  // namespace renda
