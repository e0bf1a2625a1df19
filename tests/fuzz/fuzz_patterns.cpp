// Any pattern file is compiled or told wrong with its place; toml++ must not abort on it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "renda/diagnostic.h"
#include "renda/pattern.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path folder = [] {
    char name[] = "/tmp/renda-fuzz-XXXXXX";
    return std::filesystem::path(mkdtemp(name));
  }();
  std::ofstream(folder / "a.toml", std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  try {
    (void)renda::PatternSet::with_folder(folder);
  } catch (const renda::Error&) {
  }
  return 0;
}
