#include "patterns/mask.h"

#include "text/utf.h"

namespace renda {

MaskedSentence mask_numbers(std::u16string_view text, const SentenceView& view) {
  MaskedSentence masked;
  std::uint32_t at = view.span().begin;
  for (const Quantity& q : view.quantities()) {
    if (q.span.begin < at) {
      masked.ends.push_back(masked.text.size());
      continue;
    }
    append_utf8(masked.text, text.substr(at, q.span.begin - at));
    append_utf8(masked.text, u"\uE000");
    append_utf8(masked.text, text.substr(q.unit.begin, q.unit.size()));
    append_utf8(masked.text, u"\uE001");
    masked.ends.push_back(masked.text.size());
    at = q.span.end;
  }
  append_utf8(masked.text, text.substr(at, view.span().end - at));
  return masked;
}

}  // namespace renda
