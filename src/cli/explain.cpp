#include "cli/commands.h"
namespace renda {
ExitStatus run_explain(const Options&, Console&) { return ExitStatus::usage; }
ExitStatus run_divisions_find(const Options&, Console&) { return ExitStatus::usage; }
}  // namespace renda
