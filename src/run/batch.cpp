// Threads around extract(). Workers take blocks of files from the walk; the calling thread hands their results on in input order.
//
//   walk --block 0,1,2,...--> workers --slot of the block--> calling thread --> sink
//
// Memory: at most `kBlocksAhead` blocks per thread are begun and not yet handed on; a worker begins no block while finished rows
// of more than kRowsInFlight bytes wait; and a file is opened only when its size fits into BatchOptions::bytes_in_flight.
#include "renda/batch.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace renda {
namespace {

constexpr std::size_t kBlockSize = 16;   // files: the lock is taken once for them
constexpr std::size_t kBlocksAhead = 4;  // per thread
constexpr std::uint64_t kRowsInFlight = 32u << 20;

// A report that could not be read: all that is known is its name and what was wrong.
Extraction unread(const InputFile& file, Status status, std::string message) {
  Extraction out;
  out.document.source.name = file.name;
  out.document.source.format.clear();
  out.document.source.status = status;
  out.document.source.message = std::move(message);
  return out;
}

FileResult render(const InputFile& file, const Extraction& report, const TableSet& tables) {
  FileResult out;
  out.file = file;
  out.format = report.document.source.format;
  out.encoding = report.document.source.encoding;
  out.status = report_status(report);
  out.message = report_message(report);
  out.counts = count_numbers(report);
  out.observations = tables.render(report, out.rows);
  return out;
}

std::uint64_t size_of(const InputFile& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file.path, error);
  return error ? 0 : static_cast<std::uint64_t>(size);
}

void add(BatchReport& total, const FileResult& result) {
  ++total.files;
  total.bytes += result.bytes;
  total.failures += is_failure(result.status, result.file.named);
  total.warnings += result.status == Status::warning;
  total.reports += result.status == Status::ok || result.status == Status::warning;
  total.observations += result.observations;
  total.counts.numbers += result.counts.numbers;
  total.counts.observed += result.counts.observed;
  total.counts.planned += result.counts.planned;
  total.counts.ignored += result.counts.ignored;
  total.counts.unmatched += result.counts.unmatched;
}

// A purse of bytes: a worker pays for its file before it opens it.
class Purse {
 public:
  explicit Purse(std::uint64_t bytes) : whole_(bytes), left_(bytes) {}
  std::uint64_t take(std::uint64_t bytes) {
    const auto share = std::min(bytes, whole_);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return left_ >= share; });
    left_ -= share;
    return share;
  }
  void give_back(std::uint64_t share) {
    if (share == 0) return;
    {
      const std::lock_guard lock(mutex_);
      left_ += share;
    }
    changed_.notify_all();
  }

 private:
  const std::uint64_t whole_;
  std::uint64_t left_;
  std::mutex mutex_;
  std::condition_variable changed_;
};

// What the threads share.
struct Run {
  FileWalk& files;
  const PatternSet& patterns;
  const TableSet& tables;
  const BatchOptions& options;
  std::size_t threads;
  Purse purse;

  struct Block {
    std::vector<FileResult> results{};
    bool done = false;
  };
  std::mutex mutex{};
  std::condition_variable room{}, ready{};
  std::deque<Block> blocks{};      // begun and not yet handed on, in input order
  std::uint64_t handed_on = 0;     // number of blocks before blocks.front()
  std::uint64_t waiting_rows = 0;  // bytes of the finished ones
  std::size_t working = 0;         // workers that have not ended
  bool stop = false;
  std::exception_ptr failure{};

  // The next files and the number of their block; none at the end. The first blocks are small, so that few files spread too.
  bool take(std::vector<InputFile>& block, std::uint64_t& number) {
    std::unique_lock lock(mutex);
    room.wait(lock,
              [&] { return stop || blocks.empty() || (blocks.size() < threads * kBlocksAhead && waiting_rows < kRowsInFlight); });
    block.clear();
    number = handed_on + blocks.size();
    const auto size = std::min<std::uint64_t>(kBlockSize, 1 + number / (threads * kBlocksAhead));
    InputFile file;
    while (!stop && block.size() < size && files.next(file)) block.push_back(std::move(file));
    if (block.empty()) return false;
    blocks.push_back(Block{});
    return true;
  }

  void finish(std::uint64_t number, std::vector<FileResult>&& results) {
    std::uint64_t bytes = 0;
    for (const auto& result : results)
      for (const auto& rows : result.rows) bytes += rows.size();
    {
      const std::lock_guard lock(mutex);
      auto& block = blocks[static_cast<std::size_t>(number - handed_on)];
      block.results = std::move(results);
      block.done = true;
      waiting_rows += bytes;
    }
    ready.notify_one();
  }

  FileResult process(const InputFile& file) {
    const bool is_stdin = file.name == "-";
    const auto share = file.status == Status::ok ? purse.take(is_stdin ? options.input.max_size : size_of(file)) : 0;
    auto result = process_file(file, patterns, tables, options);
    purse.give_back(share);
    return result;
  }

  void work() {
    try {
      std::vector<InputFile> block;
      for (std::uint64_t number = 0; take(block, number);) {
        std::vector<FileResult> results;
        results.reserve(block.size());
        for (const auto& file : block) results.push_back(process(file));
        finish(number, std::move(results));
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      stop = true;
    }
    {
      const std::lock_guard lock(mutex);
      --working;
    }
    room.notify_all();
    ready.notify_all();
  }

  // Hands results on until all is done or someone fails.
  BatchReport hand_on(const std::function<void(FileResult&)>& sink) {
    BatchReport total;
    for (;;) {
      Block block;
      {
        std::unique_lock lock(mutex);
        ready.wait(lock, [&] { return stop || (!blocks.empty() && blocks.front().done) || (working == 0 && blocks.empty()); });
        if (stop || blocks.empty()) return total;
        block = std::move(blocks.front());
        blocks.pop_front();
        ++handed_on;
        for (const auto& result : block.results)
          for (const auto& rows : result.rows) waiting_rows -= rows.size();
      }
      room.notify_all();
      for (auto& result : block.results) {
        add(total, result);
        sink(result);
      }
    }
  }
};

BatchReport run_alone(Run& run, const std::function<void(FileResult&)>& sink) {
  BatchReport total;
  for (InputFile file; run.files.next(file);) {
    auto result = process_file(file, run.patterns, run.tables, run.options);
    add(total, result);
    sink(result);
  }
  return total;
}

}  // namespace

Extraction read_report(const InputFile& file, const PatternSet& patterns, const InputOptions& input,
                       const ExtractOptions& options) {
  if (file.status != Status::ok) return unread(file, file.status, file.message);
  auto source = read_source(file, input);
  if (!source.text.empty()) return extract(std::move(source), patterns, options);
  Extraction out;
  out.document.source = std::move(source);
  return out;
}

FileResult process_file(const InputFile& file, const PatternSet& patterns, const TableSet& tables, const BatchOptions& options) {
  const auto size = file.status == Status::ok ? size_of(file) : 0;
  const auto failed = [&](Status status, std::string message) {
    return render(file, unread(file, status, std::move(message)), tables);
  };
  FileResult out;
  try {
    auto extract_options = options.extract;
    if (options.manifest != nullptr) extract_options.given = options.manifest->given_for(file.name);
    out = render(file, read_report(file, patterns, options.input, extract_options), tables);
  } catch (const std::bad_alloc&) {
    out = failed(Status::memory, "not enough memory to read this file");
  } catch (const std::exception& error) {
    out = failed(Status::damaged, error.what());
  }
  out.bytes = size;
  return out;
}

BatchReport run_batch(FileWalk& files, const PatternSet& patterns, const TableSet& tables, const BatchOptions& options,
                      const std::function<void(FileResult&)>& sink) {
  const std::size_t threads = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  Run run{.files = files,
          .patterns = patterns,
          .tables = tables,
          .options = options,
          .threads = threads,
          .purse = Purse(options.bytes_in_flight)};
  if (threads == 1) return run_alone(run, sink);

  std::vector<std::thread> workers;
  BatchReport total;
  const auto join = [&] {
    for (auto& worker : workers) worker.join();
  };
  try {
    for (std::size_t i = 0; i < threads; ++i) {
      {
        const std::lock_guard lock(run.mutex);
        ++run.working;
      }
      try {
        workers.emplace_back([&run] { run.work(); });
      } catch (const std::system_error&) {  // no more threads to be had: go on with those there are
        const std::lock_guard lock(run.mutex);
        --run.working;
        break;
      }
    }
    if (workers.empty()) return run_alone(run, sink);
    total = run.hand_on(sink);
  } catch (...) {
    {
      const std::lock_guard lock(run.mutex);
      run.stop = true;
    }
    run.room.notify_all();
    join();
    throw;
  }
  join();
  if (run.failure) std::rethrow_exception(run.failure);
  return total;
}

}  // namespace renda
