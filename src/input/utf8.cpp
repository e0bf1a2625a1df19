#include "input/utf8.h"

#include <bit>
#include <cstring>
#include <vector>

namespace renda {
namespace {

std::uint64_t little_endian(const unsigned char* bytes) {
  std::uint64_t eight;
  std::memcpy(&eight, bytes, sizeof eight);
  return std::endian::native == std::endian::little ? eight : __builtin_bswap64(eight);
}

bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

bool utf8_to_utf16(std::string_view bytes, std::u16string& out, BadBytes& bad, std::uint64_t most_bad) {
  // The room for the worst case, one unit a byte, stays with the thread; the text takes what it needs.
  constexpr std::size_t kKept = 1u << 20;
  thread_local std::vector<char16_t> room;
  if (room.size() < bytes.size()) room.resize(bytes.size());
  char16_t* to = room.data();
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = begin + bytes.size();
  const auto* p = begin;
  while (p < end) {
    // Most of a report are characters of three bytes: two of them are looked at together.
    while (end - p >= 8) {
      const std::uint64_t eight = little_endian(p);
      if ((eight & 0x0000C0C0F0C0C0F0u) != 0x00008080E08080E0u) break;
      const auto first = static_cast<std::uint32_t>((eight & 0x0Fu) << 12 | (eight >> 2 & 0x0FC0u) | (eight >> 16 & 0x3Fu));
      const auto second = static_cast<std::uint32_t>((eight >> 12 & 0xF000u) | (eight >> 26 & 0x0FC0u) | (eight >> 40 & 0x3Fu));
      constexpr std::uint32_t kForbidden = 1u | 1u << 27;  // by the upper five bits: overlong, surrogate
      if (((1u << (first >> 11) | 1u << (second >> 11)) & kForbidden) != 0) break;
      to[0] = static_cast<char16_t>(first), to[1] = static_cast<char16_t>(second);
      to += 2, p += 6;
    }
    while (end - p >= 4) {
      const std::uint32_t four = static_cast<std::uint32_t>(p[0]) | static_cast<std::uint32_t>(p[1]) << 8 | static_cast<std::uint32_t>(p[2]) << 16 | static_cast<std::uint32_t>(p[3]) << 24;
      if ((four & 0x00C0C0F0u) != 0x008080E0u) break;
      const std::uint32_t c = (four & 0x0Fu) << 12 | (four >> 2 & 0x0FC0u) | (four >> 16 & 0x3Fu);
      if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) break;
      *to++ = static_cast<char16_t>(c);
      p += 3;
    }
    if (p == end) break;
    const unsigned char b = *p;
    if (b < 0x80) {
      *to++ = b;
      ++p;
    } else if (b >= 0xE0 && b < 0xF0 && end - p >= 3 && is_tail(p[1]) && is_tail(p[2]) && !(b == 0xE0 && p[1] < 0xA0) && !(b == 0xED && p[1] >= 0xA0)) {
      *to++ = static_cast<char16_t>(((b & 0x0F) << 12) | ((p[1] & 0x3F) << 6) | (p[2] & 0x3F));
      p += 3;
    } else if (b >= 0xC2 && b < 0xE0 && end - p >= 2 && is_tail(p[1])) {
      *to++ = static_cast<char16_t>(((b & 0x1F) << 6) | (p[1] & 0x3F));
      p += 2;
    } else if (b >= 0xF0 && b < 0xF5 && end - p >= 4 && is_tail(p[1]) && is_tail(p[2]) && is_tail(p[3]) && !(b == 0xF0 && p[1] < 0x90) && !(b == 0xF4 && p[1] >= 0x90)) {
      const std::uint32_t c = ((b & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu)) - 0x10000;
      *to++ = static_cast<char16_t>(0xD800 + (c >> 10));
      *to++ = static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      p += 4;
    } else {
      if (bad.count++ == 0) bad.first = static_cast<std::uint64_t>(p - begin);
      if (bad.count > most_bad) return false;
      *to++ = 0xFFFD;
      ++p;
    }
  }
  out.assign(room.data(), static_cast<std::size_t>(to - room.data()));
  if (room.size() > kKept) std::vector<char16_t>().swap(room);
  return true;
}

}  // namespace renda
