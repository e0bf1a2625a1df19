#include "patterns/required_words.h"

#include <algorithm>
#include <utility>

#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

using Choices = std::vector<Choice>;

std::size_t shortest(const Choice& choice) {
  return std::min_element(choice.begin(), choice.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); })->size();
}

// Reads a phrase from left to right: literals give words, groups of alternatives one word of each, whatever may be missing gives nothing.
// Syntax that these phrases have no need of (escapes, flags) ends it: nothing is certain then.
class PhraseReader {
 public:
  explicit PhraseReader(std::u16string text) : text_(std::move(text)) {}

  Choices read() {
    Choices all = read_alternatives();
    return certain_ && at_ == text_.size() ? all : Choices{};
  }

 private:
  enum class Times { once, more, perhaps };

  bool is_at(char16_t c) const { return at_ < text_.size() && text_[at_] == c; }
  bool skip(char16_t c) {
    const bool here = is_at(c);
    at_ += here;
    return here;
  }
  void give_up() {
    certain_ = false;
    at_ = text_.size();
  }

  // Up to the end or to the bracket that closes the group. Of several alternatives each gives its most telling choice, or there is none.
  Choices read_alternatives() {
    Choices all = read_sequence();
    if (!is_at(u'|')) return all;
    Choice one;
    bool each = add_most_telling(all, one);
    while (skip(u'|')) each = add_most_telling(read_sequence(), one) && each;
    return each ? Choices{one} : Choices{};
  }

  static bool add_most_telling(const Choices& all, Choice& one) {
    const auto best = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return shortest(a) < shortest(b); });
    if (best != all.end()) one.insert(one.end(), best->begin(), best->end());
    return best != all.end();
  }

  Choices read_sequence() {
    Choices all;
    std::u16string word;
    const auto end_word = [&] {
      if (!word.empty()) all.push_back({std::exchange(word, {})});
    };
    while (at_ < text_.size() && !is_at(u'|') && !is_at(u')')) {
      const char16_t c = text_[at_];
      if (is_literal(c)) {
        ++at_;
        const Times times = read_times();
        if (times != Times::perhaps) word += c;
        if (times != Times::once) end_word();
      } else {
        end_word();
        Choices part = read_part();
        if (read_times() != Times::perhaps) all.insert(all.end(), part.begin(), part.end());
      }
    }
    end_word();
    return all;
  }

  // What is no literal: a group, or what stands for a character or a number.
  Choices read_part() {
    if (skip(u'(')) return read_group();
    if (skip(u'⟨')) skip_to(u'⟩', u"⟨");
    else if (skip(u'[')) skip_to(u']', u"[\\⟨");
    else if (is_one_of(text_[at_], u".^$")) ++at_;
    else give_up();
    return {};
  }

  Choices read_group() {
    if (skip(u'?') && !skip(u':')) give_up();
    Choices inside = read_alternatives();
    if (!skip(u')')) give_up();
    return inside;
  }

  void skip_to(char16_t end, std::u16string_view strange) {
    const std::size_t close = text_.find(end, at_);
    const std::u16string_view inside = std::u16string_view(text_).substr(at_, close - at_);
    const bool begins_with_end = inside.empty() || inside == u"^";  // []…] holds a bracket; ⟨⟩ is a bare number
    if (close == std::u16string::npos || inside.find_first_of(strange) != std::u16string_view::npos || (end == u']' && begins_with_end)) return give_up();
    at_ = close + 1;
  }

  Times read_times() {
    const bool more = skip(u'+');
    bool perhaps = !more && (skip(u'?') || skip(u'*'));
    if (!more && !perhaps && skip(u'{')) perhaps = true, skip_to(u'}', u"{");
    if (more || perhaps) skip(u'?');  // as few as possible
    if (at_ < text_.size() && (more || perhaps) && is_one_of(text_[at_], u"?*+{")) give_up();
    return more ? Times::more : perhaps ? Times::perhaps : Times::once;
  }

  // Characters of which one unit is half, and those that stand for unreadable ones and for numbers, say nothing about the text.
  static bool is_literal(char16_t c) {
    return !is_one_of(c, u"()[]{}?|*+.^$\\⟨⟩\uFFFD") && !(c >= 0xD800 && c <= 0xF8FF);
  }

  std::u16string text_;
  std::size_t at_ = 0;
  bool certain_ = true;
};

}  // namespace

std::vector<Choice> required_words(std::string_view phrase) { return PhraseReader(to_utf16(phrase)).read(); }

bool has_required(std::u16string_view text, const std::vector<Choice>& choices) {
  const auto stands = [&](const std::u16string& word) { return find_word(text, word) != std::u16string_view::npos; };
  return std::all_of(choices.begin(), choices.end(), [&](const Choice& choice) { return std::any_of(choice.begin(), choice.end(), stands); });
}

}  // namespace renda
