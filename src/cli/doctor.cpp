// renda doctor: what this program was built with and what it can read.
#include <fmt/core.h>
#include <unicode/uversion.h>
#include <xlsxwriter.h>

#include <CLI/Version.hpp>

#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/version.h"
#include "tables/output.h"

namespace renda {

ExitStatus run_doctor(const Options&, Console&) {
  UVersionInfo icu;
  u_getVersion(icu);
  auto out = version_text();
  out += fmt::format("ICU {}.{}\nfmt {}.{}.{}\nCLI11 {}\nlibxlsxwriter {}\n", icu[0], icu[1], FMT_VERSION / 10000, FMT_VERSION / 100 % 100,
                     FMT_VERSION % 100, CLI11_VERSION, lxw_version());
  out += "txt: UTF-8, UTF-16, GB18030 (GBK, GB2312), Big5\n";
  StandardOutput standard_output;
  standard_output.write(out);
  standard_output.flush();
  return ExitStatus::ok;
}

}  // namespace renda
