#include "text/glob.h"

#include <cstdint>
#include <string>
#include <vector>

#include "text/utf.h"

namespace renda {
namespace {

enum class Kind : std::uint8_t { literal, one, star, any, no_folders, folders };
struct Token {
  Kind kind;
  char32_t c = 0;
  bool takes_nothing() const { return kind == Kind::star || kind == Kind::any || kind == Kind::no_folders; }
  /// The token takes c and may take more.
  bool stays(char32_t next) const { return kind == Kind::any || kind == Kind::folders || (kind == Kind::star && next != U'/'); }
  /// c is the last that the token takes.
  bool ends(char32_t next) const { return kind == Kind::literal ? next == c : kind == Kind::one ? next != U'/' : kind == Kind::folders && next == U'/'; }
};

std::u32string characters(std::string_view utf8) {
  std::u32string out;
  for (const char16_t unit : to_utf16(utf8)) {
    const bool trail = unit >= 0xDC00 && unit <= 0xDFFF;
    if (trail && !out.empty()) out.back() = out.back() << 16 | unit;  // a pair is one character, whatever its number
    else out.push_back(unit);
  }
  return out;
}

std::vector<Token> tokens_of(std::string_view pattern) {
  std::vector<Token> tokens;
  const std::u32string text = characters(pattern);
  for (std::size_t i = 0; i < text.size();) {
    const bool begins = i == 0 || text[i - 1] == U'/';
    if (begins && text.compare(i, 3, U"**/") == 0) tokens.insert(tokens.end(), {{Kind::no_folders}, {Kind::folders}}), i += 3;
    else if (text.compare(i, 2, U"**") == 0) tokens.push_back({Kind::any}), i += 2;
    else if (text[i] == U'*') tokens.push_back({Kind::star}), ++i;
    else if (text[i] == U'?') tokens.push_back({Kind::one}), ++i;
    else tokens.push_back({Kind::literal, text[i]}), ++i;
  }
  return tokens;
}

// What stands before the first wildcard and behind the last must be there: most names are refused by that.
bool ends_fit(std::string_view pattern, std::string_view name) {
  const auto first = pattern.find_first_of("*?"), last = pattern.find_last_of("*?");
  if (first == std::string_view::npos) return pattern == name;
  const auto tail = pattern.substr(last + 1);
  return name.starts_with(pattern.substr(0, first)) && (name.ends_with(tail) || tail.starts_with('/'));
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view name) {
  if (!ends_fit(pattern, name)) return false;
  const auto tokens = tokens_of(pattern);
  // on[i]: tokens before i may have taken all characters so far.
  std::vector<std::uint8_t> on(tokens.size() + 1, 0), next;
  const auto pass_over = [&] {
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (on[i] && tokens[i].takes_nothing()) {
        on[i + 1] = 1;
        if (tokens[i].kind == Kind::no_folders) on[i + 2] = 1;  // past **/ at once
      }
  };
  on[0] = 1;
  pass_over();
  for (const char32_t c : characters(name)) {
    next.assign(on.size(), 0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!on[i]) continue;
      if (tokens[i].stays(c)) next[i] = 1;
      if (tokens[i].ends(c)) next[i + 1] = 1;
    }
    on.swap(next);
    pass_over();
  }
  return on.back() != 0;
}

}  // namespace renda
