// Google Benchmark of each floor on one text: bytes of UTF-8 a second. Not part of the test run; docs/benchmark.md.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "renda/extract.h"
#include "renda/layout.h"

using namespace renda;

namespace {

const std::string& bytes() {
  static const std::string text = [] {
    std::string all;
    for (const char* name : {"annual_report.txt", "term_report.txt", "newspaper_summary.txt"}) {
      std::ifstream in(std::string(RENDA_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }();
  return text;
}

const Extraction& read() {
  static const Extraction report = extract(decode(bytes()), *PatternSet::builtin());
  return report;
}

template <typename Step>
void measure(benchmark::State& state, Step&& step) {
  for (auto _ : state) benchmark::DoNotOptimize(step());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes().size()));
}

void input(benchmark::State& s) { measure(s, [] { return decode(bytes()); }); }
void layout(benchmark::State& s) { measure(s, [] { return repair_layout(decode(bytes())); }); }
void structure(benchmark::State& s) { measure(s, [] { return read_structure(read().document); }); }
void quantities(benchmark::State& s) { measure(s, [] { return read_quantities(read().document.text, PatternSet::builtin()->measure_words()); }); }
void facts(benchmark::State& s) { measure(s, [] { return read_facts(read().document, read().structure); }); }
void patterns(benchmark::State& s) {
  const auto set = PatternSet::builtin();
  measure(s, [&] { return find_matches(read().document, read().structure, read().facts, read().quantities, *set); });
}
void whole(benchmark::State& s) {
  const auto set = PatternSet::builtin();
  measure(s, [&] { return extract(decode(bytes()), *set); });
}

BENCHMARK(input);
BENCHMARK(layout);
BENCHMARK(structure);
BENCHMARK(quantities);
BENCHMARK(facts);
BENCHMARK(patterns);
BENCHMARK(whole);

}  // namespace

BENCHMARK_MAIN();
