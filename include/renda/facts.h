// Floor 5, facts: whose report it is, and for which time.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "renda/division.h"
#include "renda/document.h"
#include "renda/manifest.h"
#include "renda/structure.h"

namespace renda {

/// Kind: annual | term | half | quarter | multi | unknown. Start and end: YYYY or YYYY-MM-DD, empty where the text does not say.
struct Period {
  std::string kind = "unknown", start, end;
  std::string source = "unknown";  ///< text | session-date | anchor | file-name | manifest | unknown
};

/// One reason for one fact, with its place in the text: shown by `renda explain`.
struct Evidence {
  std::string fact, value, rule;
  Span span;
};

/// Who tells, and of what: the figures of one station or deputy are no congress's own (labelling.md, scope).
enum class Teller { congress, station, deputy };

/// The facts of a report; every field is empty where the text does not settle it. Codes: GB/T 2260, six digits.
struct Facts {
  std::string division_code, province, prefecture, county, division;
  Level level = Level::unknown;
  std::string body, congress, session;
  std::string kind;           ///< annual_report | term_report | summary | news | yearbook | suggestions_report | plan | cppcc | government | court | procuratorate | party | rules | other_body | other
  std::string report_date;    ///< YYYY-MM-DD, YYYY-MM or YYYY
  Period period;
  bool is_report = true;      ///< false: title or opening say clearly that the text is no account of a congress's work
  Teller teller = Teller::congress;
  std::string message;        ///< candidates of an ambiguous name, contradictions
  std::vector<Evidence> evidence;
};

/// What is given from outside comes before what the text says; where both differ, `message` says so. Never throws.
Facts read_facts(const Document& document, const Structure& structure, const Given& given = {});

}  // namespace renda
