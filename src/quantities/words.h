// Words and names that are written with numeral characters: 四川, 统一, 百姓 are no numbers; 三农, 两会 are names; 三三两两 is an idiom, no number even alone.
#pragma once
#include <cstdint>
#include <string_view>

namespace renda {

enum class NumberWord : std::uint8_t { none, word, name, idiom };

struct WordHit {
  NumberWord kind = NumberWord::none;
  std::uint32_t begin = 0, end = 0;  ///< of the word in the text
};

/// The longest known word that covers the character at `at`.
WordHit word_at(std::u16string_view text, std::uint32_t at);

}  // namespace renda
