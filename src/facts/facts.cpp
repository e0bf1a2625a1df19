// read_facts(): whose report it is and for which time, from title, date line, opening, body and file name.
#include "renda/facts.h"

#include "facts/reading.h"

namespace renda {

Facts read_facts(const Document& document, const Structure& structure) {
  const Reading reading(document, structure);
  Facts facts;
  read_kind(reading, facts);
  read_body(reading, facts);
  read_period(reading, document.source.name, facts);
  read_jurisdiction(reading, document.source.name, facts);
  return facts;
}

}  // namespace renda
