// Floor 9, run: many files on several threads, results in input order.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>

#include "renda/table.h"

namespace renda {

struct BatchOptions {
  InputOptions input{};
  ExtractOptions extract{};
  const Manifest* manifest = nullptr;  ///< facts by file; outlives the run. `extract.given` is not looked at where there is one
  unsigned threads = 0;  ///< 0 = one for each processor; 1 = none besides the caller's
  std::uint64_t bytes_in_flight =
      64u << 20;  ///< of input being worked on at one time, over all threads; one larger file works alone
};

/// What became of one input path, its rows rendered.
struct FileResult {
  InputFile file;
  std::string format, encoding, message;
  Status status = Status::ok;
  std::uint64_t bytes = 0;         ///< size of the file, 0 where it is not known (stdin)
  std::uint64_t observations = 0;  ///< rows
  NumberCounts counts;
  std::array<std::string, kTableCount> rows;  ///< by TableId
};

/// Totals of a run.
struct BatchReport {
  std::uint64_t files = 0, reports = 0, failures = 0, warnings = 0, observations = 0, bytes = 0;
  NumberCounts counts;
};

/// Reads every file, renders its rows and hands the results to `sink`, in input order and on the calling thread. The same results
/// for any number of threads. Memory is bounded by blocks and bytes in flight, not by the number of files. One file's fault never
/// stops the others: it becomes its status. What `sink` throws ends the run and is passed on once the threads are gone.
BatchReport run_batch(FileWalk& files, const PatternSet& patterns, const TableSet& tables, const BatchOptions& options,
                      const std::function<void(FileResult&)>& sink);

/// One file, read and extracted: a step of run_batch. Throws std::bad_alloc, and what it throws else is a fault of the file.
Extraction read_report(const InputFile& file, const PatternSet& patterns, const InputOptions& input,
                       const ExtractOptions& options = {});

/// The same with its rows rendered; never throws for what is wrong with the file.
FileResult process_file(const InputFile& file, const PatternSet& patterns, const TableSet& tables, const BatchOptions& options);

}  // namespace renda
