// repair_layout(): the steps of layout, one after the other.
#include <algorithm>

#include "layout/fold.h"
#include "layout/lines.h"
#include "layout/unwrap.h"
#include "renda/layout.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kLongestHeadline = 160;  // half columns

bool is_word(char16_t c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }

// Writes characters of the source, folded, into the document. Where the next one does not stand behind the last in the source, a run begins.
class Writer {
 public:
  // A line gives at most its own characters, its end and a blank at a join.
  Writer(Document& document, std::size_t lines) : document_(document), source_(document.source.text), text_(document.text) {
    text_.reserve(source_.size() + 2 * lines + 16);
    document_.origin.reserve(2 * lines + 16);
  }

  // Characters without blanks and without anything to fold.
  void write_plain(Span source) {
    if (document_.traditional) return write(source);
    begin_run(size(), source.begin);
    text_.append(source_.substr(source.begin, source.size()));
    place_ = source.end - 1;
  }

  // Blanks are kept only between two Latin words or two numbers.
  void write(Span source) {
    bool blank = false;
    for (std::uint32_t i = source.begin; i < source.end;) {
      const char16_t next = fold_character(source_[i]);
      if (is_gap(source_[i])) {
        blank = blank || next == u' ';
        ++i;
        continue;
      }
      if (blank && is_word(last()) && is_word(next)) place_ = i - 1, put(u' ');  // where the last of the gap stands
      blank = false;
      i = write_run(i, source.end);
    }
  }

  // Two Latin words or two numbers on both sides of a line break stay two: a digit split by the break is joined only
  // inside a broken column, where nothing stood between.
  void join(char16_t next) {
    const bool letters = is_word(last()) && is_word(next) && !(last() <= u'9' && next <= u'9');
    if (letters) put(u' ');
  }

  void end_paragraph() {
    if (!text_.empty() && last() != u'\n') put(u'\n');
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  char16_t last() const { return text_.empty() ? u'\n' : text_.back(); }
  // What folds to a blank or to nothing.
  static bool is_gap(char16_t c) { return !is_ideograph(c) && (fold_character(c) == u' ' || fold_character(c) == kDropped); }

  // The characters up to the next gap: they are copied, and folded where they stand. Returns where that gap is.
  std::uint32_t write_run(std::uint32_t begin, std::uint32_t limit) {
    std::uint32_t end = begin;
    while (end < limit && !is_gap(source_[end])) ++end;
    const std::uint32_t at = size();
    begin_run(at, begin);
    text_.append(source_.substr(begin, end - begin));
    for (char16_t *c = text_.data() + at, *const stop = text_.data() + size(); c != stop; ++c) {
      if (!is_ideograph(*c)) *c = fold_character(*c);
      if (document_.traditional) *c = simplify_character(*c);
    }
    place_ = end - 1;
    return end;
  }

  void begin_run(std::uint32_t at, std::uint32_t source) { document_.origin.begin_run(at, source); }

  // A character that the source does not have stands where the one before it does.
  void put(char16_t c) {
    begin_run(size(), place_);
    text_.push_back(c);
  }

  Document& document_;
  const std::u16string_view source_;
  std::u16string& text_;
  std::uint32_t place_ = 0;  // in the source, of the last character written
};

// 依法履职依法履职: the same twice.
bool is_doubled(std::u16string_view word) {
  const std::size_t half = word.size() / 2;
  return half >= 4 && word.size() % 2 == 0 && word.substr(0, half) == word.substr(half);
}

// A headline that a page prints twice in a row: the first half of each word that repeats itself. Empty where none does.
std::vector<Span> without_doubling(std::u16string_view text, const Line& line) {
  std::vector<Span> kept;
  bool doubled = false;
  for (std::uint32_t i = line.span.begin; i < line.span.end;) {
    std::uint32_t end = i;
    while (end < line.span.end && fold_character(text[end]) != u' ') ++end;
    const bool twice = is_doubled(text.substr(i, end - i));
    kept.push_back({i, twice ? i + (end - i) / 2 : end});
    doubled = doubled || twice;
    i = end;
    while (i < line.span.end && fold_character(text[i]) == u' ') ++i;
  }
  if (!doubled) kept.clear();
  return kept;
}

void write_line(Writer& writer, std::u16string_view text, const Line& line) {
  Span span = line.span;
  const bool headline = line.width <= kLongestHeadline && !line.closes;
  if (!line.plain) {
    const auto pieces = headline ? without_doubling(text, line) : std::vector<Span>();
    for (Span piece : pieces) writer.write(piece);
    if (pieces.empty()) writer.write(span);
    return;
  }
  if (headline && is_doubled(text.substr(span.begin, span.size()))) span.end -= span.size() / 2;
  writer.write_plain(span);
}

void write_paragraphs(Writer& writer, std::u16string_view text, const std::vector<Line>& lines, const std::vector<std::size_t>& which) {
  for (std::size_t i : which) {
    write_line(writer, text, lines[i]);
    writer.end_paragraph();
  }
}

std::vector<std::uint32_t> trailing_surrogates(std::u16string_view text) {
  std::vector<std::uint32_t> trails;
  std::uint16_t any = 0;
  for (char16_t c : text) any = static_cast<std::uint16_t>(any | ((c & 0xFC00) == 0xDC00 ? 0xFFFFu : 0u));  // without a branch: compilers vectorise it
  if (any == 0) return trails;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if (text[i] >= 0xDC00 && text[i] <= 0xDFFF) trails.push_back(i);
  return trails;
}

}  // namespace

Document repair_layout(SourceText source) {
  Document document;
  document.source = std::move(source);
  const std::u16string_view text = document.source.text;
  document.traditional = is_traditional(text);
  document.trails = trailing_surrogates(text);
  const auto lines = read_lines(text, document.line_starts);
  const auto continued = continued_lines(lines);

  Writer writer(document, lines.size());
  std::vector<std::size_t> set_apart;  // furniture met inside a paragraph that goes on after it
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].furniture) {
      set_apart.push_back(i);
      continue;
    }
    const auto next = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), [](const Line& l) { return !l.furniture; });
    write_line(writer, text, lines[i]);
    if (continued[i] && next != lines.end()) {
      writer.join(fold_character(text[next->span.begin]));
      continue;
    }
    writer.end_paragraph();
    write_paragraphs(writer, text, lines, set_apart);
    set_apart.clear();
  }
  write_paragraphs(writer, text, lines, set_apart);
  return document;
}

}  // namespace renda
