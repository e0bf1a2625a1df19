// read_quantities(): every number of a text, with its measure word, its approximators and, where the form alone tells, the reason why it
// is no statistic.
#include <algorithm>
#include <array>
#include <tuple>

#include "quantities/characters.h"
#include "quantities/numeral.h"
#include "quantities/words.h"
#include "renda/quantity.h"
#include "text/search.h"

namespace renda {
namespace {

constexpr std::int64_t kMostBeforePower = 1'000'000'000'000;  // of 三百多万: no report holds more, and what is multiplied fits

struct Approximator {
  std::u16string_view word;
  Approx approx;
};

// Longest first where one ends with another.
constexpr Approximator kBefore[] = {{u"不少于", Approx::over}, {u"不低于", Approx::over}, {u"不超过", Approx::under}, {u"不多于", Approx::under}, {u"突破了", Approx::over},
                                    {u"超过", Approx::over}, {u"突破", Approx::over}, {u"至少", Approx::over}, {u"将近", Approx::under}, {u"接近", Approx::under},
                                    {u"不足", Approx::under}, {u"不到", Approx::under}, {u"逼近", Approx::under}, {u"大约", Approx::about}, {u"大概", Approx::about}, {u"约有", Approx::about},
                                    {u"至多", Approx::under}, {u"近", Approx::under}, {u"约", Approx::about}, {u"超", Approx::over}, {u"逾", Approx::over}};
constexpr Approximator kAfter[] = {{u"以上", Approx::over}, {u"左右", Approx::about}, {u"上下", Approx::about}, {u"前后", Approx::about}, {u"以内", Approx::under}, {u"以下", Approx::under}, {u"之多", Approx::exact}};

constexpr CharacterFilter kBeforeEnds = [] {
  CharacterFilter filter;
  for (const auto& a : kBefore) filter.add(a.word.back());
  return filter;
}();
constexpr CharacterFilter kAfterBegins = [] {
  CharacterFilter filter;
  for (const auto& a : kAfter) filter.add(a.word[0]);
  return filter;
}();

bool is_letter(char16_t c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }

class Reader {
 public:
  Reader(std::u16string_view text, const MeasureWords& words) : text_(text), words_(words), percent_(words.find(u"%", 0).first) {}

  std::vector<Quantity> run() {
    quantities_.reserve(std::min<std::size_t>(text_.size() / 40, 512));
    for (std::size_t at = find_numeral(text_, 0); at < text_.size(); at = find_numeral(text_, at)) at = read_at(static_cast<std::uint32_t>(at));
    return std::move(quantities_);
  }

 private:
  char16_t at(std::size_t i) const { return i < text_.size() ? text_[i] : u'\0'; }
  bool has(std::size_t i, std::u16string_view word) const { return i <= text_.size() && text_.substr(i, word.size()) == word; }
  template <std::size_t N>
  bool has(std::size_t i, const char16_t (&word)[N]) const { return has(i, literal(word)); }
  bool before(std::uint32_t i, std::u16string_view word) const { return i >= word.size() && text_.substr(i - word.size(), word.size()) == word; }
  template <std::size_t N>
  bool before(std::uint32_t i, const char16_t (&word)[N]) const { return before(i, literal(word)); }

  // Returns where to go on.
  std::uint32_t read_at(std::uint32_t begin) {
    if (!is_ascii_digit(text_[begin])) {
      const WordHit word = word_at(text_, begin);
      if (word.kind == NumberWord::name) return add_name(word.begin, word.end);
      if (word.kind == NumberWord::idiom || (word.kind == NumberWord::word && !is_counted(begin, word))) return std::max(word.end, begin + 1);
    }
    if (begin > 0 && is_letter(text_[begin - 1]) && is_ascii_digit(text_[begin])) return add_code(begin);  // S316, G20
    auto numeral = read_numeral(text_.substr(begin, 64));
    if (!numeral) {
      if (!is_ascii_digit(text_[begin])) return begin + 1;
      std::uint32_t end = begin;
      while (is_ascii_digit(at(end)) || ((at(end) == u'.' || at(end) == u'，') && is_ascii_digit(at(end + 1)))) ++end;
      Quantity q = plain(begin, end);
      q.kind = NumberKind::none;
      q.reason = "unreadable";
      quantities_.push_back(q);
      return end;
    }
    return finish(begin, *numeral);
  }

  // 一批12件 is a word (一批), but 两级 in 县乡两级 too; 一个, 一名 count nothing; 十分 before a unit is none. Words never count, with one exception:
  // a listed 数字 word that a longer numeral continues (一百 in 一百姓 does not occur).
  bool is_counted(std::uint32_t begin, const WordHit& word) const {
    if (word.begin < begin) return false;
    const auto numeral = read_numeral(text_.substr(begin, 64));
    if (!numeral) return false;
    const std::uint32_t numeral_end = begin + numeral->length;
    if (numeral_end > word.begin + 1 && numeral_end >= word.end) return true;  // 千万元, 百年: the numeral is longer
    if (text_[begin] == u'两' && words_.find(text_, numeral_end).second > 0 && word.end - word.begin == 2) return !is_one_of(at(begin + 1), u"者旁侧岸边用点区地难手头翼级大");
    return false;
  }

  Quantity plain(std::uint32_t begin, std::uint32_t end) const {
    Quantity q;
    q.span = q.number = {begin, end};
    q.unit = {end, end};
    return q;
  }

  std::uint32_t add_name(std::uint32_t begin, std::uint32_t end) {
    if (!quantities_.empty() && quantities_.back().span.end > begin) return end;
    Quantity q = plain(begin, end);
    q.reason = "name";
    std::uint32_t digit = begin;
    while (digit < end && !starts_numeral(text_[digit])) ++digit;
    if (const auto n = read_numeral(text_.substr(digit, end - digit))) q.value = q.low = q.high = n->value;
    quantities_.push_back(q);
    return end;
  }

  std::uint32_t add_code(std::uint32_t begin) {
    std::uint32_t end = begin;
    while (is_ascii_digit(at(end)) || is_letter(at(end)) || (at(end) == u'.' && is_ascii_digit(at(end + 1)))) ++end;  // PM2.5
    Quantity q = plain(begin, end);
    if (const auto n = read_numeral(text_.substr(begin, end - begin))) q.value = q.low = q.high = n->value;
    q.reason = "code";
    quantities_.push_back(q);
    return end;
  }

  std::uint32_t finish(std::uint32_t begin, const Numeral& numeral) {
    Quantity q = plain(begin, begin + numeral.length);
    q.value = numeral.value, q.low = numeral.low, q.high = numeral.high, q.approx = numeral.approx, q.kind = numeral.kind;
    if (q.kind == NumberKind::percent) {
      q.unit = at(q.number.end - 1) == u'%' ? Span{q.number.end - 1, q.number.end} : Span{q.number.end, q.number.end};
      q.unit_id = percent_;
      if (!q.unit.empty()) --q.number.end;
    }
    auto unit = words_.find(text_, q.span.end);
    if (read_range(q, numeral, unit.second)) unit = words_.find(text_, q.span.end);
    if (q.kind != NumberKind::percent) read_unit(q, numeral, unit);
    read_approximators(q);
    if (numeral.chinese && bare_one(q)) return q.span.end;
    q.reason = form_reason(q, numeral);
    if (q.reason == nullptr && q.unit_id != 0 && !words_.words[q.unit_id].reason.empty()) q.reason = words_.words[q.unit_id].reason.c_str();
    if (!quantities_.empty() && q.span.begin < quantities_.back().span.end) q.span.begin = quantities_.back().span.end;
    quantities_.push_back(q);
    return std::max(q.span.end, begin + 1);
  }

  // 3至5, 3—5, 20-30, 3~5, 5名~10名; `unit_length` of the measure word behind the first number. True if the number goes on.
  bool read_range(Quantity& q, const Numeral& first, std::uint32_t unit_length) {
    if (q.approx != Approx::exact || first.kind == NumberKind::fraction) return false;
    std::uint32_t i = q.span.end;
    if (unit_length > 0 && is_one_of(at(i + unit_length), u"~至到—-")) i += unit_length;
    std::uint32_t joint = 0;
    if (is_one_of(at(i), u"至到~-")) joint = 1;
    if (at(i) == u'—') joint = at(i + 1) == u'—' ? 2u : 1u;
    if (joint == 0) return false;
    const auto second = read_numeral(text_.substr(std::min<std::size_t>(i + joint, text_.size()), 32));
    if (!second || second->approx != Approx::exact || !(second->value > first.value) || second->chinese != first.chinese) return false;
    const int shared = shared_power(first, text_.substr(i + joint, second->length), second->value);
    const std::uint32_t end = i + joint + second->length;
    if (is_one_of(at(end), u"年月日") && is_one_of(at(i - 1), u"年月日") && at(end) != at(i - 1)) return false;  // 2016年10月至2021年9月
    q.span.end = q.number.end = end;
    if (is_one_of(at(q.span.end), u"年月日") && first.digits_only) return true;
    q.value = q.low = first.value.times_ten_to(shared);
    q.high = second->value;
    q.kind = NumberKind::range;
    q.approx = Approx::about;
    if (second->kind == NumberKind::percent) q.unit_id = percent_;
    return true;
  }

  // 三到四百万 is 三百万到四百万, 30~40万 is 30万~40万, 三到五成 is 三成到五成: how often ten goes into what both share.
  static int shared_power(const Numeral& first, std::u16string_view second, const Decimal& value) {
    constexpr int kMost = 9999;  // whoever leaves 万 out says a small number
    if (first.kind == NumberKind::percent || first.value > Decimal(kMost)) return 0;
    if (second.ends_with(u'成')) return first.value < Decimal(10) ? 1 : 0;
    int power = 0;
    for (; !second.empty() && power_of_ten(second.back()) > 1; second.remove_suffix(1)) {
      power += power_of_ten(second.back());
      if (first.value.times_ten_to(power) < value && !(first.value.times_ten_to(power + 1) < value)) return power;
    }
    return 0;
  }

  // `word`: the measure word at the end of the number, unless 余 or 多 stand between.
  void read_unit(Quantity& q, const Numeral& numeral, std::pair<std::uint16_t, std::uint32_t> word) {
    std::uint32_t i = q.span.end;
    if ((at(i) == u'余' || at(i) == u'多' || at(i) == u'来') && !has(i, u"多样") && !has(i, u"多元") && !has(i, u"多种") && !has(i, u"余额") && !has(i, u"来自") && !has(i, u"来信") && !has(i, u"来访")) {
      if (at(i) != u'来' || numeral.chinese) set_over(q, numeral), ++i;
      // 2万余 may be followed by the power: 三百多万
      const int power = q.value < Decimal(kMostBeforePower) ? power_of_ten(at(i)) : 0;
      if (power >= 4 && numeral.kind == NumberKind::integer) {
        q.value = q.value.times_ten_to(power);
        q.low = Decimal::scaled(Decimal::scaled(q.low.digits() - 1, 0).times_ten_to(power).digits() + 1, 0);
        q.high = Decimal::scaled(Decimal::scaled(q.high.digits() + 1, 0).times_ten_to(power).digits() - 1, 0);
        ++i;
      } else if (power >= 4 && numeral.kind == NumberKind::decimal) {  // 1.2多万
        Numeral whole = numeral;
        whole.step = numeral.step.times_ten_to(power);
        q.value = numeral.value.times_ten_to(power);
        set_over(q, whole);
        if (q.value.is_integer()) q.kind = NumberKind::integer;
        ++i;
      }
      q.span.end = q.number.end = i;
      q.unit = {i, i};
      word = words_.find(text_, i);
    }
    auto [unit, length] = word;
    if (length == 2 && has(i, u"次人") && is_one_of(at(i + 2), u"民大代")) std::tie(unit, length) = words_.find(text_.substr(0, i + 1), i);  // 两次人民代表大会
    if (length == 0) {
      if (at(i) == u'余' || at(i) == u'多') q.span.end = i;
      read_header_unit(q);
      return;
    }
    if (length == 1 && !unit_stands(i)) return;
    q.unit_id = unit;
    q.unit = {i, i + length};
    q.span.end = i + length;
    if ((at(q.span.end) == u'多' || at(q.span.end) == u'余') && words_.words[unit].reason == "duration") set_over(q, numeral), ++q.span.end;
  }

  // 常委会会议（次）8: a table's header carries the unit.
  void read_header_unit(Quantity& q) const {
    const std::uint32_t close = q.number.begin;
    if (close == 0 || text_[close - 1] != u'）') return;
    constexpr std::uint32_t kLongest = 5;  // with its brackets
    const std::uint32_t least = close - std::min(close, kLongest);
    const auto open = text_.substr(least, close - least).rfind(u'（');
    if (open == std::u16string_view::npos) return;
    const auto begin = least + static_cast<std::uint32_t>(open) + 1;
    const auto [unit, length] = words_.find(text_, begin);
    if (length == 0 || begin + length != close - 1) return;
    q.unit_id = unit;
    q.unit = {begin, begin + length};
  }

  // One-character measure words that begin another word: 5月, 3点建议 stay; 3大, 两家企业 stay; 12部门 (部 of 部门), 8项目, 4条例, 5期间, 3位于, 2次于 do not.
  bool unit_stands(std::uint32_t i) const {
    static constexpr std::u16string_view kNot[] = {u"部门", u"部分", u"部署", u"部队", u"项目", u"条例", u"条件", u"期间", u"期限", u"位于", u"位置", u"件件", u"班子", u"班主任", u"场所", u"场地", u"场馆",
                                            u"处理", u"处于", u"处置", u"家庭", u"家长", u"家站", u"所有", u"所在", u"本级", u"本届", u"本市", u"本地", u"组织", u"组成", u"分别", u"分管", u"分类", u"对于", u"对口", u"对接",
                                            u"级人大", u"类似", u"起来", u"起草", u"起诉", u"点击", u"人大", u"人民", u"人均", u"名义", u"名单", u"名列", u"面对", u"代表", u"代办", u"回复", u"回访", u"回头看", u"方案", u"年度计划", u"大会", u"大力", u"大幅",
                                            u"大量", u"大批", u"个别", u"个人", u"座谈", u"例会", u"里程", u"成立", u"成为", u"成功", u"日常", u"日前", u"号召", u"张贴", u"支持", u"套路", u"台账", u"台湾", u"头等", u"字号", u"线上", u"线下", u"度假", u"次日", u"届时"};
    if (has(i, u"个人大") || has(i, u"个人民")) return true;  // 267个人大代表联络站
    if (has(i, u"家站所")) return true;                       // 6家站所 are six bodies, 家站310个 are stations
    if (has(i, u"件件件")) return true;                       // 1209件，件件有答复 without the comma
    static constexpr std::size_t kSlots = 1024;
    constexpr auto slot = [](char16_t first, char16_t second) { return (first * 31u + second) % kSlots; };
    static constexpr auto kBegins = [slot] {  // few pairs of characters fall into the slot of one that begins such a word
      std::array<bool, kSlots> begins{};
      for (const auto word : kNot) begins[slot(word[0], word[1])] = true;
      return begins;
    }();
    if (!kBegins[slot(text_[i], at(i + 1))]) return true;
    return std::none_of(std::begin(kNot), std::end(kNot), [&](std::u16string_view word) { return word[0] == text_[i] && has(i, word); });
  }

  void set_over(Quantity& q, const Numeral& numeral) const {
    if (q.approx == Approx::under) return;
    q.approx = Approx::over;
    Int128 v = q.value.digits(), s = numeral.step.digits();
    int scale = std::max(q.value.scale(), numeral.step.scale());
    for (int k = q.value.scale(); k < scale; ++k) v *= 10;
    for (int k = numeral.step.scale(); k < scale; ++k) s *= 10;
    if (numeral.chinese && numeral.value == Decimal(10)) s = 10;
    q.low = scale == 0 ? Decimal::scaled(v + 1, 0) : q.value;
    q.high = s > 1 ? Decimal::scaled(v + s - (scale == 0 ? 1 : 0), scale) : q.value;
    if (q.high < q.low) q.high = q.low;
  }

  void read_approximators(Quantity& q) const {
    if (kAfterBegins.may_hold(at(q.span.end))) read_after(q);
    if (q.span.begin > 0 && kBeforeEnds.may_hold(text_[q.span.begin - 1])) read_before(q);
  }

  void read_after(Quantity& q) const {
    for (const auto& a : kAfter) {
      if (!has(q.span.end, a.word)) continue;
      q.span.end += static_cast<std::uint32_t>(a.word.size());
      if (a.approx != Approx::exact) set_approx(q, a.approx);
      return;
    }
  }

  void read_before(Quantity& q) const {
    for (const auto& a : kBefore) {
      if (!before(q.span.begin, a.word)) continue;
      const char16_t earlier = q.span.begin > a.word.size() ? text_[q.span.begin - a.word.size() - 1] : u'\0';
      if (a.word == u"近" && is_one_of(earlier, u"附邻最远靠亲贴临")) return;
      if (a.word == u"约" && is_one_of(earlier, u"预节条公契签合制")) return;
      if (a.word == u"超" && is_one_of(earlier, u"赶反")) return;
      if (!quantities_.empty() && q.span.begin - a.word.size() < quantities_.back().span.end) return;
      q.span.begin -= static_cast<std::uint32_t>(a.word.size());
      if (q.approx == Approx::exact || a.approx != Approx::about) set_approx(q, a.approx);
      return;
    }
  }

  void set_approx(Quantity& q, Approx approx) const {
    q.approx = approx;
    if (approx == Approx::under) {
      const Int128 ninth = q.value.digits() * 9;
      q.low = Decimal::scaled(ninth, q.value.scale() + 1);
      q.high = q.value.is_integer() ? Decimal::scaled(q.value.digits() - 1, 0) : q.value;
      if (q.low.scale() > 0 && q.value.is_integer()) q.low = Decimal::scaled(ninth / 10 + (ninth % 10 != 0 ? 1 : 0), 0);
      if (q.high < q.low) q.low = q.high;
    }
  }

  // A bare 一 counts only as 一次, 一场, 一件 ... of something.
  bool bare_one(const Quantity& q) const {
    return q.number.size() == 1 && text_[q.number.begin] == u'一' && q.kind == NumberKind::integer && !(q.unit.size() == 1 && is_one_of(text_[q.unit.begin], u"次场件部期批项"));
  }

  const char* form_reason(Quantity& q, const Numeral& numeral) const {
    const std::uint32_t b = q.number.begin, e = q.number.end;
    const char16_t next = at(e), previous = b > 0 ? text_[b - 1] : u'\n';
    if (previous == u'第') {
      q.span.begin = std::min(q.span.begin, b - 1);
      q.kind = NumberKind::ordinal;
      return "ordinal";
    }
    if (next == u'届') {
      if (previous == u'届' || numeral.chinese || b > 0) q.kind = NumberKind::ordinal;
      return "ordinal";
    }
    // N届N次会议, 人大四次会议, 五十七次会议 after 常委会
    if (next == u'次' && (has(e + 1, u"会议") || has(e + 1, u"全会") || has(e + 1, u"全体会议")) && (before(b, u"大会") || before(b, u"人大") || before(b, u"届") || before(b, u"委员会")) && numeral.chinese) {
      q.kind = NumberKind::ordinal;
      return "ordinal";
    }
    if (next == u'年' || next == u'月' || next == u'日' || next == u'号') {
      const bool year = next == u'年' && numeral.digits_only && numeral.value > Decimal(999) && numeral.value < Decimal(3000);
      if (next == u'日' || next == u'号' || year) {
        q.unit = {e, e + 1};
        q.span.end = std::max(q.span.end, e + 1);
        return next == u'号' && !before(b, u"月") ? "code" : "date";
      }
      if (next == u'月' && !has(e, u"月度")) {
        q.span.end = std::max(q.span.end, e + 1);
        return "date";
      }
      if (has(e, u"年代")) return "date";
      if (next == u'年' && numeral.digits_only && e - b == 2 && is_ascii_digit(text_[b]) && !before(b, u"近") && numeral.value > Decimal(49)) return "date";
      if (next == u'年') return "duration";
    }
    if (numeral.digits_only && numeral.value > Decimal(1900) && numeral.value < Decimal(2100) && e - b == 4 && q.unit.empty()) return "date";
    if (is_one_of(next, u"时点") && (before(b, u"午") || before(b, u"日")) && q.unit.size() <= 1) return "date";
    if (next == u'：' && is_ascii_digit(at(e + 1)) && is_ascii_digit(at(e + 2)) && !is_ascii_digit(at(e + 3)) && numeral.value < Decimal(25)) return "date";
    if (previous == u'：' && b >= 2 && is_ascii_digit(text_[b - 2]) && e - b == 2) return "date";
    if (next == u'分' && has(e, u"分钟")) return "duration";
    if (previous == u'〔' || (next == u'〕') || (previous == u'［') || (previous == u'[' && next == u']')) return "document_number";
    if (next == u'号' || has(e, u"号文")) return "document_number";
    if (is_list_label(q)) return "list_label";
    if (previous == u'+' || next == u'+' || (is_letter(next) && !has(e, u"A类")) || previous == u'×') return "name";
    if (is_ascii_digit(text_[b]) && q.unit.empty() && numeral.digits_only && e - b >= 5 && q.approx == Approx::exact && is_one_of(next, u"热线举报平服电话”“便民")) return "code";
    if (previous == u'-' || (is_ascii_digit(text_[b]) && next == u'-' && is_ascii_digit(at(e + 1)))) return "code";
    if (q.unit.empty() && numeral.digits_only && e - b >= 7 && is_ascii_digit(text_[b])) return "code";
    if (previous == u'“' && next == u'”') return "name";
    if (q.kind == NumberKind::fraction) return "fraction";
    if (numeral.chinese && is_repeated(q)) return "one_by_one";  // 由镇政府一件一件办成
    if (numeral.chinese && q.unit.empty() && q.kind != NumberKind::percent) return "no_unit";  // “两”链, 四建设两提高
    return nullptr;
  }

  // 一件一件, 一个一个: one after another, no count.
  bool is_repeated(const Quantity& q) const {
    if (q.unit.empty() || q.value != Decimal(1)) return false;
    const Span whole{q.number.begin, q.unit.end};
    const auto word = text_.substr(whole.begin, whole.size());
    return has(whole.end, word) || before(whole.begin, word);
  }

  bool is_list_label(const Quantity& q) const {
    const std::uint32_t b = q.number.begin, e = q.number.end;
    const char16_t previous = b > 0 ? text_[b - 1] : u'\n', next = at(e);
    const bool start = is_one_of(previous, u"\n。；：");
    if (previous == u'（' && next == u'）' && q.value < Decimal(100) && q.unit.empty()) return true;
    if (!start || !(q.value < Decimal(100))) return false;
    if (next == u'、') return q.unit.empty() && !starts_numeral(at(e + 1));
    return (next == u'.' || next == u'，') && q.unit.empty() && (is_ascii_digit(text_[b]) || next == u'.') && !is_ascii_digit(at(e + 1));
  }

  std::u16string_view text_;
  const MeasureWords& words_;
  const std::uint16_t percent_;  // the unit of percentages
  std::vector<Quantity> quantities_;
};

}  // namespace

std::string_view approx_name(Approx approx) {
  constexpr std::string_view kNames[] = {"exact", "over", "under", "about"};
  return kNames[static_cast<std::size_t>(approx)];
}

std::string_view kind_name(NumberKind kind) {
  constexpr std::string_view kNames[] = {"none", "integer", "decimal", "fraction", "percent", "ordinal", "range"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Quantity> read_quantities(std::u16string_view text, const MeasureWords& words) { return Reader(text, words).run(); }

}  // namespace renda
