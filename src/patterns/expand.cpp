#include "patterns/expand.h"

#include "renda/diagnostic.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kMostLiterals = 4000;
constexpr int kDeepest = 16;
using Strings = std::vector<std::u16string>;

// A recursive descent over the notation; each level returns the strings it stands for.
class Expander {
 public:
  explicit Expander(std::u16string_view notation) : notation_(notation) {}

  Strings alternatives(int depth) {
    if (depth > kDeepest) fail("groups are nested too deeply");
    Strings all = sequence(depth);
    while (at_ < notation_.size() && notation_[at_] == u'|') {
      ++at_;
      for (auto& s : sequence(depth)) all.push_back(std::move(s));
    }
    return all;
  }

  bool at_end() const { return at_ == notation_.size(); }

  [[noreturn]] void fail(const std::string& what) const {
    Diagnostic d;
    d.message = what;
    d.line = 1;
    d.column = static_cast<std::uint32_t>(at_ + 1);
    d.hint = "words are literals with (?:a|b), [ab] and x?; … is a gap; write freer phrases under `patterns`";
    throw Error(d);
  }

 private:
  Strings sequence(int depth) {
    Strings all{u""};
    while (at_ < notation_.size() && notation_[at_] != u'|' && notation_[at_] != u')') {
      Strings item = atom(depth);
      if (at_ < notation_.size() && notation_[at_] == u'?') {
        ++at_;
        item.push_back(u"");
      }
      all = product(all, item);
    }
    return all;
  }

  Strings atom(int depth) {
    const char16_t c = notation_[at_];
    if (c == u'(') return group(depth);
    if (c == u'[') return one_of();
    if (std::u16string_view(u".*+{}^$\\]").find(c) != std::u16string_view::npos) fail("this character has no meaning in a word list");
    ++at_;
    return {std::u16string(1, c)};
  }

  Strings group(int depth) {
    ++at_;
    if (notation_.substr(at_, 2) == u"?:") at_ += 2;
    Strings inner = alternatives(depth + 1);
    if (at_end() || notation_[at_] != u')') fail("a group is not closed");
    ++at_;
    return inner;
  }

  Strings one_of() {
    Strings all;
    for (++at_; at_ < notation_.size() && notation_[at_] != u']'; ++at_) all.push_back(std::u16string(1, notation_[at_]));
    if (at_end()) fail("a class [ is not closed");
    ++at_;
    return all;
  }

  Strings product(const Strings& left, const Strings& right) const {
    if (left.size() * right.size() > kMostLiterals) fail("the list stands for too many words");
    Strings all;
    all.reserve(left.size() * right.size());
    for (const auto& l : left)
      for (const auto& r : right) all.push_back(l + r);
    return all;
  }

  std::u16string_view notation_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Word> expand_words(std::string_view notation) {
  const std::u16string text = to_utf16(notation);
  Expander expander(text);
  std::vector<Word> words;
  for (auto& literal : expander.alternatives(0)) {
    const std::size_t gap = literal.find(u'…');
    Word word = gap == std::u16string::npos ? Word{u"", literal} : Word{literal.substr(0, gap), literal.substr(gap + 1)};
    if (word.text.empty() || word.text.find(u'…') != std::u16string::npos) expander.fail("a word is empty or has two gaps");
    words.push_back(std::move(word));
  }
  if (!expander.at_end()) expander.fail("a group is closed that was not opened");
  return words;
}

}  // namespace renda
