#include "facts/opening_years.h"

#include "facts/reading.h"

namespace renda {

bool is_quoted(std::u16string_view before) {
  for (const auto& [open, close] : {std::pair(u'《', u'》'), std::pair(u'“', u'”')}) {
    const auto opened = before.rfind(open), closed = before.rfind(close);
    if (opened != std::u16string_view::npos && (closed == std::u16string_view::npos || closed < opened)) return true;
  }
  return false;
}

bool is_founding(const Date& date, std::u16string_view text) {
  constexpr std::size_t kReach = 30;
  const auto after = text.substr(date.span.end, kReach), before = text.substr(0, date.span.begin);
  if (before.ends_with(u"至") || before.ends_with(u"到") || before.ends_with(u"始于")) return false;
  if (before.ends_with(u"始建于") || before.ends_with(u"建于") || before.ends_with(u"成立于")) return true;
  const auto sentence = after.substr(0, after.find_first_of(u"。；"));
  return has_any(sentence.substr(0, std::min<std::size_t>(8, sentence.find(u'，'))), {u"挂牌", u"开张", u"换牌", u"揭牌", u"起步", u"启用", u"投用", u"建成", u"当选", u"成立", u"改版", u"改造", u"投资"}) ||
         has_any(sentence, {u"确定为", u"成为全国", u"确定设立", u"当选", u"选出来", u"设立县人大常委会", u"设立市人大常委会"}) || (date.month != 0 && has(sentence, u"建起"));
}

OpeningYears read_opening_years(std::u16string_view opening, std::string_view report_date) {
  OpeningYears years;
  for (const Date& date : read_dates(opening)) {
    const auto before = opening.substr(0, date.span.begin), after = opening.substr(date.span.end, 12);
    if (date.month != 0 && date.text() == report_date) continue;
    if (is_quoted(before) || has_any(after, {u"收官", u"开局之年", u"将"}) || (after.starts_with(u"，") && has_any(after, {u"计划", u"打算"})) || before.ends_with(u"〔") || before.ends_with(u"比") || before.ends_with(u"较")) continue;
    const bool until = before.ends_with(u"截至") || before.ends_with(u"截止") || before.ends_with(u"截止到") || before.ends_with(u"到") || before.ends_with(u"截至到") || before.ends_with(u"。至") || before.ends_with(u"，至");
    const bool joined = before.size() >= 2 && (before.ends_with(u"至") || before.ends_with(u"到")) && !before.ends_with(u"截至") && has(u"年月日0123456789", before.substr(before.size() - 2, 1));
    if (joined || (before.ends_with(u"至") && !until) || is_founding(date, opening)) continue;
    if (until && !years.until) years.until = date;
    if (until) continue;
    if (years.year) {
      if (years.year->year < date.year) years.year = date;  // 报告2021年度审计查出问题整改情况…。2022年，: the audited year comes before
      break;
    }
    years.year = date;
    years.from = before.ends_with(u"始于") || before.ends_with(u"自") || before.ends_with(u"从");
    if (!has_any(after.substr(0, 5), {u"度审计", u"度预算", u"度决算", u"度本级", u"度市本级", u"度财政"})) break;
  }
  return years;
}

}  // namespace renda
