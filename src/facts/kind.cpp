// read_kind(): what kind of text this is, and whether it is an account of a congress's work at all. Only clear evidence in title or opening
// silences a text; in doubt it is a report.
#include "facts/reading.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr std::size_t kSubject = 120, kSubjectHead = 40;  // characters of a first sentence, and of its subject
constexpr std::size_t kOpening = 3000;  // and those that show who is spoken of at all
constexpr std::size_t kHeadline = 60;  // characters of a first line that may stand for a title

struct Judgement {
  const char* kind;
  bool is_report;
  const char* rule;
};

bool is_of_congress(std::u16string_view title) { return has_any(title, {u"人大", u"人民代表大会", u"常委会", u"主席团", u"代表建议", u"代表议案"}); }
bool is_of_deputies(std::u16string_view title) { return has_any(title, {u"代表", u"评议", u"监督"}); }
bool looks_back(std::u16string_view title) { return has_any(title, {u"总结", u"回顾", u"报告", u"综述", u"纪实", u"情况", u"巡礼", u"回眸", u"答卷", u"成效"}); }

bool ends_with_any(std::u16string_view text, std::initializer_list<std::u16string_view> endings) {
  while (!text.empty() && (text.back() == u'\n' || text.back() == u'》' || text.back() == u' ')) text.remove_suffix(1);
  if (!text.empty() && text.back() == u'）' && text.rfind(u'（') != std::u16string_view::npos) text = text.substr(0, text.rfind(u'（'));
  for (const auto ending : endings)
    if (text.ends_with(ending)) return true;
  return false;
}

// "我代表X人民法院，向大会报告工作": who speaks, told by the words between 代表 and 报告.
std::u16string_view speaker(std::u16string_view head) {
  for (std::size_t at = find_word(head, u"代表"); at != std::u16string_view::npos; at = find_word(head, u"代表", at + 1)) {
    if (at == 0 || !has_any(head.substr(at - std::min<std::size_t>(at, 3), 3), {u"我代", u"我受", u"我", u"现在", u"，", u"："})) continue;
    const auto clause = head.substr(at + 2, 60);
    const auto report = first_of(clause, {u"向大会", u"向本次", u"报告工作", u"作工作报告", u"作报告", u"报告", u"请予审议", u"请予审查"});
    if (report != std::u16string_view::npos && report > 3) return clause.substr(0, report);
  }
  return {};
}

Judgement judge_speaker(std::u16string_view who) {
  if (has_any(who, {u"政协", u"政治协商"})) return {"cppcc", false, "speaker"};
  if (has(who, u"人民法院") || has(who, u"中级法院")) return {"court", false, "speaker"};
  if (has(who, u"检察院")) return {"procuratorate", false, "speaker"};
  if (has_any(who, {u"中共", u"中国共产党"})) return {"party", false, "speaker"};
  if (has(who, u"政府") && !is_of_congress(who)) return {"government", false, "speaker"};
  return {nullptr, true, nullptr};
}

// Lines that begin with 第…条, among the first ones: those of a statute, also where its beginning is missing.
bool has_articles(std::u16string_view text) {
  constexpr std::size_t kArticles = 3, kNumber = 8;
  std::size_t articles = text.starts_with(u"第") && text.substr(0, kNumber).find(u'条') != std::u16string_view::npos;
  for (std::size_t at = text.find(u"\n第"); at != std::u16string_view::npos && articles < kArticles; at = text.find(u"\n第", at + 1)) {
    const auto number = text.substr(at + 2, kNumber);
    const auto end = number.find(u'条');
    articles += end != std::u16string_view::npos && end > 0 && number.substr(0, end).find_first_not_of(u"一二三四五六七八九十百零0123456789") == std::u16string_view::npos;
  }
  return articles == kArticles;
}

bool is_statute(const Reading& r) {
  if (has_articles(r.head)) return true;
  const bool articles = has(r.head, u"第一条") && (has(r.text.substr(0, 6000), u"第二条") || has(r.text.substr(0, 6000), u"第三条"));
  if (!articles) return false;
  return ends_with_any(r.title, {u"条例", u"办法", u"规定", u"规则", u"细则", u"法", u"决定", u"决议", u"章程", u"制度", u"意见", u"准则", u"规范"}) || has(r.head, u"第一章") || has(r.head, u"总则") ||
         find_word(r.head, u"第一条") < 400;
}

constexpr std::u16string_view kBodies[] = {u"局", u"厅", u"公司", u"集团", u"学校", u"大学", u"学院", u"中学", u"小学", u"医院", u"总工会", u"妇联", u"团委", u"红十字会", u"协会", u"商会", u"联合会", u"工商联", u"法院", u"检察院", u"支队", u"村委会", u"居委会"};

// 市民政局2022年工作总结, 县总工会工作报告: who reports, right before what it is.
bool is_account_of_other_body(std::u16string_view title) {
  for (const std::u16string_view account : {u"工作总结", u"工作报告", u"工作情况", u"工作回顾"}) {
    const auto at = title.find(account);
    if (at == std::u16string_view::npos) continue;
    auto who = title.substr(0, at);
    while (!who.empty() && is_one_of(who.back(), u"0123456789０１２３４５６７８９二〇零一三四五六七八九年度上半全的")) who.remove_suffix(1);
    for (const std::u16string_view body : kBodies)
      if (who.ends_with(body)) return true;
  }
  return false;
}

bool names_body(std::u16string_view title) { return is_of_congress(title) || has_any(title, {u"政协", u"政府", u"法院", u"检察院", u"委", u"局"}); }

// 【市第一人民医院】2016年…: an entry of a yearbook on another body.
bool is_entry_of_other_body(std::u16string_view head) {
  if (!head.starts_with(u"【")) return false;
  const auto name = head.substr(1, std::min<std::size_t>(head.find(u'】'), kHeadline) - 1);
  if (is_of_congress(name)) return false;
  return std::any_of(std::begin(kBodies), std::end(kBodies), [&](std::u16string_view body) { return name.ends_with(body); });
}

// Without the line below it, which names the session and so the congress: ——在敦煌市第十八届人民代表大会第五次会议上.
std::u16string_view main_title(const Reading& r) {
  const auto first_line = r.head.substr(0, r.head.find(u'\n'));
  const bool headline = first_line.size() <= kHeadline && first_line.find_first_of(u"，。；") == std::u16string_view::npos;
  const auto title = !r.title.empty() ? r.title : headline ? first_line : std::u16string_view();
  const auto dash = title.find(u"——");
  if (dash == std::u16string_view::npos || dash == 0) return title;
  const bool session = has_any(title.substr(dash), {u"会议上", u"代表大会"});
  return session || names_body(title.substr(0, dash)) ? title.substr(0, dash) : title;  // 协商议政结硕果——宜昌市政协2020年工作回眸
}

Judgement judge_title(const Reading& r) {
  const auto t = main_title(r);
  const bool congress = is_of_congress(t);
  const bool cppcc = has_any(t, {u"政协", u"政治协商会议"}) && has_any(t, {u"报告", u"常务委员会", u"综述", u"总结", u"提案", u"回眸", u"回顾", u"履职", u"工作"});
  if ((cppcc || has_any(t, {u"提案工作", u"委员提案"})) && !has_any(t, {u"人大", u"人民代表大会"})) return {"cppcc", false, "title"};
  if (has_any(t, {u"建议", u"议案"}) && has_any(t, {u"办理", u"承办", u"督办"})) return {"suggestions_report", true, "title"};
  const bool account = has_any(t, {u"工作报告", u"工作总结", u"工作回顾", u"工作情况", u"通报", u"发布", u"白皮书"});
  if (has(t, u"两院") && !has(t, u"一府") && account && !congress && !is_of_deputies(t)) return {"court", false, "title"};
  if (has(t, u"法院") && account && !congress && !is_of_deputies(t)) return {"court", false, "title"};
  if (has(t, u"检察院") && account && !congress && !is_of_deputies(t)) return {"procuratorate", false, "title"};
  if (has_any(t, {u"政府工作报告", u"国民经济和社会发展", u"预算执行", u"财政预算", u"财政决算", u"决算草案", u"决算的报告"})) return {"government", false, "title"};
  if (has(t, u"审计") && has(t, u"报告") && !congress) return {"government", false, "title"};
  if (has_any(t, {u"中共", u"中国共产党", u"党代会"}) && has(t, u"报告") && !has(t, u"人大")) return {"party", false, "title"};
  if (has_any(t, {u"省委常委会", u"市委常委会", u"州委常委会", u"县委常委会", u"区委常委会", u"旗委常委会"}) && !has(t, u"人大") && looks_back(t)) return {"party", false, "title"};
  if (!congress && !has_any(t, {u"代表", u"建议", u"议案", u"人代会"}) && is_account_of_other_body(t)) return {"other_body", false, "title"};
  if (has_any(t, {u"工作要点", u"工作计划", u"监督计划", u"立法计划", u"立法规划", u"工作安排", u"实施方案", u"工作方案", u"活动方案", u"征求意见", u"工作思路", u"工作打算", u"要点安排", u"会议议程", u"会议日程", u"名单", u"任免名单"}) && !looks_back(t))
    return {"plan", false, "title"};
  if (has_any(t, {u"人民政府", u"政府20"}) && !congress && has_any(t, {u"报告", u"总结", u"情况", u"公布", u"公报", u"方案", u"工作回顾"})) return {"government", false, "title"};
  return {nullptr, true, nullptr};
}

// Reports by the words of their title or, without one, of their opening.
const char* report_kind(const Reading& r) {
  const auto t = r.title;
  if (has_any(t, {u"年鉴", u"县志", u"市志", u"区志", u"州志", u"大事记", u"【"}) || has_any(r.head.substr(0, 200), {u"年鉴》", u"县志》", u"市志》", u"区志》", u"【人大", u"【概况】", u"〔人大"})) return "yearbook";
  if (has_any(t, {u"综述", u"回顾", u"纪实", u"巡礼", u"回眸", u"答卷", u"掠影"})) return "summary";
  if (has_any(t, {u"工作报告", u"工作总结"})) return "annual_report";
  if (speaker(r.head).size() > 3 || has(r.head, u"请予审议")) return "annual_report";
  if (has_any(r.head.substr(0, 400), {u"本报讯", u"新华社", u"日电", u"记者", u"通讯员", u"日讯", u"发布会", u"日报"})) return "news";
  return "other";
}

bool names_congress(std::u16string_view text) { return has_any(text, {u"人大", u"人民代表大会", u"人代会", u"常委会", u"常务委员会", u"主席团", u"代表建议"}); }

// 第五届职工代表大会, 公司董事会: nobody in the text is a congress, and another assembly meets.
bool is_of_another_assembly(std::u16string_view text) {
  if (names_congress(text)) return false;  // nearly always at once
  return has_any(text, {u"职工代表大会", u"职代会", u"教代会", u"教职工代表大会", u"股东大会", u"董事会", u"妇女代表大会", u"妇代会", u"工会代表大会", u"团代会", u"残疾人代表大会", u"会员代表大会", u"学生代表大会", u"学代会", u"村民代表会议", u"村民会议"});
}

// 政府自身建设持续加强，召开县政府常务会议21次: a page of a government's report, where nobody is a congress.
bool is_page_of_government(std::u16string_view text) {
  if (names_congress(text)) return false;
  const auto sentence = text.substr(0, std::min<std::size_t>(text.find(u'。'), kSubject));
  return has_any(text, {u"政府自身建设", u"政府常务会议"}) || has(sentence, u"生产总值");
}

// A text without a title of a congress, told by the subject of its first sentence: 2023年，中共玉溪市委召开…, 海港区人民法院2019年受理….
Judgement judge_subject(const Reading& r) {
  const auto sentence = r.text.substr(0, std::min<std::size_t>(r.text.find(u'。'), kSubject));
  const auto congress = first_of(sentence, {u"人大", u"人民代表大会", u"代表建议", u"代表提", u"常务委员会"});
  const auto before = [&](std::initializer_list<std::u16string_view> organs) { return first_of(sentence, organs) < std::min<std::size_t>(congress, kSubjectHead); };
  if (before({u"中共", u"市委召开常委会", u"县委召开常委会", u"区委召开常委会"}) && !before({u"人大", u"领导下"}) && has_any(sentence, {u"市委", u"县委", u"区委", u"州委", u"省委"})) return {"party", false, "subject"};
  // 过去一年，黔南州委常委会召开会议42次: the committee itself, not 在县委的领导下
  const auto committee = first_of(sentence, {u"省委常委会", u"市委常委会", u"州委常委会", u"县委常委会", u"区委常委会", u"旗委常委会"});
  if (committee < std::min<std::size_t>(congress, kSubjectHead) && has_any(sentence.substr(committee + 5, 2), {u"召", u"举", u"共", u"先", u"坚"})) return {"party", false, "subject"};
  if (has(sentence, u"政府新闻办") && has(sentence, u"发布会") && congress == std::u16string_view::npos) return {"government", false, "subject"};
  constexpr std::size_t kFirst = 120;  // characters in which 全年召开市委全会2次 tells whose year it is
  const auto first = r.head.substr(0, kFirst);
  const auto plenary = first_of(first, {u"召开省委全会", u"召开市委全会", u"召开州委全会", u"召开县委全会", u"召开区委全会"});
  if (plenary < first_of(first, {u"人大", u"人民代表大会"})) return {"party", false, "subject"};
  if (before({u"人民法院", u"中级法院"})) return {"court", false, "subject"};
  if (before({u"人民检察院"})) return {"procuratorate", false, "subject"};
  // 政协遂昌县委员会常务委员会报告…, 2021年，五华县政协委员提交提案143件
  constexpr std::size_t kFirstWords = 14;
  const bool cppcc = find_word(sentence.substr(0, kFirstWords + 2), u"政协") != std::u16string_view::npos && has_any(sentence, {u"提案", u"常务委员会", u"主席会议"});
  if (cppcc && !has_any(sentence, {u"人大", u"人民代表大会", u"代表"})) return {"cppcc", false, "subject"};
  const auto plan = first_of(sentence, {u"监督工作计划", u"年度工作计划", u"年工作计划", u"工作要点", u"立法计划"});
  if (plan < kSubjectHead && has_any(sentence.substr(plan), {u"已印发", u"印发各", u"印发给", u"已经印发"}) && !has(sentence, u"完成")) return {"plan", false, "subject"};
  if (before({u"法治政府建设"})) return {"government", false, "subject"};
  if (before({u"换届选举工作"}) && congress > kSubjectHead && !has(sentence, u"常委会")) return {"news", false, "subject"};
  return {nullptr, true, nullptr};
}

// 8月29日
bool is_day(std::u16string_view words) {
  return !words.empty() && words.back() == u'日' && std::all_of(words.begin(), words.end(), [](char16_t c) { return (c >= u'0' && c <= u'9') || is_one_of(c, u"月日上午下"); });
}

// 省七届人大常委会第十四次会议今天闭幕: what one session did, told as news, is no account of a period (labelling.md).
bool is_session_news(const Reading& r) {
  constexpr std::size_t kShort = 1200;
  if (r.text.size() > kShort || has_any(r.text, {u"全年", u"一年来", u"五年", u"以来，", u"介绍"})) return false;
  const auto sentence = r.text.substr(0, std::min<std::size_t>(r.text.find(u'。'), kSubject));
  const auto meeting = first_of(sentence, {u"次会议", u"次全体会议"});
  if (meeting == std::u16string_view::npos || !has_any(sentence.substr(0, meeting), {u"常委会第", u"常务委员会第", u"人民代表大会第", u"届人大", u"常委会举行第", u"常委会召开第"})) return false;
  const bool is_title = r.title.find(u"次会议") != std::u16string_view::npos && has_any(r.title, {u"举行", u"召开", u"闭幕"});  // 市人大常委会举行第十一次会议
  if (is_title && has_any(r.head.substr(0, r.title_span.end + 24), {u"日讯", u"本报讯", u"日电", u"讯（"})) return true;
  const bool told = has_any(r.head.substr(0, 24), {u"日讯", u"本报讯", u"日电"}) || has(sentence, u"今天");
  const bool is_all = sentence.size() - meeting <= std::u16string_view(u"次全体会议").size() && is_day(sentence.substr(0, sentence.find(u'，')));  // 8月29日，市人大常委会举行第二十五次会议。
  const bool dated = has_any(sentence.substr(meeting, 14), {u"日在"}) && has_any(sentence.substr(meeting, 24), {u"举行", u"召开"});  // 第三十六次会议12月21日在哈尔滨举行
  return is_all || dated || has_any(sentence.substr(meeting, 16), {u"闭幕", u"开幕", u"结束", u"，会期"}) || (told && has_any(sentence.substr(meeting, 16), {u"举行", u"召开"}));
}

}  // namespace

void read_kind(const Reading& r, Facts& facts) {
  const auto opening = r.text.substr(0, kOpening);
  Judgement judgement = judge_title(r);
  if (judgement.kind == nullptr && is_entry_of_other_body(r.head)) judgement = {"other_body", false, "entry"};
  if (judgement.kind == nullptr && !is_of_congress(main_title(r))) judgement = judge_speaker(speaker(r.head));
  if (judgement.kind == nullptr && r.title.empty()) judgement = judge_subject(r);
  if (judgement.kind == nullptr && is_page_of_government(opening)) judgement = {"government", false, "text"};
  if (judgement.kind == nullptr && is_of_another_assembly(opening)) judgement = {"other_body", false, "text"};
  if (judgement.kind == nullptr && is_session_news(r)) judgement = {"news", false, "one session"};
  if (judgement.kind == nullptr && is_statute(r)) judgement = {"rules", false, "articles"};
  if (judgement.kind == nullptr) judgement = {report_kind(r), true, "words"};
  facts.kind = judgement.kind;
  facts.is_report = judgement.is_report;
  if (!facts.is_report) facts.message = "not a report of a congress: " + facts.kind;
  facts.evidence.push_back({"kind", facts.kind, judgement.rule, r.title_span});
}

}  // namespace renda
