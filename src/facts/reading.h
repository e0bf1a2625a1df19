// What the fact readers share: the parts of a report that say whose it is, and small searches in them.
#pragma once
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "renda/document.h"
#include "renda/facts.h"
#include "renda/structure.h"
#include "text/search.h"

namespace renda {

/// The parts of one report that state its facts. Views into the document's text; `title` may be empty.
struct Reading {
  std::u16string_view text;
  Span title_span;
  std::u16string_view title;
  std::u16string_view head;  ///< the first characters of the text, title included
  std::u16string_view tail;  ///< the last ones: signatures
  std::uint32_t tail_begin = 0;

  Reading(const Document& document, const Structure& structure) : text(document.text), title_span(structure.title), title(document.view(structure.title)) {
    constexpr std::size_t kHead = 1500, kTail = 120;
    head = text.substr(0, kHead);
    tail_begin = static_cast<std::uint32_t>(text.size() - std::min(text.size(), kTail));
    tail = text.substr(tail_begin);
  }
};

/// The character at `at`, 0 behind the end.
inline char16_t character_at(std::u16string_view text, std::size_t at) { return at < text.size() ? text[at] : u'\0'; }

/// True if `word` occurs in `text`.
inline bool has(std::u16string_view text, std::u16string_view word) { return find_word(text, word) != std::u16string_view::npos; }

inline bool has_any(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  for (const auto word : words)
    if (has(text, word)) return true;
  return false;
}

inline std::size_t first_of(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  std::size_t first = std::u16string_view::npos;
  for (const auto word : words) first = std::min(first, find_word(text, word));
  return first;
}

/// The readers. Each fills its own fields of `facts` and notes its evidence; they run in this order. What is given about the kind of text and
/// of period, or about the level, guides them.
void read_kind(const Reading& reading, Facts& facts);
void read_body(const Reading& reading, Facts& facts);
/// Fills teller.
void read_teller(const Reading& r, Facts& facts);
void read_period(const Reading& reading, std::string_view file, const Given& given, Facts& facts);
void read_jurisdiction(const Reading& reading, std::string_view file, Level given, Facts& facts);

/// Fills code, level, division and what lies above it as they were in `year` (0 = now).
void take_division(const Division& division, int year, Facts& facts);

/// What is given takes the place of what the readers found: kind, body, session and date before the period is read, then the period, then the
/// division (src/facts/given.cpp).
void take_given_setting(const Given& given, Facts& facts);
void take_given_period(const Given& given, Facts& facts);
void take_given_division(const Given& given, Facts& facts);

/// Adds to the message what the text says otherwise.
void note_contradictions(const Facts& by_text, const Given& given, Facts& facts);

}  // namespace renda
