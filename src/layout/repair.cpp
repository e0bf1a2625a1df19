// repair_layout(): the steps of layout, one after the other.
#include <algorithm>
#include <numeric>

#include "layout/fold.h"
#include "layout/lines.h"
#include "layout/unwrap.h"
#include "renda/layout.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::uint32_t kLongestHeadline = 160;  // half columns

bool is_word(char16_t c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }

// Writes characters of the source, folded, into the document, each with its place.
class Writer {
 public:
  // A line gives at most its own characters, its end and a blank at a join.
  Writer(Document& document, std::size_t lines) : document_(document) {
    const std::size_t most = document.source.text.size() + 2 * lines + 16;
    document_.text.resize(most);
    document_.origin.resize(most);
  }

  void finish() {
    document_.text.resize(size_);
    document_.origin.resize(size_);
  }

  // Characters without blanks and without anything to fold.
  void write_plain(Span source) {
    if (document_.traditional) return write(source);
    std::copy(document_.source.text.begin() + source.begin, document_.source.text.begin() + source.end, document_.text.begin() + static_cast<std::ptrdiff_t>(size_));
    std::iota(document_.origin.begin() + static_cast<std::ptrdiff_t>(size_), document_.origin.begin() + static_cast<std::ptrdiff_t>(size_ + source.size()), source.begin);
    size_ += source.size();
  }

  void write(Span source) {
    const std::u16string_view text = document_.source.text;
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
      if (is_ideograph(text[i]) && !blank_ && !document_.traditional) {
        i = write_ideographs(text, i, source.end) - 1;
        continue;
      }
      char16_t c = fold_character(text[i]);
      if (c == kDropped) continue;
      if (c == u' ') {
        blank_ = true;
        continue;
      }
      if (document_.traditional) c = simplify_character(c);
      if (blank_) write_blank(c, i);
      put(c, i);
    }
    blank_ = false;
  }

  // Two Latin words or two numbers on both sides of a line break stay two: a digit split by the break is joined only
  // inside a broken column, where nothing stood between.
  void join(char16_t next) {
    const bool letters = is_word(last()) && is_word(next) && !(last() <= u'9' && next <= u'9');
    if (letters) put(u' ', document_.origin[size_ - 1]);
  }

  void end_paragraph() {
    if (size_ > 0 && last() != u'\n') put(u'\n', document_.origin[size_ - 1]);
  }

 private:
  char16_t last() const { return size_ == 0 ? u'\n' : document_.text[size_ - 1]; }

  void put(char16_t c, std::uint32_t origin) {
    document_.text[size_] = c;
    document_.origin[size_++] = origin;
  }

  // Ideographs stay as they are. Returns the end of the run.
  std::uint32_t write_ideographs(std::u16string_view text, std::uint32_t begin, std::uint32_t limit) {
    char16_t* const to = document_.text.data() + size_;
    std::uint32_t* const origin = document_.origin.data() + size_;
    std::uint32_t count = 0;
    for (; begin + count < limit && is_ideograph(text[begin + count]); ++count) {
      to[count] = text[begin + count];
      origin[count] = begin + count;
    }
    size_ += count;
    return begin + count;
  }

  // Blanks are kept only between two Latin words or two numbers.
  void write_blank(char16_t next, std::uint32_t origin) {
    blank_ = false;
    if (is_word(last()) && is_word(next)) put(u' ', origin - 1);
  }

  Document& document_;
  std::size_t size_ = 0;  // characters written
  bool blank_ = false;
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
  unsigned any = 0;
  for (char16_t c : text) any |= static_cast<unsigned>((c & 0xFC00) == 0xDC00);  // without a branch: compilers vectorise it
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
  writer.finish();
  return document;
}

}  // namespace renda
