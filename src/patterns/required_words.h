// Words without which a whole phrase cannot stand: looking for them costs next to nothing, trying the phrase (RE2) does not.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace renda {

/// Of these words at least one.
using Choice = std::vector<std::u16string>;

/// Wherever a phrase in the notation of the pattern files stands, one word of each choice stands, in the text or in the unit of a number.
/// Fewer choices than there are, down to none, where the notation is hard to read; never one too many.
std::vector<Choice> required_words(std::string_view phrase);

/// True if one word of each choice stands in `text`.
bool has_required(std::u16string_view text, const std::vector<Choice>& choices);

}  // namespace renda
