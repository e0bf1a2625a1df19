#include "quantities/numeral.h"

#include <algorithm>
#include <array>
#include <vector>

#include "quantities/characters.h"
#include "quantities/power_numeral.h"
#include "text/search.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr int kMostDigits = 27;
constexpr int kMostPower = 24;  // of 几万亿, 三四万亿

constexpr std::array<std::uint8_t, 65536> make_characters() {
  std::array<std::uint8_t, 65536> t{};
  constexpr std::u16string_view digits[] = {u"0〇零○", u"1一壹弌", u"2二贰貳两兩", u"3三叁參叄", u"4四肆", u"5五伍", u"6六陆陸", u"7七柒", u"8八捌", u"9九玖"};
  for (std::uint8_t d = 0; d < 10; ++d)
    for (char16_t c : digits[d]) t[c] = static_cast<std::uint8_t>(kStart | (d + 1));
  constexpr std::pair<std::u16string_view, std::uint8_t> powers[] = {{u"十拾", 1}, {u"百佰", 2}, {u"千仟", 3}, {u"万萬", 4}, {u"亿億", 8}, {u"兆", 12}, {u"京", 16}};
  for (const auto& [set, power] : powers)
    for (char16_t c : set) t[c] = static_cast<std::uint8_t>((power < 16 ? kStart : 0) | kPower | power);  // 京 counts only inside a numeral
  for (char16_t c : std::u16string_view(u"廿卅卌几数上半")) t[c] |= kStart;
  return t;
}

void set_exact(Numeral& n, const Decimal& value) { n.value = n.low = n.high = value; }

// The place of the last digit that is not zero: 30 -> 10.
Int128 last_place(Int128 digits) {
  Int128 place = 1;
  const auto drop_zeros = [&place](auto number) {
    for (; number != 0 && number % 10 == 0; number /= 10) place *= 10;
  };
  const auto word = static_cast<std::int64_t>(digits);
  if (word == digits) drop_zeros(word);  // division of 64 bits is quick
  else drop_zeros(digits);
  return place;
}

// 一次, 三个: a digit alone, as nearly all Chinese numerals of a report are. What makes more of it: 分之, 成, 点, %.
bool is_lone_digit(std::u16string_view text) {
  const char16_t next = at(text, 1);
  return digit_value(text[0]) > 0 && !is_ascii_digit(text[0]) && kNumeralCharacters[next] == 0 && !is_one_of(next, u"分成点%");
}

// 128件: digits that a word follows at once, as nearly all numbers of a report are. What makes more of them is a numeral character itself (3万, 20几),
// or 分之, 成.
std::optional<Numeral> read_whole(std::u16string_view text) {
  constexpr std::size_t kLongest = 9;
  std::int64_t digits = 0;
  std::size_t length = 0;
  for (; length <= kLongest && is_ascii_digit(at(text, length)); ++length) digits = digits * 10 + (text[length] - u'0');
  const char16_t next = at(text, length);
  const bool alone = is_ideograph(next) && kNumeralCharacters[next] == 0 && !is_one_of(next, u"分成") && at(text, 2) != u'几';
  if (length == 0 || length > kLongest || !alone) return std::nullopt;
  return Numeral{.value = digits, .low = digits, .high = digits, .step = static_cast<std::int64_t>(last_place(digits)), .length = static_cast<std::uint32_t>(length), .digits_only = true};
}

// 1 243, 11 264: thousands set apart by a blank. Three digits behind a blank belong to the number, unless more digits follow.
void read_grouped_by_blanks(std::u16string_view text, Int128& digits, int& count, std::size_t& i) {
  if (i == 0 || i > 3 || text[0] == u'0') return;
  while (count <= 24 && at(text, i) == u' ' && is_ascii_digit(at(text, i + 1)) && is_ascii_digit(at(text, i + 2)) && is_ascii_digit(at(text, i + 3)) &&
         !is_ascii_digit(at(text, i + 4)) && at(text, i + 4) != u'.') {
    for (std::size_t k = 1; k <= 3; ++k) digits = digits * 10 + (text[i + k] - u'0');
    count += 3;
    i += 4;
  }
}

// ASCII digits with thousands and a decimal part: 3902, 3，902, 69.86, 3·3.
std::optional<Numeral> read_ascii(std::u16string_view text) {
  Int128 digits = 0;
  int count = 0, scale = 0;
  std::size_t i = 0;
  while (is_ascii_digit(at(text, i)) && count <= kMostDigits) digits = digits * 10 + (text[i++] - u'0'), ++count;
  if (count == 0 || count > kMostDigits) return std::nullopt;
  while (count <= 27 && i <= 27 && (count <= 3 || i > 3) && (at(text, i) == u'，' || at(text, i) == u',') && is_ascii_digit(at(text, i + 1)) &&
         is_ascii_digit(at(text, i + 2)) && is_ascii_digit(at(text, i + 3)) && !is_ascii_digit(at(text, i + 4))) {
    for (std::size_t k = 1; k <= 3; ++k) digits = digits * 10 + (text[i + k] - u'0');
    count += 3;
    i += 4;
  }
  read_grouped_by_blanks(text, digits, count, i);
  const bool point = (at(text, i) == u'.' || at(text, i) == u'·') && is_ascii_digit(at(text, i + 1));
  if (point) {
    ++i;
    while (is_ascii_digit(at(text, i)) && count <= kMostDigits) digits = digits * 10 + (text[i++] - u'0'), ++count, ++scale;
    if (at(text, i) == u'.' && is_ascii_digit(at(text, i + 1))) return std::nullopt;  // 1.2.3
  }
  if (count > kMostDigits || scale > 12) return std::nullopt;
  Numeral n;
  set_exact(n, Decimal::scaled(digits, scale));
  n.kind = point ? NumberKind::decimal : NumberKind::integer;
  n.length = static_cast<std::uint32_t>(i);
  n.digits_only = true;
  n.step = Decimal::scaled(scale == 0 ? last_place(digits) : 1, scale);
  return n;
}

// 二〇二三: digits one after the other.
std::optional<Numeral> read_digit_string(std::u16string_view text) {
  std::size_t i = 0;
  Int128 digits = 0;
  while (digit_value(at(text, i)) >= 0 && !is_ascii_digit(at(text, i)) && i <= kMostDigits) digits = digits * 10 + digit_value(text[i++]);
  const int power = power_of_ten(at(text, i));  // 六八九万
  if (i < 2 || i + static_cast<std::size_t>(power) > kMostDigits || (power > 0 && power < 4)) return std::nullopt;
  if (power > 0 && (digit_value(at(text, ++i)) >= 0 || power_of_ten(at(text, i)) > 0)) return std::nullopt;
  Numeral n;
  set_exact(n, Decimal::scaled(digits * ten_to(power), 0));
  n.length = static_cast<std::uint32_t>(i);
  n.digits_only = n.chinese = true;
  return n;
}

// Two neighbouring digits: 三四十, 七八, 三五, 十七八, 二十三四; the lower is the value.
std::optional<Numeral> read_neighbours(std::u16string_view text) {
  if (const std::size_t tens_length = digit_value(at(text, 0)) > 0 && !is_ascii_digit(text[0]) ? 2 : 1; power_of_ten(at(text, tens_length - 1)) == 1) {
    auto ones = read_neighbours(text.substr(tens_length));
    if (!ones || ones->length != 2) return std::nullopt;
    const Int128 tens = Int128{10} * (tens_length == 2 ? digit_value(text[0]) : 1);
    ones->low = ones->value = Decimal::scaled(tens + ones->low.digits(), 0);
    ones->high = Decimal::scaled(tens + ones->high.digits(), 0);
    ones->length += static_cast<std::uint32_t>(tens_length);
    return ones;
  }
  const int first = digit_value(at(text, 0)), second = digit_value(at(text, 1));
  if (first <= 0 || second <= 0 || is_ascii_digit(text[0]) || digit_value(at(text, 2)) >= 0) return std::nullopt;
  if (second != first + 1 && !(first == 3 && second == 5)) return std::nullopt;
  int power = 0;
  std::size_t i = 2;
  while (power_of_ten(at(text, i)) > 0) power += power_of_ten(text[i++]);
  if (power > kMostPower || digit_value(at(text, i)) >= 0) return std::nullopt;
  Numeral n;
  n.low = n.value = Decimal::scaled(first * ten_to(power), 0);
  n.high = Decimal::scaled(second * ten_to(power), 0);
  n.approx = Approx::about;
  n.kind = NumberKind::range;
  n.chinese = true;
  n.length = static_cast<std::uint32_t>(i);
  return n;
}

// 几十 数百 上千 十几 几: an order of magnitude with its bounds.
std::optional<Numeral> read_vague(std::u16string_view text) {
  const char16_t first = text[0];
  Numeral n;
  n.approx = Approx::about;
  n.chinese = true;
  if (first == u'几' || first == u'数' || first == u'上') {
    std::size_t i = 1;
    int power = 0;
    while (power_of_ten(at(text, i)) > 0) power += power_of_ten(text[i++]);
    if (power == 0 || power > kMostPower || digit_value(at(text, i)) >= 0) return std::nullopt;
    const Int128 unit = ten_to(power);
    n.value = Decimal::scaled(unit, 0);
    n.low = Decimal::scaled(first == u'上' ? unit : 2 * unit, 0);
    n.high = Decimal::scaled(first == u'上' ? unit : 10 * unit - 1, 0);
    n.step = n.value;
    n.length = static_cast<std::uint32_t>(i);
    return n;
  }
  // 十几, 二十几, 20几
  std::size_t i = 0;
  Int128 tens = 0;
  if (power_of_ten(first) == 1) tens = 10, i = 1;
  else if ((is_ascii_digit(first) && at(text, 1) == u'0') || (digit_value(first) > 0 && power_of_ten(at(text, 1)) == 1)) tens = Int128{10} * digit_value(first), i = 2;
  if (i == 0 || at(text, i) != u'几') return std::nullopt;
  n.value = Decimal::scaled(tens, 0);
  n.low = Decimal::scaled(tens + 1, 0);
  n.high = Decimal::scaled(tens + 9, 0);
  n.length = static_cast<std::uint32_t>(i + 1);
  if (const int power = power_of_ten(at(text, n.length)); power >= 4) {  // 十几万, 二十几亿
    for (Decimal* d : {&n.value, &n.low, &n.high}) *d = d->times_ten_to(power);
    ++n.length;
  }
  if (power_of_ten(at(text, n.length)) > 0) return std::nullopt;
  return n;
}

std::optional<Numeral> read_plain(std::u16string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_ascii_digit(text[0])) {
    if (at(text, 2) == u'几') return read_vague(text);
    auto n = read_ascii(text);
    const bool powers = n && n->kind == NumberKind::integer && power_of_ten(at(text, n->length)) > 1;
    if (!powers) return n;
    return read_power_numeral(text);
  }
  if (auto n = read_vague(text)) return n;
  if (auto n = read_neighbours(text)) return n;
  if (auto n = read_digit_string(text)) return n;
  return read_power_numeral(text);
}

// 三点一四: the decimal part of a Chinese numeral.
void read_chinese_point(std::u16string_view text, Numeral& n) {
  std::size_t i = n.length;
  if (!n.chinese || at(text, i) != u'点' || digit_value(at(text, i + 1)) < 0) return;
  if (power_of_ten(at(text, i + 2)) == 1) return;  // 八点二十 is a time
  Int128 digits = n.value.digits();
  int scale = 0;
  for (++i; digit_value(at(text, i)) >= 0 && scale < 12; ++i, ++scale) digits = digits * 10 + digit_value(text[i]);
  set_exact(n, Decimal::scaled(digits, scale));
  n.step = Decimal::scaled(1, scale);
  n.kind = NumberKind::decimal;
  n.length = static_cast<std::uint32_t>(i);
}

// 1.2万, 一点五亿, 2.5千万: powers behind a decimal.
void read_trailing_powers(std::u16string_view text, Numeral& n) {
  if (n.kind != NumberKind::decimal) return;
  std::size_t i = n.length;
  int power = 0;
  for (int next = power_of_ten(at(text, i)); next > 1 && power + next <= 12; next = power_of_ten(at(text, i))) power += next, ++i;
  if (power == 0) return;
  const int scale = n.step.scale();
  set_exact(n, n.value.times_ten_to(power));
  n.step = Decimal::scaled(ten_to(power), scale);
  if (n.value.is_integer()) n.kind = NumberKind::integer;
  n.length = static_cast<std::uint32_t>(i);
  n.digits_only = false;
}

// 百分之九十五, 千分之三, 三分之二, 9成5, 八成半.
std::optional<Numeral> read_part_of(std::u16string_view text) {
  constexpr std::size_t kReach = 12;
  std::size_t fraction = 0;  // what stands before 分之 is a numeral, whose characters are known
  while (fraction < kReach && (!is_ideograph(at(text, fraction)) || kNumeralCharacters[text[fraction]] != 0)) ++fraction;
  if (fraction == 0 || at(text, fraction) != u'分' || at(text, fraction + 1) != u'之') return std::nullopt;
  const auto whole_text = text.substr(0, fraction);
  const bool percent = whole_text == u"百" || whole_text == u"佰", permille = whole_text == u"千" || whole_text == u"万";
  auto whole = read_plain(whole_text);
  if (!whole || whole->length != fraction) return std::nullopt;
  const auto rest = text.substr(fraction + 2);
  if (percent && at(rest, 0) == u'百') {
    Numeral n;
    set_exact(n, Decimal(100));
    n.kind = NumberKind::percent;
    n.chinese = true;
    n.length = static_cast<std::uint32_t>(fraction + 3);
    return n;
  }
  auto part = read_plain(rest);
  if (!part || whole->value == Decimal(0)) return std::nullopt;
  read_chinese_point(rest, *part);
  part->length += static_cast<std::uint32_t>(fraction + 2);
  if (percent) {
    part->kind = NumberKind::percent;
    return part;
  }
  if (permille) {
    set_exact(*part, Decimal::scaled(part->value.digits(), part->value.scale() + (whole_text == u"千" ? 1 : 2)));
    part->kind = NumberKind::percent;
    return part;
  }
  if (!part->value.is_integer() || !whole->value.is_integer() || part->value > Decimal::scaled(ten_to(26), 0)) return std::nullopt;
  const Int128 scaled = part->value.digits() * ten_to(12), divisor = whole->value.digits();
  set_exact(*part, Decimal::scaled((scaled + divisor / 2) / divisor, 12));
  part->kind = NumberKind::fraction;
  return part;
}

// 七八成: both bounds are tenths.
std::optional<Numeral> read_tenths_between(std::u16string_view text, Numeral n) {
  if (n.kind != NumberKind::range || at(text, n.length) != u'成' || !(n.high < Decimal(11))) return std::nullopt;
  for (Decimal* d : {&n.value, &n.low, &n.high}) *d = d->times_ten_to(1);
  n.kind = NumberKind::percent;
  ++n.length;
  return n;
}

std::optional<Numeral> read_tenths(std::u16string_view text, const Numeral& n) {
  if (auto between = read_tenths_between(text, n)) return between;
  const std::size_t i = n.length;
  if (at(text, i) != u'成' || !(n.value < Decimal(11)) || n.value == Decimal(0) || n.approx != Approx::exact) return std::nullopt;
  const std::u16string_view others = u"立功员为效果果都本长年熟因人交就语品型";
  if (others.find(at(text, i + 1)) != std::u16string_view::npos && at(text, i + 1) != 0) return std::nullopt;
  Numeral percent = n;
  const bool half = at(text, i + 1) == u'半';
  const int tail = half ? 5 : digit_value(at(text, i + 1));
  const bool has_tail = tail > 0 && power_of_ten(at(text, i + 2)) == 0 && (half || digit_value(at(text, i + 2)) < 0);
  Int128 digits = n.value.digits() * 10;
  for (int s = n.value.scale(); s < 0; ++s) digits *= 10;
  set_exact(percent, Decimal::scaled(digits + (has_tail && n.value.is_integer() ? tail : 0), n.value.scale()));
  percent.kind = NumberKind::percent;
  percent.length = static_cast<std::uint32_t>(i + 1 + (has_tail ? 1 : 0));
  return percent;
}

}  // namespace

constexpr std::array<std::uint8_t, 65536> kNumeralCharacters = make_characters();

std::size_t find_numeral(std::u16string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 8;  // without a branch inside
  for (; at + kBlock <= text.size(); at += kBlock) {
    unsigned any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) any |= kNumeralCharacters[text[at + i]];
    if ((any & kStart) != 0) break;
  }
  while (at < text.size() && !starts_numeral(text[at])) ++at;
  return at;
}

std::optional<Numeral> read_numeral(std::u16string_view text) {
  if (text.empty() || !starts_numeral(text[0])) return std::nullopt;
  if (is_lone_digit(text)) {
    Numeral n;
    set_exact(n, Decimal(digit_value(text[0])));
    n.chinese = true;
    n.length = 1;
    return n;
  }
  if (auto whole = read_whole(text)) return whole;
  if (text.substr(0, 3) == u"百分百") {
    Numeral n;
    set_exact(n, Decimal(100));
    n.kind = NumberKind::percent;
    n.chinese = true;
    n.length = 3;
    return n;
  }
  if (auto part = read_part_of(text)) return part;
  if (text[0] == u'半') return std::nullopt;
  auto n = read_plain(text);
  if (!n) return std::nullopt;
  read_chinese_point(text, *n);
  read_trailing_powers(text, *n);
  if (auto tenths = read_tenths(text, *n)) return tenths;
  if (at(text, n->length) == u'%') {
    n->kind = NumberKind::percent;
    ++n->length;
  }
  return n;
}

}  // namespace renda
