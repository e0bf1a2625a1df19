#include "text/utf.h"

// The macros of ICU (U8_NEXT, U16_NEXT) mix signs; they are used in this file only.
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <initializer_list>

namespace renda {

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    if (c >= 0x10000) {
      out.push_back(U16_LEAD(c));
      out.push_back(U16_TRAIL(c));
    } else {
      out.push_back(static_cast<char16_t>(c));
    }
  }
  return out;
}

namespace {

char* put(char* to, std::initializer_list<unsigned> bytes) {
  for (const unsigned byte : bytes) *to++ = static_cast<char>(byte);
  return to;
}

char* put_three(char* to, unsigned c) { return put(to, {0xE0 | c >> 12, 0x80 | (c >> 6 & 0x3F), 0x80 | (c & 0x3F)}); }

// Three bytes of UTF-8, and no half of a pair: ideographs and the marks between them, so nearly all of a text.
bool takes_three(char16_t c) { return (c >= 0x800) & ((c & 0xF800) != 0xD800); }

// Any character; half of a pair is U+FFFD.
char* put_any(char* to, std::u16string_view utf16, std::size_t& i) {
  UChar32 c = 0;
  U16_NEXT(utf16.data(), i, utf16.size(), c);
  const unsigned bits = static_cast<unsigned>(c);
  if (bits < 0x80) return put(to, {bits});
  if (bits < 0x800) return put(to, {0xC0 | bits >> 6, 0x80 | (bits & 0x3F)});
  if (bits < 0x10000) return put_three(to, U16_IS_SURROGATE(bits) ? 0xFFFD : bits);
  return put(to, {0xF0 | bits >> 18, 0x80 | (bits >> 12 & 0x3F), 0x80 | (bits >> 6 & 0x3F), 0x80 | (bits & 0x3F)});
}

}  // namespace

void append_utf8(std::string& out, std::u16string_view utf16) {
  const std::size_t before = out.size();
  out.resize(before + 3 * utf16.size());  // no unit takes more
  char* to = out.data() + before;
  for (std::size_t i = 0; i < utf16.size();) {
    if (const char16_t c = utf16[i]; takes_three(c)) to = put_three(to, c), ++i;
    else if (c < 0x80) *to++ = static_cast<char>(c), ++i;
    else to = put_any(to, utf16, i);
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string to_utf8(std::u16string_view utf16) {
  std::string out;
  append_utf8(out, utf16);
  return out;
}

std::size_t valid_utf8(std::string_view bytes) {
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  std::int64_t valid = 0;
  for (std::int64_t i = 0; i < length; valid = i) {
    UChar32 c = 0;
    U8_NEXT(units, i, length, c);
    if (c < 0) break;
  }
  return static_cast<std::size_t>(valid);
}

int display_width(std::string_view utf8) {
  int width = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, length, c);
    const int type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_FULLWIDTH || east_asian == U_EA_WIDE ? 2 : 1;
  }
  return width;
}

std::string escape_controls(std::string_view utf8) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t i = 0; i < length;) {
    const auto start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) {
      for (auto k = start; k < i; ++k) out += fmt::format("\\x{:02x}", bytes[k]);
      continue;
    }
    const int type = u_charType(c);
    const bool hidden = type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
    if (hidden && c < 0x80)
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    else if (hidden)
      out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c));
    else
      out.append(utf8, static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
  }
  return out;
}

std::uint32_t count_code_points(std::u16string_view utf16) {
  std::uint32_t n = 0;
  for (char16_t c : utf16) n += !U16_IS_TRAIL(c);
  return n;
}

}  // namespace renda
