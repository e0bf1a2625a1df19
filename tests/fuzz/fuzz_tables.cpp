// Any table is read or told wrong with its place, as CSV and as a manifest.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "renda/diagnostic.h"
#include "renda/manifest.h"
#include "text/csv_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    renda::CsvReader reader(std::make_unique<renda::LineReader>(std::string_view(text), "t.csv"));
    const auto width = reader.size();
    std::uint32_t line = 0;
    do {
      if (reader.size() != width || reader.place(0).line <= line) std::abort();
      line = reader.place(width - 1).line;
    } while (reader.next());
  } catch (const renda::Error& error) {
    if (renda::format_diagnostic(error.diagnostic()).empty() || error.diagnostic().message_zh.empty()) std::abort();
  }
  try {
    (void)renda::Manifest::parse(text, "m.csv").given_for("a.txt");
  } catch (const renda::Error&) {
  }
  return 0;
}
