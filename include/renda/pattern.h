// Floor 6, patterns: what each number counts, decided by the pattern files.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "renda/diagnostic.h"
#include "renda/document.h"
#include "renda/facts.h"
#include "renda/quantity.h"
#include "renda/structure.h"

namespace renda {

/// One entry of the codebook. Only pattern files name indicators.
struct Indicator {
  std::string id, category, name_zh, name_en, unit, definition;
  std::vector<std::string> units;
};

/// The classes of the ledger.
enum class Outcome { observed, planned, ignored, unmatched };
std::string_view outcome_name(Outcome outcome);

/// no: may be the total; weak: a reading that states a part, the total only where nothing else is given; yes: stands after 其中.
enum class Part : std::uint8_t { no, weak, yes };

/// What one number was taken for. A number may bear several observed matches (one per indicator), else exactly one.
struct Match {
  std::uint32_t quantity = 0;         ///< index into the quantities
  Outcome outcome = Outcome::unmatched;
  std::int32_t indicator = -1;        ///< index into PatternSet::indicators(), for observed and planned ones
  std::string_view pattern;           ///< id of the reading that decided, e.g. meeting.chairpersons/1; lives as long as the PatternSet
  std::string reason;                 ///< ignored: reason code (docs/tables.md); unmatched: what came nearest and what it lacked
  Span mention;                       ///< shortest run of the text that holds noun and number
  Part part = Part::no;
  bool unit_fits = true;              ///< the unit is of the kind that comparisons use
};

/// The compiled patterns: constant after loading, shared by threads.
class PatternSet {
 public:
  /// The set compiled into the program.
  static std::shared_ptr<const PatternSet> builtin();
  /// The built-in set with the *.toml files of `folder` added; an indicator of the same id is replaced. Throws Error with
  /// file:line:column for the first mistake.
  static std::shared_ptr<const PatternSet> with_folder(const std::filesystem::path& folder);
  ~PatternSet();

  const std::vector<Indicator>& indicators() const;
  const MeasureWords& measure_words() const;
  std::string_view version() const;  ///< version of the pattern set, for --version and datapackage.json

  struct Compiled;
  const Compiled& compiled() const { return *compiled_; }
  explicit PatternSet(std::unique_ptr<Compiled> compiled);

 private:
  std::unique_ptr<Compiled> compiled_;
};

/// One match or more for each quantity, in the order of the quantities. Linear in the text; never throws.
std::vector<Match> find_matches(const Document& document, const Structure& structure, const Facts& facts,
                                std::span<const Quantity> quantities, const PatternSet& patterns);

/// The result of running the examples that pattern files carry.
struct CheckReport {
  std::uint32_t indicators = 0, examples = 0, failed = 0, todo = 0;
  std::vector<Diagnostic> diagnostics;     ///< one per failed example, and one per `todo` that passes
  std::vector<std::string> untouched;      ///< readings that no example reaches
};
CheckReport check_patterns(const PatternSet& patterns);

}  // namespace renda
