#include "input/gb18030.h"

#include <unicode/ucnv.h>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace renda {
namespace {

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter() {
  UErrorCode error = U_ZERO_ERROR;
  return Converter(ucnv_open("gb18030", &error));
}

// Converts whole characters; 0 units where one is none.
int convert(UConverter* converter, std::string_view bytes, std::span<char16_t> units) {
  UErrorCode error = U_ZERO_ERROR;
  ucnv_reset(converter);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const int n = ucnv_toUChars(converter, units.data(), static_cast<std::int32_t>(units.size()), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  return U_FAILURE(error) ? 0 : n;
}

constexpr int kFirstSecond = 0x40, kLastSecond = 0xFE;  // second bytes, without 0x7F

// The characters with one first byte, at the places of their second bytes: all at once, one by one only where some are none.
void read_row(UConverter* converter, int first, std::span<char16_t> row) {
  std::string bytes;
  for (int second = kFirstSecond; second <= kLastSecond; ++second)
    if (second != 0x7F) bytes += {static_cast<char>(first), static_cast<char>(second)};
  std::array<char16_t, 256> units{};
  const std::size_t count = bytes.size() / 2;
  if (static_cast<std::size_t>(convert(converter, bytes, units)) != count) {
    for (std::size_t i = 0; i < count; ++i)
      if (char16_t one[2] = {}; convert(converter, std::string_view(bytes).substr(2 * i, 2), one) == 1) units[i] = one[0];
  }
  for (std::size_t i = 0; i < count; ++i) row[static_cast<unsigned char>(bytes[2 * i + 1])] = units[i];
}

// Index: (first - 0x81) * 256 + second. 0 = no such character.
const std::vector<char16_t>& two_byte_table() {
  static const std::vector<char16_t> table = [] {
    std::vector<char16_t> t(std::size_t{126} * 256);
    const Converter converter = open_converter();
    if (!converter) return t;
    for (int first = 0x81; first <= 0xFE; ++first) read_row(converter.get(), first, std::span(t).subspan(static_cast<std::size_t>(first - 0x81) * 256, 256));
    return t;
  }();
  return table;
}

}  // namespace

void gb18030_to_utf16(std::string_view bytes, std::u16string& out, BadBytes& bad) {
  const auto& table = two_byte_table();
  Converter converter;
  out.resize(bytes.size());
  char16_t* to = out.data();
  for (std::size_t i = 0; i < bytes.size();) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    if (first < 0x80) {
      *to++ = first;
      ++i;
      continue;
    }
    const auto second = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0u;
    if (first >= 0x81 && first <= 0xFE && second >= 0x40) {
      if (const char16_t c = table[(first - 0x81u) * 256u + second]; c != 0) {
        *to++ = c;
        i += 2;
        continue;
      }
    }
    if (first >= 0x81 && first <= 0xFE && second >= 0x30 && second <= 0x39 && i + 3 < bytes.size()) {
      if (!converter) converter = open_converter();
      char16_t units[2] = {};
      const int n = converter ? convert(converter.get(), bytes.substr(i, 4), units) : 0;
      if (n > 0) {
        for (int k = 0; k < n; ++k) *to++ = units[k];
        i += 4;
        continue;
      }
    }
    if (bad.count++ == 0) bad.first = i;
    *to++ = 0xFFFD;
    ++i;
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace renda
