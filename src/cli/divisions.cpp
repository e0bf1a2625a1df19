// renda divisions find: comes with the table of divisions.
#include "cli/commands.h"
#include "cli/messages.h"

namespace renda {

ExitStatus run_divisions_find(const Options& options, Console& console) {
  fail_usage(console.say(message::kNoDivision, options.paths.front()));
}

}  // namespace renda
