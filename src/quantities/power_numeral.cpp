#include "quantities/power_numeral.h"

#include <vector>

#include "quantities/characters.h"

namespace renda {
namespace {

constexpr int kNoPower = 99;
constexpr std::size_t kMostAsciiDigits = 12;

constexpr Int128 kMost = ten_to(26);

int tens_digit(char16_t c) { return c == u'廿' ? 2 : c == u'卅' ? 3 : c == u'卌' ? 4 : 0; }

// A number is a row of closed groups, each below the step of the one before: 十二亿 | 三千四百五十六万 | 七千八百九十. Below 万 a group is a section of
// digits with 千 百 十 in falling order.
class PowerReader {
 public:
  explicit PowerReader(std::u16string_view text) : text_(text) {}

  std::optional<Numeral> read() {
    while (place_ < text_.size() && valid_ && !finished_ && read_one()) {
    }
    const bool trailing_zero = zero_ && (section_ != 0 || !groups_.empty());
    if (!valid_ || !any_ || trailing_zero || is_digit_or_power(place_)) return std::nullopt;
    if (!groups_.empty() && section_ >= ten_to(groups_.back().power)) return std::nullopt;
    Int128 total = section_;
    for (const Group& group : groups_) total += group.value;
    if (total > kMost) return std::nullopt;
    Numeral n;
    n.value = n.low = n.high = Decimal::scaled(total, 0);
    n.step = Decimal::scaled(step_, 0);
    n.length = static_cast<std::uint32_t>(place_);
    n.chinese = !is_ascii_digit(text_[0]);
    return n;
  }

 private:
  struct Group {
    Int128 value;
    int power;  // of its unit: 4 万, 8 亿 ...
  };

  char16_t at(std::size_t i) const { return i < text_.size() ? text_[i] : u'\0'; }
  // 京 is a power inside a numeral only (3京津冀 is none).
  int power_at(std::size_t i) const {
    const int power = i < text_.size() ? power_of_ten(text_[i]) : 0;
    const bool goes_on = i + 1 == text_.size() || digit_value(at(i + 1)) >= 0 || power_of_ten(at(i + 1)) > 0;
    return power == 16 && !goes_on ? 0 : power;
  }
  // 万千瓦, 万千米: the 千 belongs to the unit.
  bool is_unit_prefix(std::size_t i) const { return power_at(i) == 3 && std::u16string_view(u"瓦米克卡伏赫").find(at(i + 1)) != std::u16string_view::npos && i + 1 < text_.size(); }
  bool is_digit_or_power(std::size_t i) const { return i < text_.size() && (digit_value(text_[i]) >= 0 || power_at(i) > 0 || tens_digit(text_[i]) > 0) && !is_unit_prefix(i); }
  bool refuse() { return valid_ = false; }

  // One zero, coefficient with its power, or power; false where the numeral ends.
  bool read_one() {
    const char16_t c = at(place_);
    if (is_ascii_digit(c)) return read_ascii();
    if (const int tens = tens_digit(c)) return ++place_, add(tens, 1);
    const int digit = digit_value(c);
    if (digit == 0) {
      if (zero_) return refuse();
      zero_ = any_ = true;
      last_ = kNoPower;
      return ++place_, true;
    }
    if (digit > 0) return ++place_, read_power_of(digit);
    const int power = power_at(place_);
    if (power == 0 || (last_was_group_ && is_unit_prefix(place_))) return false;
    if (power >= 4) return ++place_, close_group(power);
    const bool alone = !any_;  // 百, 千 as round words; 十 also inside: 一百十五
    if (power > 1 && !alone) return refuse();
    return ++place_, add(1, power);
  }

  bool read_ascii() {
    std::size_t length = 0;
    Int128 value = 0;
    for (; is_ascii_digit(at(place_ + length)) && length <= kMostAsciiDigits; ++length) value = value * 10 + (at(place_ + length) - u'0');
    if (length > kMostAsciiDigits || at(place_ + length) == u'.') return refuse();
    const int power = power_at(place_ + length);
    if (power == 1 && value > 9) return refuse();
    place_ += length;
    return read_power_of(value);
  }

  bool read_power_of(Int128 coefficient) {
    const int power = power_at(place_);
    if (power > 0 && power < 4) return ++place_, add(coefficient, power);
    if (power >= 4 || zero_ || coefficient > 9 || !elidable()) return power < 4 ? (finished_ = true, add(coefficient, 0)) : add(coefficient, 0);
    finished_ = true;
    const int place = last_ != kNoPower ? last_ - 1 : groups_.back().power - 1;
    section_ += coefficient * ten_to(place);
    step_ = ten_to(place);
    any_ = true;
    return true;
  }

  // 一百五: the last power was 百 or more and nothing says zero.
  bool elidable() const { return last_ != kNoPower ? last_ > 1 : section_ == 0 && !groups_.empty(); }

  bool add(Int128 coefficient, int power) {
    const int bound = last_in_section_;
    if (power >= bound) return refuse();
    // 一百五万: a digit two or more places down needs its zero before a larger power
    if (power == 0 && bound != kNoPower && bound > 1 && !zero_ && coefficient < 10 && power_at(place_) >= 4) return refuse();
    section_ += coefficient * ten_to(power);
    step_ = ten_to(power);
    for (; coefficient >= 10 && coefficient % 10 == 0; coefficient /= 10) step_ *= 10;
    last_ = last_in_section_ = power;
    last_was_group_ = false;
    zero_ = false;
    return any_ = true;
  }

  bool close_group(int power) {
    Int128 value = section_;
    bool folded = section_ != 0;
    while (!groups_.empty() && groups_.back().power < power) value += groups_.back().value, groups_.pop_back(), folded = true;
    if (!any_) value = 1, folded = true;
    if (!folded || value > ten_to(18)) return refuse();
    const Int128 scaled = value * ten_to(power);
    if (!groups_.empty() && scaled >= ten_to(lowest_)) return refuse();
    groups_.push_back({scaled, power});
    step_ = (section_ != 0 ? step_ : last_was_group_ ? step_ : 1) * ten_to(power);
    lowest_ = lowest_place(scaled, power);
    section_ = 0;
    last_ = kNoPower, last_in_section_ = kNoPower;
    zero_ = false;
    last_was_group_ = true;
    return any_ = true;
  }

  // The place below which the next group must stay: that of the unit itself.
  static int lowest_place(Int128 value, int power) {
    int place = power;
    while (place < 26 && value % ten_to(place + 1) == 0) ++place;
    return place;
  }

  std::u16string_view text_;
  std::size_t place_ = 0;
  std::vector<Group> groups_;
  Int128 section_ = 0, step_ = 1;
  int last_ = kNoPower;             // power of the token before, none after a zero or a unit
  int last_in_section_ = kNoPower;  // smallest power of this section
  int lowest_ = 26;
  bool zero_ = false, any_ = false, valid_ = true, finished_ = false, last_was_group_ = false;
};

}  // namespace

std::optional<Numeral> read_power_numeral(std::u16string_view text) { return PowerReader(text).read(); }

}  // namespace renda
