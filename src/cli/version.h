#pragma once
#include <fmt/format.h>

#include <string>

#include "renda/pattern.h"
#include "renda/table.h"

namespace renda {

/// The lines of --version. RENDA_VERSION comes from the build.
inline std::string version_text() {
  return fmt::format("renda {}\npatterns {}\ntables {}\n", RENDA_VERSION, PatternSet::builtin()->version(), kTableVersion);
}

}  // namespace renda
