// read_facts(): whose report it is and for which time, from title, date line, opening, body and file name.
#include "renda/facts.h"

#include "facts/reading.h"

namespace renda {
namespace {

Facts read(const Reading& reading, std::string_view file, const Given& given) {
  Facts facts;
  read_kind(reading, facts);
  read_body(reading, facts);
  read_teller(reading, facts);
  take_given_setting(given, facts);
  read_period(reading, file, given, facts);
  take_given_period(given, facts);
  read_jurisdiction(reading, file, level_named(given[GivenFact::level]), facts);
  take_given_division(given, facts);
  return facts;
}

}  // namespace

Facts read_facts(const Document& document, const Structure& structure, const Given& given) {
  const Reading reading(document, structure);
  Facts facts = read(reading, document.source.name, given);
  if (!given.empty()) note_contradictions(read(reading, document.source.name, {}), given, facts);
  return facts;
}

}  // namespace renda
