// Headings and the tree they make.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "renda/structure.h"
#include "text/search.h"

namespace renda {

struct Heading {
  Span span;
  int depth = kBare;
};

/// True for 。！？；.
constexpr bool ends_sentence(char16_t c) { return is_one_of(c, u"。！？；"); }

/// The heading that a paragraph is or begins with (（一）自身建设有条有理。建立健全…); none for running text.
std::optional<Heading> read_heading(std::u16string_view text, Span paragraph);

/// Appends a section below the last one of a smaller depth.
void add_section(std::vector<Section>& sections, const Heading& heading);

}  // namespace renda
