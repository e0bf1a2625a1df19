// The program: reads the command line, runs one command, turns what was thrown into an exit status.
#include <unistd.h>

#include <csignal>
#include <new>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/version.h"
#include "tables/output.h"

namespace {

using namespace renda;

extern "C" void end_by_signal(int signal) {
  remove_unfinished_outputs();
  _exit(128 + signal);
}

void install_signals() {
  struct sigaction action {};
  action.sa_handler = end_by_signal;
  sigfillset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // nohup has SIGHUP ignored, a background job of a plain shell SIGINT: leave it so.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(signal, &action, nullptr);
  }
  action.sa_handler = SIG_IGN;
  for (const int signal : {SIGPIPE, SIGXFSZ}) sigaction(signal, &action, nullptr);  // seen as EPIPE and EFBIG where we write
}

ExitStatus print(const std::string& text) {
  StandardOutput standard_output;
  standard_output.write(text);
  standard_output.flush();
  return ExitStatus::ok;
}

ExitStatus run(const Options& options, Console& console) {
  switch (options.command) {
    case CommandName::help:
      return print(options.help);
    case CommandName::version:
      return print(version_text());
    case CommandName::extract:
      return run_extract(options, console);
    case CommandName::compare:
      return run_compare(options, console);
    case CommandName::explain:
      return run_explain(options, console);
    case CommandName::patterns_list:
      return run_patterns_list(options, console);
    case CommandName::patterns_check:
      return run_patterns_check(options, console);
    case CommandName::number:
      return run_number(options, console);
    case CommandName::divisions_find:
      return run_divisions_find(options, console);
    case CommandName::doctor:
      return run_doctor(options, console);
  }
  return ExitStatus::usage;
}

ExitStatus guarded(int argc, char** argv, Console& console) {
  try {
    return run(read_options(argc, argv, console), console);
  } catch (const ClosedPipe&) {
    return ExitStatus::closed_pipe;
  } catch (const OutputError& error) {
    console.report(error.diagnostic());
    return ExitStatus::output_failed;
  } catch (const LockError& error) {
    console.report(error.diagnostic());
    return ExitStatus::locked;
  } catch (const Error& error) {
    console.report(error.diagnostic());
    return ExitStatus::usage;
  } catch (const std::bad_alloc&) {
    console.report({.message = console.say(message::kNoMemory)});
    return ExitStatus::inputs_failed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  install_signals();
  auto console = open_console(language_of(argc, argv));
  return static_cast<int>(guarded(argc, argv, console));
}
