// Any line is read or refused as a number without a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "renda/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto patterns = renda::PatternSet::builtin();
  (void)renda::read_number({reinterpret_cast<const char*>(data), size}, patterns->measure_words()).value.text();
  return 0;
}
