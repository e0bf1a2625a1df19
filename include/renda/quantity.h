// Floor 4, quantities: every number of a text with its measure word, read once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "renda/document.h"
#include "renda/span.h"

namespace renda {

__extension__ typedef __int128 Int128;  // ISO C++ has no name for it

/// An exact decimal: `digits` x 10^-scale, 0 <= scale <= 12, |digits| < 10^27 (a 128-bit integer, never a double).
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : digits_(whole) {}  // NOLINT: numbers are written as numbers
  static Decimal scaled(Int128 digits, int scale) { return scale == 0 ? Decimal(digits, 0) : reduced(digits, scale); }
  Int128 digits() const { return digits_; }
  int scale() const { return scale_; }
  bool is_integer() const { return scale_ == 0; }
  /// Ten to the power of `power` times as much, exactly; a negative power divides. The digits must fit.
  Decimal times_ten_to(int power) const {
    Int128 digits = digits_;
    for (; power > scale_; --power) digits *= 10;
    return scaled(digits, scale_ - power);
  }
  /// Plain decimal, never in exponent form, no trailing zeros after the point: "12000", "69.86", "-7", "0.375".
  std::string text() const;
  /// Reads what text() writes.
  static std::optional<Decimal> parse(std::string_view text);
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) { return compare(a, b) > 0; }
  static int compare(const Decimal& a, const Decimal& b) {
    if (a.scale_ != b.scale_) return compare_scaled(a, b);
    return a.digits_ < b.digits_ ? -1 : a.digits_ > b.digits_ ? 1 : 0;
  }
  /// Exact; none where the digits do not fit.
  static std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> difference(const Decimal& a, const Decimal& b);
  /// a / divisor, rounded to `places` (at most 12), halves away from zero; none where the digits do not fit or the divisor is 0.
  static std::optional<Decimal> quotient(const Decimal& a, std::int64_t divisor, int places);

 private:
  constexpr Decimal(Int128 digits, std::int32_t scale) : digits_(digits), scale_(scale) {}
  static Decimal reduced(Int128 digits, int scale);
  static int compare_scaled(const Decimal& a, const Decimal& b);

  Int128 digits_ = 0;
  std::int32_t scale_ = 0;
};

enum class Approx { exact, over, under, about };
std::string_view approx_name(Approx approx);

enum class NumberKind { none, integer, decimal, fraction, percent, ordinal, range };
std::string_view kind_name(NumberKind kind);

/// One number of a text. Spans are code units of the text that was read.
struct Quantity {
  Decimal value, low, high;           ///< low == high == value where nothing else is said
  Approx approx = Approx::exact;
  NumberKind kind = NumberKind::integer;
  Span span;                          ///< everything that belongs to it: 近百个, 约30余次, 3至5次, 5次以上, 第3次, 50多个
  Span number;                        ///< the numeral alone: 百, 30, 3至5, 5, 3, 50
  Span unit;                          ///< the measure word as it stands (次, 人次, 人(次), %), empty where there is none
  std::uint16_t unit_id = 0;          ///< index into MeasureWords::words, 0 = none or unknown
  const char* reason = nullptr;       ///< set where the form alone says that it is no statistic: a reason code (date, ordinal, name ...)
};

/// The measure words the reader knows, and what each is: filled by the patterns floor from patterns/measure_words.toml.
struct MeasureWord {
  std::u16string word;                ///< in the folded form (人(次) is 人（次）)
  std::string kind;                   ///< events, batches, documents, points, projects, places, people, person_times ... ; kinds compare
  std::string reason;                 ///< where the unit itself makes the number no statistic: money, area, length, duration, age ...
};
struct MeasureWords {
  std::vector<MeasureWord> words{1};  ///< [0] is the empty word
  /// Longest known word at `at` of `text`: its index and length; {0, 0} if none.
  std::pair<std::uint16_t, std::uint32_t> find(std::u16string_view text, std::size_t at) const {
    const std::uint16_t group = at < text.size() ? group_[text[at]] : std::uint16_t{0};
    return group == 0 ? std::pair<std::uint16_t, std::uint32_t>{} : find_in(by_first_[group - 1u], text, at);
  }
  void add(MeasureWord word);

 private:
  struct Entry {
    std::uint16_t index, length;
    char16_t second;  // 0 for a word of one character
  };
  using Group = std::vector<Entry>;
  std::pair<std::uint16_t, std::uint32_t> find_in(const Group& group, std::u16string_view text, std::size_t at) const;

  std::vector<Group> by_first_;                                           // words that begin alike, longest first
  std::vector<std::uint16_t> group_ = std::vector<std::uint16_t>(65536);  // per unit: index + 1 into by_first_
};

/// Every number of the folded text, once, in text order, not overlapping. Linear; never throws. Chinese numerals that are parts of
/// words (收拾, 四川, 一切, 统一) are no numbers. Numerals: GB/T 15835-2011, with 两, 廿, the financial forms and 0 in its spellings.
std::vector<Quantity> read_quantities(std::u16string_view text, const MeasureWords& words);

/// The measure word as the source prints it (UTF-8); % for percentages written in words (百分之九十五); empty where there is none.
std::string quote_unit(const Document& document, const Quantity& quantity);

/// The number of one short line (`renda number`), wherever it stands there, simplified or traditional, spaces inside or not.
/// A fraction is its plain value (rounded to 12 places), an ordinal gives its number. kind none where there is no number or more than can be
/// read: refuse rather than be wrong. Never throws; only the first 4096 bytes are read.
struct NumberAnswer {
  Decimal value, low, high;
  Approx approx = Approx::exact;
  NumberKind kind = NumberKind::none;
  std::string unit;
};
NumberAnswer read_number(std::string_view line, const MeasureWords& words);

}  // namespace renda
