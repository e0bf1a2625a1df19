// Any bytes go the whole way without a crash: decode, extract, tables.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "renda/extract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto patterns = renda::PatternSet::builtin();
  const auto report = renda::extract(renda::decode({reinterpret_cast<const char*>(data), size}), *patterns);
  for (const auto& o : report.observations) (void)report.document.quote(o.mention);
  return 0;
}
