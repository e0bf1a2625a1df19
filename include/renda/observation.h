// Floor 7, resolve: from matches to statements.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "renda/facts.h"
#include "renda/pattern.h"

namespace renda {

enum class Scope { own, lower, higher, site };
std::string_view scope_name(Scope scope);

/// One statement of one indicator: a row of observations.csv.
struct Observation {
  std::uint32_t quantity = 0;         ///< index into the quantities
  std::uint32_t indicator = 0;        ///< index into PatternSet::indicators()
  std::string_view pattern;           ///< as in Match
  Scope scope = Scope::own;
  bool primary = false;
  Period period;                      ///< the report's, or the statement's own
  Span mention, sentence;
  std::uint32_t section = 0;          ///< index into Structure::sections
  std::vector<std::string> flags;     ///< closed list, docs/tables.md
};

}  // namespace renda
