// The exit codes of renda: a contract with the scripts that run it.
#pragma once

namespace renda {

enum class ExitStatus : int {
  ok = 0,
  empty = 1,          ///< no rows, and --fail-if-empty asked to be told
  usage = 2,          ///< wrong usage, configuration or pattern file; nothing was written
  inputs_failed = 3,  ///< finished and written, but some inputs could not be read
  output_failed = 4,  ///< an output cannot be written
  locked = 5,         ///< another run holds the lock
  closed_pipe = 141,  ///< 128 + SIGPIPE: the reader of our output has gone
};

}  // namespace renda
