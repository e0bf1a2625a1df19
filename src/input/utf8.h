// UTF-8 to UTF-16 with validation in the same pass.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace renda {

struct BadBytes {
  std::uint64_t count = 0, first = 0;  ///< bytes that are no UTF-8, byte offset of the first
};

/// Appends the characters of `bytes`; each bad byte becomes U+FFFD. Stops early (and returns false) once more than `most_bad` bytes are bad.
bool utf8_to_utf16(std::string_view bytes, std::u16string& out, BadBytes& bad, std::uint64_t most_bad);

}  // namespace renda
