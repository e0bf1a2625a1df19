// One function per command, each in its own file. They throw Error, OutputError, LockError, ClosedPipe; main.cpp maps them.
#pragma once
#include <memory>

#include "cli/console.h"
#include "cli/exit_status.h"
#include "cli/options.h"
#include "renda/pattern.h"

namespace renda {

ExitStatus run_extract(const Options& options, Console& console);
ExitStatus run_compare(const Options& options, Console& console);
ExitStatus run_explain(const Options& options, Console& console);
ExitStatus run_patterns_list(const Options& options, Console& console);
ExitStatus run_patterns_check(const Options& options, Console& console);
ExitStatus run_number(const Options& options, Console& console);
ExitStatus run_divisions_find(const Options& options, Console& console);
ExitStatus run_doctor(const Options& options, Console& console);

/// The built-in patterns, with those of `folder` where it is not empty.
std::shared_ptr<const PatternSet> load_patterns(const std::string& folder);

}  // namespace renda
