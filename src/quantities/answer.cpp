// read_number(): the number of one short line, for `renda number`. Reports hold numbers in running text; a line given to this command may also hold
// what no report prints (1 1/2, 三又二分之一, -1.5e3, 半, 两打), so it is read more widely than a report.
#include <algorithm>
#include <optional>

#include "quantities/characters.h"
#include "quantities/line_characters.h"
#include "quantities/long_numeral.h"
#include "quantities/money.h"
#include "quantities/numeral.h"
#include "quantities/words.h"
#include "renda/quantity.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kReach = 80;  // characters in which a number ends
constexpr int kMostScale = 12;
constexpr int kMostDigits = 26;
const Decimal kHalf = Decimal::scaled(5, 1);

bool is_letter(char16_t c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }
Decimal negative(const Decimal& d) { return Decimal::scaled(-d.digits(), d.scale()); }

// `top` / `bottom`, rounded to 12 places; none for a division by zero.
std::optional<Decimal> quotient(const Decimal& top, const Decimal& bottom) {
  if (bottom.digits() == 0 || top.scale() != 0 || bottom.scale() != 0 || top.digits() > ten_to(12)) return std::nullopt;
  return Decimal::scaled((top.digits() * ten_to(kMostScale) + bottom.digits() / 2) / bottom.digits(), kMostScale);
}

class LineReader {
 public:
  LineReader(std::u16string_view text, const MeasureWords& words) : text_(text), words_(words), quantities_(read_quantities(text, words)) {}

  NumberAnswer answer() {
    if (const auto rate = known_phrase()) return *rate;
    const auto begin = start();
    if (!begin) return {};
    begin_ = *begin;
    if (begin_ > 1 && (has(begin_ - 2, u"正负") || text_[begin_ - 1] == u'±')) return {};
    read_sign();
    NumberAnswer found = read();
    if (found.kind == NumberKind::none) return {};
    if (negative_) {
      found.value = negative(found.value);
      const Decimal low = found.low;
      found.low = negative(found.high), found.high = negative(low);
    }
    return found;
  }

 private:
  bool has(std::size_t i, std::u16string_view word) const { return i <= text_.size() && text_.substr(i, word.size()) == word; }
  bool holds(std::u16string_view word) const { return text_.find(word) != std::u16string_view::npos; }

  static NumberAnswer exact(const Decimal& value, NumberKind kind, std::string unit = {}) {
    NumberAnswer a;
    a.value = a.low = a.high = value;
    a.kind = kind;
    a.unit = std::move(unit);
    return a;
  }

  // Shares that are words: 过半, 半数以上, 双百, 两个100%.
  std::optional<NumberAnswer> known_phrase() const {
    if (holds(u"双百") || (holds(u"个100%") && !holds(u"个100%的")) || holds(u"个百分之百")) return exact(Decimal(100), NumberKind::percent, "%");
    if (holds(u"对折")) return exact(Decimal(50), NumberKind::percent, "%");
    if (holds(u"过半") || holds(u"半数以上")) {
      NumberAnswer a = exact(Decimal(50), NumberKind::percent, "%");
      a.high = Decimal(100);
      a.approx = Approx::over;
      return a;
    }
    if (holds(u"次方") || holds(u"成千上万") || holds(u"成百上千") || (holds(u"翻") && holds(u"番"))) return NumberAnswer{};
    return std::nullopt;
  }

  // Where the first numeral begins that is no part of a word or a name.
  std::optional<std::uint32_t> start() const {
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      const char16_t c = text_[i];
      if (is_letter(c)) {
        while (is_letter(at(text_, i + 1)) || is_ascii_digit(at(text_, i + 1))) ++i;
        continue;
      }
      const bool point = (c == u'.' || c == u'点') && digit_value(at(text_, i + 1)) >= 0;
      if (point && (c == u'.' || i == 0 || !is_ideograph(text_[i - 1]) || contains(u"负正是为约达至到", text_[i - 1]))) return i;
      if (!starts_numeral(c)) continue;
      if (has(i, u"零下") || has(i, u"零上")) continue;
      if (contains(u"几数上", c) && !read_numeral(text_.substr(i, 16))) continue;
      const WordHit word = is_ascii_digit(c) ? WordHit{} : word_at(text_, i);
      if (word.kind == NumberWord::none && is_lone_financial(i)) continue;
      if (word.kind == NumberWord::none || outweighs(i, word)) return i;
      i = std::max(i, word.end - 1);
    }
    return std::nullopt;
  }

  // A word that is nothing but the whole line (三八), that a longer numeral covers (十分之一) or that is 一 with its measure word (一件).
  bool outweighs(std::uint32_t i, const WordHit& word) const {
    if (word.kind == NumberWord::name || word.kind == NumberWord::idiom) return false;
    if (has(word.end, u"折") || (has(word.begin, u"两点") && has(word.end, u"半"))) return word.begin == i;  // 九九折, 两点半
    if (has(word.begin, u"第一") && word.end == i + 1) return ends_at(word.end) || words_.find(text_, word.end).second > 0 || power_of_ten(text_[word.end]) > 0;
    if (word.begin != i) return false;
    if (has(i, u"一二三") && word.end == i + 3 && (ends_at(word.end) || words_.find(text_, word.end).second > 0)) return true;
    if (text_[i] == u'半' && contains(u"年天数", at(text_, i + 1)) && word.end == i + 2) return ends_at(word.end) && (i == 0 || !is_ideograph(text_[i - 1]));
    if (word.end == i + 2 && contains(u"一两", text_[i]) && contains(u"批种位名个座片项条张份本篇笔把颗幅台届级类天年月日支件次场部家人只辆斤米岁半", text_[i + 1])) return true;
    if (has(i, u"万一")) return false;
    const auto numeral = read_numeral(text_.substr(i, 64));
    if (!numeral || i + numeral->length < word.end) return false;
    return i + numeral->length > word.end || numeral->length == text_.size() || power_of_ten(text_[word.end - 1]) > 0;
  }

  // Nothing that is a word follows.
  bool ends_at(std::uint32_t i) const { return i >= text_.size() || !is_ideograph(text_[i]); }

  // 海陆空, 拾级, 伍女士: a financial character that stands alone among others is part of a word.
  bool is_lone_financial(std::uint32_t i) const {
    if (!contains(u"壹贰叁肆伍陆柒捌玖拾佰仟", text_[i])) return false;
    if (digit_value(at(text_, i + 1)) >= 0 || power_of_ten(at(text_, i + 1)) > 0) return false;
    const bool counted = ends_at(i + 1) || words_.find(text_, i + 1).second > 0 || contains(u"元圆块角毛分厘点折成又整正余多至到个", text_[i + 1]);
    const bool follows_word = i > 0 && is_ideograph(text_[i - 1]) && !contains(u"第共计币额为是有约负零正加减乘除于的", text_[i - 1]);
    return !counted || follows_word;
  }

  void read_sign() {
    std::uint32_t i = begin_;
    if (i > 0 && text_[i - 1] == u'的') --i;
    if (i == 0) return;
    const char16_t sign = text_[i - 1];
    negative_ = contains(u"负", sign) || (i > 1 && has(i - 2, u"零下")) || (sign == u'-' && i == begin_ && (i < 2 || !(is_ascii_digit(text_[i - 2]) || is_letter(text_[i - 2]))));
  }

  NumberAnswer read() {
    if (at(text_, begin_) == u'半') return half_of(at(text_, begin_ + 1));
    if (const auto money = read_money(text_.substr(begin_, kReach), speaks_of_money())) return exact(money->yuan, money->yuan.is_integer() ? NumberKind::integer : NumberKind::decimal, "元");
    if (const auto quantity = with_prefixed_unit()) return *quantity;
    if (has(begin_, u"一半")) return exact(Decimal::scaled(5, 1), NumberKind::fraction);
    std::u16string rest(text_.substr(begin_, kReach));
    if (const auto point = point_between_digits(rest)) rest[*point] = u'.', rewritten_ = true;
    if (const auto point = rest.find(u"分之点"); point != std::u16string::npos) rest.insert(point + 2, 1, u'零');
    if (const auto half = rest.find(u"百分之半"); half == 0) return exact(kHalf, NumberKind::percent, "%");
    if (rest[0] == u'.' || rest[0] == u'点') rest.insert(0, rest[0] == u'.' ? u"0" : u"零"), shift_ = 1;
    if (const auto negative_part = rest.find(u"分之负"); negative_part != std::u16string::npos) rest.erase(negative_part + 2, 1), negative_ = !negative_;
    if (const auto numeral = read_long_numeral(rest)) return plain(*numeral, std::u16string_view(rest).substr(numeral->length));
    const auto numeral = read_numeral(rest);
    if (!numeral) return {};
    const std::size_t end = numeral->length;
    const auto after = std::u16string_view(rest).substr(end);
    if (begin_ > 0 && text_[begin_ - 1] == u'第') return exact(numeral->value, NumberKind::ordinal, unit_at(after));
    if (refused(*numeral, after)) return {};
    if (auto special = read_special(*numeral, after)) return *special;
    if (numeral->kind == NumberKind::percent || numeral->kind == NumberKind::fraction || shift_ != 0 || rewritten_) return plain(*numeral, after);
    return as_in_a_report(*numeral, after);
  }

  // 3点14, 8点5折, 3点5万; 8点30分 is a time.
  static std::optional<std::size_t> point_between_digits(std::u16string_view text) {
    std::size_t point = 0;
    while (is_ascii_digit(at(text, point))) ++point;
    std::size_t end = point + 1;
    while (is_ascii_digit(at(text, end))) ++end;
    const bool stands = point > 0 && at(text, point) == u'点' && end > point + 1 && (!is_ideograph(at(text, end)) || contains(u"万亿成折", at(text, end)));
    return stands ? std::optional(point) : std::nullopt;
  }

  // 半打, 半百, 半成, 半价.
  static NumberAnswer half_of(char16_t whole) {
    switch (whole) {
      case u'打': return exact(Decimal(6), NumberKind::integer);
      case u'百': return exact(Decimal(50), NumberKind::integer);
      case u'万': return exact(Decimal(5000), NumberKind::integer);
      case u'成': return exact(Decimal(5), NumberKind::percent, "%");
      case u'折': return exact(Decimal(50), NumberKind::percent, "%");
      default: return exact(kHalf, NumberKind::decimal);
    }
  }

  bool speaks_of_money() const { return begin_ > 0 && (contains(u"$¥￥币", text_[begin_ - 1]) || (begin_ > 1 && text_[begin_ - 1] == u'负' && contains(u"$¥￥币", text_[begin_ - 2]))); }

  // 100千米, 二十兆赫: 千 and 兆 belong to the unit. 五千米 are 5,000.
  std::optional<NumberAnswer> with_prefixed_unit() const {
    for (const std::u16string_view unit : {u"千瓦时", u"千字节", u"千米", u"千克", u"千瓦", u"千卡", u"千帕", u"千伏", u"兆瓦", u"兆赫", u"兆字节", u"兆帕", u"兆比特"}) {
      const auto place = text_.substr(begin_, kReach).find(unit);
      if (place == std::u16string_view::npos || place == 0) continue;
      const auto numeral = read_numeral(text_.substr(begin_, place));
      if (!numeral || numeral->length != place || numeral->approx != Approx::exact) continue;
      if (unit[0] == u'千' && place == 1 && !is_ascii_digit(text_[begin_]) && power_of_ten(text_[begin_]) == 0) continue;
      return exact(numeral->value, numeral->kind, to_utf8(unit));
    }
    return std::nullopt;
  }

  // The part that was read goes on: 三百弍, 9十, 1½, 1_000, 一垓. A number is refused rather than cut short.
  static bool is_cut(const Numeral& n, std::u16string_view after) {
    const char16_t next = at(after, 0), second = at(after, 1);
    if (digit_value(next) >= 0 || power_of_ten(next) > 0) return !(next == u'千' && contains(u"瓦米克卡伏赫", second));
    if (contains(u"弌弍弎弐垓秭穰沟涧", next) || (next == u'几' && power_of_ten(second) >= 4)) return true;
    if (next == u'分' && second == u'之') return true;
    return n.digits_only && contains(u"'_", next) && is_ascii_digit(second);
  }

  // What follows shows that the numeral is a piece of something else: a power, a date, a time, a list.
  static bool refused(const Numeral& n, std::u16string_view after) {
    const char16_t next = at(after, 0), second = at(after, 1);
    if (is_cut(n, after)) return true;
    if (contains(u"^*×÷=", next)) return true;
    if (n.digits_only && contains(u".，：:", next) && is_ascii_digit(second)) return true;
    if (next == u' ' && is_ascii_digit(second)) return true;
    if (n.digits_only && next == u'-' && is_ascii_digit(second)) {
      const auto more = after.substr(1).find(u'-');
      return more != std::u16string_view::npos && is_ascii_digit(at(after, more + 2));
    }
    return false;
  }

  std::optional<NumberAnswer> read_special(const Numeral& n, std::u16string_view after) const {
    const char16_t next = at(after, 0);
    if (next == u'又') return mixed(n, after.substr(1));
    if (next == u'/' && is_ascii_digit(at(after, 1))) return ratio(n, after.substr(1), NumberKind::fraction);
    if (contains(u"eE", next) && n.digits_only) return scientific(n, after.substr(1));
    if (n.digits_only && contains(u"kKMGT", next) && !is_letter(at(after, 1))) return multiplied(n, next == u'k' || next == u'K' ? 3 : next == u'M' ? 6 : next == u'G' ? 9 : 12);
    if (next == u'‰' || next == u'‱') return exact(Decimal::scaled(n.value.digits(), n.value.scale() + (next == u'‰' ? 1 : 2)), NumberKind::percent, "%");
    if (after.substr(0, 4) == u"个百分点") return exact(n.value, NumberKind::percent, "%");
    if (next == u'折' && n.value < Decimal(100) && n.value > Decimal(0)) {
      const bool tens = n.value < Decimal(10);
      return exact(tens ? Decimal::scaled(n.value.digits() * 10, n.value.scale()) : n.value, NumberKind::percent, "%");
    }
    if (next == u'打' && (after.size() == 1 || !contains(u"击造算开工印", at(after, 1)))) return exact(Decimal::scaled(n.value.digits() * 12, n.value.scale()), n.kind);
    return half(n, after);
  }

  // 三个半, 两年半, 五点半 is a time and none.
  std::optional<NumberAnswer> half(const Numeral& n, std::u16string_view after) const {
    if (n.kind != NumberKind::integer || n.approx != Approx::exact) return std::nullopt;
    const auto [unit, length] = words_.find(after, 0);
    if (at(after, 0) == u'个' && at(after, 1) == u'半' && length > 2) return exact(*Decimal::sum(n.value, kHalf), NumberKind::decimal, to_utf8(after.substr(2, length - 2)));
    if (at(after, 0) == u'点' && at(after, 1) == u'半' && after.size() == 2) return exact(*Decimal::sum(n.value, kHalf), NumberKind::decimal);
    if (at(after, length) != u'半' || contains(u"点数年天", length == 0 ? at(after, 1) : u'\0') || at(after, 0) == u'点') return std::nullopt;
    return exact(*Decimal::sum(n.value, kHalf), NumberKind::decimal, to_utf8(after.substr(0, length)));
  }

  static NumberAnswer sum_of(const Decimal& whole, const Decimal& part) {
    const auto all = Decimal::sum(whole, part);
    return all ? exact(*all, NumberKind::fraction) : NumberAnswer{};
  }

  std::optional<NumberAnswer> mixed(const Numeral& n, std::u16string_view rest) const {
    const auto part = read_numeral(rest);
    if (!part || !n.value.is_integer()) return NumberAnswer{};
    if (part->kind == NumberKind::fraction) return sum_of(n.value, part->value);
    if (at(rest, part->length) != u'/') return NumberAnswer{};
    const auto fraction = ratio(*part, rest.substr(part->length + 1), NumberKind::fraction);
    if (!fraction || fraction->kind == NumberKind::none) return NumberAnswer{};
    return sum_of(n.value, fraction->value);
  }

  std::optional<NumberAnswer> ratio(const Numeral& top, std::u16string_view rest, NumberKind kind) const {
    const auto bottom = read_numeral(rest);
    if (!bottom || bottom->kind != NumberKind::integer || contains(u"/^", at(rest, bottom->length))) return NumberAnswer{};
    const auto value = quotient(top.value, bottom->value);
    return value ? exact(*value, kind) : NumberAnswer{};
  }

  static std::optional<NumberAnswer> scientific(const Numeral& n, std::u16string_view rest) {
    const bool minus = at(rest, 0) == u'-';
    if (minus || at(rest, 0) == u'+') rest.remove_prefix(1);
    int exponent = 0;
    std::size_t i = 0;
    for (; is_ascii_digit(at(rest, i)) && i < 3; ++i) exponent = exponent * 10 + (rest[i] - u'0');
    if (i == 0 || is_ascii_digit(at(rest, i)) || at(rest, i) == u'.') return NumberAnswer{};
    int digits = 0;
    for (Int128 rest_digits = n.value.digits(); rest_digits > 0; rest_digits /= 10) ++digits;
    const int scale = n.value.scale() + (minus ? exponent : -exponent);
    if (scale > kMostScale || digits - scale > kMostDigits) return NumberAnswer{};
    const Decimal value = scale >= 0 ? Decimal::scaled(n.value.digits(), scale) : Decimal::scaled(n.value.digits() * ten_to(-scale), 0);
    return exact(value, value.is_integer() ? NumberKind::integer : NumberKind::decimal);
  }

  static std::optional<NumberAnswer> multiplied(const Numeral& n, int power) {
    if (n.value.digits() > ten_to(12)) return NumberAnswer{};
    const Decimal value = n.value.times_ten_to(power);
    return exact(value, value.is_integer() ? NumberKind::integer : NumberKind::decimal);
  }

  std::string unit_at(std::u16string_view after) const { return to_utf8(after.substr(0, words_.find(after, 0).second)); }

  NumberAnswer plain(const Numeral& n, std::u16string_view after) const {
    NumberAnswer a = exact(n.value, n.kind, n.kind == NumberKind::percent ? "%" : unit_at(after));
    a.low = n.low, a.high = n.high, a.approx = n.approx;
    if (const Quantity* q = quantity(); q != nullptr && q->approx != Approx::exact && q->value == n.value) a.low = q->low, a.high = q->high, a.approx = q->approx;
    return a;
  }

  const Quantity* quantity() const {
    const auto it = std::find_if(quantities_.begin(), quantities_.end(), [&](const Quantity& q) { return q.number.begin <= begin_ && begin_ < q.number.end; });
    return it == quantities_.end() ? nullptr : &*it;
  }

  // With its approximators, range and unit, as read_quantities() sees it.
  NumberAnswer as_in_a_report(const Numeral& n, std::u16string_view after) const {
    const Quantity* q = quantity();
    if (q == nullptr || q->number.begin != begin_) return plain(n, after);
    if (q->kind == NumberKind::none || (q->unit.empty() && power_of_ten(at(text_, q->number.end)) > 0)) return {};
    if (is_facet(*q) && q + 1 < quantities_.data() + quantities_.size() && q[1].span.begin == q->span.end && q[1].reason == nullptr) ++q;  // 6大类27项
    NumberAnswer a;
    a.value = q->value, a.low = q->low, a.high = q->high, a.approx = q->approx;
    a.kind = q->kind == NumberKind::ordinal ? NumberKind::integer : q->kind;
    a.unit = q->unit.empty() && words_.words[q->unit_id].kind == "percent" ? "%" : to_utf8(text_.substr(q->unit.begin, q->unit.size()));
    return a;
  }

  bool is_facet(const Quantity& q) const {
    const auto unit = text_.substr(q.unit.begin, q.unit.size());
    return unit == u"大类" || unit == u"类" || unit == u"个方面" || unit == u"方面";
  }

  std::u16string_view text_;
  const MeasureWords& words_;
  std::vector<Quantity> quantities_;
  std::uint32_t begin_ = 0, shift_ = 0;
  bool negative_ = false;
  bool rewritten_ = false;  // read from other characters than the line's
};

}  // namespace

NumberAnswer read_number(std::string_view line, const MeasureWords& words) {
  const std::u16string text = line_characters(to_utf16(line.substr(0, 4096)));
  return LineReader(text, words).answer();
}

}  // namespace renda
