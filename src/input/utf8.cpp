#include "input/utf8.h"

#include <bit>
#include <cstring>
#include <vector>

namespace renda {
namespace {

std::uint64_t eight_bytes(const unsigned char* bytes) {
  std::uint64_t eight;
  std::memcpy(&eight, bytes, sizeof eight);
  return std::endian::native == std::endian::little ? eight : __builtin_bswap64(eight);
}

std::uint32_t four_bytes(const unsigned char* bytes) {
  std::uint32_t four;
  std::memcpy(&four, bytes, sizeof four);
  return std::endian::native == std::endian::little ? four : __builtin_bswap32(four);
}

bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

constexpr std::size_t kBlock = 8, kBlockBytes = 3 * kBlock;

// True if eight characters of three bytes each begin at `p`, by the upper bits of their bytes.
bool has_form_of_block(const unsigned char* p) {
  const std::uint64_t wrong = ((eight_bytes(p) & 0xC0F0C0C0F0C0C0F0u) ^ 0x80E08080E08080E0u) | ((eight_bytes(p + 8) & 0xF0C0C0F0C0C0F0C0u) ^ 0xE08080E08080E080u) |
                              ((eight_bytes(p + 16) & 0xC0C0F0C0C0F0C0C0u) ^ 0x8080E08080E08080u);
  return wrong == 0;
}

// Eight characters of that form; one byte behind them is read too. False where one is overlong or a surrogate: its upper five bits tell. The loops
// have no branch: compilers vectorise them.
bool read_block(const unsigned char* p, char16_t* to) {
  std::uint32_t bytes[kBlock];
  char16_t units[kBlock];
  std::uint16_t wrong[kBlock];
  for (std::size_t i = 0; i < kBlock; ++i) bytes[i] = four_bytes(p + 3 * i);
  for (std::size_t i = 0; i < kBlock; ++i) units[i] = static_cast<char16_t>((bytes[i] & 0x0Fu) << 12 | (bytes[i] >> 2 & 0x0FC0u) | (bytes[i] >> 16 & 0x3Fu));
  for (std::size_t i = 0; i < kBlock; ++i) wrong[i] = static_cast<std::uint16_t>(static_cast<std::uint16_t>((units[i] & 0xF800) == 0) | static_cast<std::uint16_t>((units[i] & 0xF800) == 0xD800));
  std::uint64_t any[2];
  std::memcpy(any, wrong, sizeof any);
  std::memcpy(to, units, sizeof units);
  return (any[0] | any[1]) == 0;
}

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
    // Most of a report are characters of three bytes.
    while (end - p > static_cast<std::ptrdiff_t>(kBlockBytes) && has_form_of_block(p) && read_block(p, to)) to += kBlock, p += kBlockBytes;
    while (end - p >= 4) {
      const std::uint32_t four = four_bytes(p);
      if ((four & 0x00C0C0F0u) != 0x008080E0u) break;
      const std::uint32_t c = (four & 0x0Fu) << 12 | (four >> 2 & 0x0FC0u) | (four >> 16 & 0x3Fu);
      if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) break;
      *to++ = static_cast<char16_t>(c);
      p += 3;
    }
    if (p == end) break;
    const unsigned char b = *p;
    if (b < 0x80) {
      while (p < end && *p < 0x80) *to++ = *p++;
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
