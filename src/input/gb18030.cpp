#include "input/gb18030.h"

#include <unicode/ucnv.h>

#include <memory>
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

// Converts one character of 2 or 4 bytes; 0 units on failure.
int convert(UConverter* converter, const char* bytes, int length, char16_t (&units)[2]) {
  UErrorCode error = U_ZERO_ERROR;
  ucnv_reset(converter);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const int n = ucnv_toUChars(converter, units, 2, bytes, length, &error);
  return U_FAILURE(error) ? 0 : n;
}

// Index: (first - 0x81) * 256 + second. 0 = no such character.
const std::vector<char16_t>& two_byte_table() {
  static const std::vector<char16_t> table = [] {
    std::vector<char16_t> t(126 * 256);
    const Converter converter = open_converter();
    if (!converter) return t;
    for (int first = 0x81; first <= 0xFE; ++first) {
      for (int second = 0x40; second <= 0xFE; ++second) {
        const char bytes[2] = {static_cast<char>(first), static_cast<char>(second)};
        char16_t units[2] = {};
        if (second != 0x7F && convert(converter.get(), bytes, 2, units) == 1) t[static_cast<std::size_t>((first - 0x81) * 256 + second)] = units[0];
      }
    }
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
    const auto second = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
    if (first >= 0x81 && first <= 0xFE && second >= 0x40) {
      if (const char16_t c = table[static_cast<std::size_t>((first - 0x81) * 256 + second)]; c != 0) {
        *to++ = c;
        i += 2;
        continue;
      }
    }
    if (first >= 0x81 && first <= 0xFE && second >= 0x30 && second <= 0x39 && i + 3 < bytes.size()) {
      if (!converter) converter = open_converter();
      char16_t units[2] = {};
      const int n = converter ? convert(converter.get(), bytes.data() + i, 4, units) : 0;
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
