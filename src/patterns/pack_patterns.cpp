// Build tool: reads the pattern folder and writes it as C++ source, so that the program parses no TOML at start.
// usage: pack_patterns FOLDER OUT.cpp
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "patterns/pack.h"
#include "patterns/pattern_file.h"
#include "renda/diagnostic.h"

namespace {

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ull;
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

void write_source(const char* path, const std::string& packed) {
  std::ofstream out(path, std::ios::binary);
  out << "// Written by pack_patterns; do not edit.\n#include \"patterns/builtin.h\"\n\nnamespace renda {\nnamespace {\nconstexpr unsigned char kPacked[] = {";
  for (std::size_t i = 0; i < packed.size(); ++i) {
    if (i % 32 == 0) out << '\n';
    out << static_cast<unsigned>(static_cast<unsigned char>(packed[i])) << ',';
  }
  char version[9];
  std::snprintf(version, sizeof version, "%08x", static_cast<unsigned>(fnv1a(packed) & 0xFFFFFFFFu));
  out << "};\n}  // namespace\nstd::string_view packed_patterns() { return {reinterpret_cast<const char*>(kPacked), sizeof kPacked}; }\n"
      << "std::string_view packed_patterns_version() { return \"" << version << "\"; }\n}  // namespace renda\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    renda::Definitions definitions;
    renda::read_pattern_folder(definitions, argv[1]);
    for (auto& file : definitions.files) file = "patterns/" + file.substr(file.find_last_of('/') + 1);
    write_source(argv[2], renda::pack(definitions));
  } catch (const renda::Error& e) {
    std::cerr << renda::format_diagnostic(e.diagnostic()) << '\n';
    return 2;
  }
  return 0;
}
