// Build tool: reads the pattern folder and writes it, with the dictionary it gives, as C++ source, so that the program parses no TOML and
// builds no dictionary at start. A mistake in the patterns stops the build.
// usage: pack_patterns FOLDER OUT.cpp
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "patterns/compiled.h"
#include "patterns/pack.h"
#include "patterns/pattern_file.h"
#include "renda/diagnostic.h"
#include "text/hash.h"

namespace {

void write_value(std::ostream& out, std::uint8_t n) { out << static_cast<unsigned>(n); }
void write_value(std::ostream& out, std::uint16_t n) { out << n; }
void write_value(std::ostream& out, std::uint64_t n) { out << n << 'u'; }
void write_value(std::ostream& out, const renda::TrieArrays::Node& n) { out << '{' << n.word << ',' << n.count << ',' << n.first << "u," << n.next << "u}"; }
void write_value(std::ostream& out, char16_t n) { out << static_cast<unsigned>(n); }
void write_value(std::ostream& out, const renda::TrieArrays::Root& r) {
  out << '{' << r.pair << "u,";
  write_value(out, r.node);
  out << '}';
}
void write_value(std::ostream& out, const renda::WordTraits& t) { out << '{' << t.head << ',' << t.roles << '}'; }
void write_value(std::ostream& out, const renda::WordUses& w) { out << '{' << w.noun << "u," << w.cue << "u," << w.trigger << "u}"; }
void write_value(std::ostream& out, const renda::NounUse& u) { out << '{' << u.reading << ',' << u.head << '}'; }
void write_value(std::ostream& out, const renda::CueUse& u) { out << '{' << u.set << ',' << u.head << '}'; }

template <typename T>
void write_array(std::ostream& out, const char* type, const char* name, std::span<const T> values) {
  out << "constexpr " << type << ' ' << name << "[] = {";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i % 32 == 0) out << '\n';
    write_value(out, values[i]);
    out << ',';
  }
  if (values.empty()) out << "{}";  // C++ has no empty arrays; the span of it is empty all the same
  out << "};\n";
}

void write_dictionary(std::ostream& out, const renda::Dictionary& d) {
  write_array(out, "std::uint64_t", "kSingles", d.trie_arrays.singles);
  write_array(out, "std::uint16_t", "kSingleWords", d.trie_arrays.single_words);
  write_array(out, "std::uint64_t", "kPairs", d.trie_arrays.pairs);
  write_array(out, "TrieArrays::Root", "kRoots", d.trie_arrays.roots);
  write_array(out, "TrieArrays::Node", "kNodes", d.trie_arrays.nodes);
  write_array(out, "char16_t", "kUnits", d.trie_arrays.units);
  write_array(out, "WordTraits", "kTraits", d.traits);
  write_array(out, "WordUses", "kWords", d.words);
  out << "constexpr std::uint16_t kHeadCount = " << d.head_count << ";\n";
  write_array(out, "NounUse", "kNouns", d.all_nouns);
  write_array(out, "CueUse", "kCues", d.all_cues);
  write_array(out, "std::uint16_t", "kTriggers", d.all_triggers);
}

constexpr const char* kDictionaryFunction = R"(
const Dictionary& packed_dictionary() {
  static const Dictionary dictionary = [] {
    Dictionary d;
    d.trie_arrays = {kSingles, kSingleWords, kPairs, kRoots, kNodes, kUnits};
    d.trie = Trie(d.trie_arrays);
    d.traits = kTraits, d.words = kWords, d.head_count = kHeadCount;
    d.all_nouns = kNouns, d.all_cues = kCues, d.all_triggers = kTriggers;
    return d;
  }();
  return dictionary;
}
)";

void write_source(const char* path, const std::string& packed, const renda::Dictionary& dictionary) {
  std::ofstream out(path, std::ios::binary);
  out << "// Written by pack_patterns; do not edit.\n#include \"patterns/builtin.h\"\n\nnamespace renda {\nnamespace {\n";
  const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(packed.data()), packed.size());
  write_array(out, "unsigned char", "kPacked", bytes);
  write_dictionary(out, dictionary);
  char version[9];
  std::snprintf(version, sizeof version, "%08x", static_cast<unsigned>(renda::hash_text(packed) & 0xFFFFFFFFu));
  out << "}  // namespace\n\nstd::string_view packed_patterns() { return {reinterpret_cast<const char*>(kPacked), sizeof kPacked}; }\n"
      << "std::string_view packed_patterns_version() { return \"" << version << "\"; }\n" << kDictionaryFunction << "\n}  // namespace renda\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    renda::Definitions definitions;
    renda::read_pattern_folder(definitions, argv[1]);
    for (auto& file : definitions.files) file = "patterns/" + file.substr(file.find_last_of('/') + 1);
    const std::string packed = renda::pack(definitions);
    const auto compiled = renda::compile(std::move(definitions), true);
    write_source(argv[2], packed, compiled->dictionary);
  } catch (const renda::Error& e) {
    std::cerr << renda::format_diagnostic(e.diagnostic()) << '\n';
    return 2;
  }
  return 0;
}
