// word_at(): most places are in no known word, and two bits say so: no word begins with the pair of characters here, and none goes on with the pair
// that ends here.
#include "quantities/words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

namespace renda {
namespace {

// Ordinary words, idioms and places; separated by blanks.
constexpr std::u16string_view kWords =
    u"四川 三亚 三明 三门 三峡 三江 三水 六安 六盘水 六枝 九江 九龙 九寨沟 百色 七台河 五指山 五台 五大连池 五常 五华 五原 四平 四会 十堰 千阳 万宁 万州 万年 万载 万安 万荣 万全 "
    u"万源 万山 万柏林 万秀 百济 双流 双城 双辽 双柏 双阳 双桥 双鸭山 两江 两当 六合 六横 一汽 三原 三台 三穗 三都 三元 三河 三沙 三湘 八宿 八公山 八步 八道江 九原 九里 七里河 七星 五峰 "
    u"五寨 五河 五莲 五家渠 五通桥 千山 千岛湖 百里峡 百望山 二连浩特 二道 二七 一宿 大陆 半岛 半山 两广 双湖 双清 双滦 双台子 双塔 四方台 四子王 四川省 陆河 陆良 陆丰 陆川 伍家岗 "
    u"统一 一切 一致 一定 一些 一直 一起 一般 一样 一旦 一律 一贯 一向 一再 一概 一带 一线 一流 一体 一并 一同 一道 一路 一时 一度 一经 一齐 一心 一边 一面 一头 一味 一共 一举 一手 "
    u"一身 一生 一家人 一行 一番 一场场 一次次 一批批 一件件 一项项 一条条 一个个 一桩桩 一步步 一点点 一系列 一大批 一批 一方面 一定程度 一段时间 一段 一股 一支 一种 一位 一名 一个 一座 一片 一项 "
    u"一条 一张 一份 一本 一篇 一笔 一把 一颗 一幅 一台 一届 一级 一类 一等 一代 一天 一年 一月 一日 一年来 一下 一点 一口 一杯 一半 一席 一环 一域 一隅 一盘棋 一盘 一张网 一股绳 一号 一把手 一手抓 "
    u"一站式 一揽子 一条龙 一体化 一二三 一以贯之 一如既往 一往无前 一马当先 一丝不苟 一脉相承 一锤定音 一目了然 一视同仁 一专多能 一岗双责 一票否决 一针见血 一鼓作气 一心一意 一言一行 一草一木 "
    u"进一步 近一步 第一 唯一 专一 单一 同一 之一 逐一 合一 划一 如一 另一 某一 这一 那一 每一 任一 下一步 新一轮 新一届 上一年 下一年 前一阶段 上一届 新一代 每一个 每一次 每一位 万一 不一 归一 其一 "
    u"百分比 百分制 百姓 老百姓 百花 百年 百货 百科 百日 百般 百废 百业 百计 百战 百炼 百强 百折不挠 百家争鸣 百尺竿头 千方百计 千家万户 千辛万苦 千言万语 千军万马 千变万化 千差万别 千丝万缕 千锤百炼 千头万绪 千秋 千古 "
    u"千里 千万 千万要 千钧 千年 万物 万里 万象 万无一失 万众 万分 万家 万户 万事 万能 万全 万岁 万水千山 万丈 万千 万山磅礴 亿万 成千上万 成百上千 数以万计 数以千计 五花八门 三番五次 四面八方 四通八达 "
    u"五湖四海 七嘴八舌 乱七八糟 三心二意 三令五申 三五成群 四舍五入 三家子 四家子 五家子 六家子 七家子 八家子 丢三落四 接二连三 举一反三 七上八下 十全十美 五光十色 三长两短 两全其美 一分为二 独一无二 一石二鸟 二话不说 说一不二 三思 两难 两手 两头 两翼 "
    u"两者 两旁 两侧 两岸 两边 两种 两用 两级 两大 两点 两区 两地 双方 双向 双重 双赢 双边 双月 双周 双数 双手 双休日 双拥 双语 双职工 双胞胎 十分 十足 四季 四周 四处 四肢 四海 四方 四邻 五金 五谷 五官 五行 "
    u"五彩 三角 三轮 三餐 三伏 三军 三更 三明治 二维码 二手 二胎 二孩 三孩 二元 二次元 九天 九州 七夕 七月 八卦 八仙 八角 八方 六畜 六神 半天 半径 半数 半导体 半壁 半途 半成品 半封闭 大半 多半 过半 一多半 对半 "
    u"收拾 拾荒 拾遗 拾金 重拾 大陆 陆续 陆地 登陆 着陆 陆路 陆军 水陆 伍德 队伍 入伍 退伍 落伍 放肆 肆意 肆虐 酒肆 零售 零星 零散 零距离 零容忍 零件 零食 零钱 凋零 归零 零碎 零跑 零上访 零就业 零突破 零报告 零接触 零基础 零部件 零配件 零工 零花 零用 零售额 清零 零事故 零投诉 零延误 零障碍 零跑腿 零门槛 "
    u"几乎 几何 茶几 数据 数字 数量 数学 数额 数理 数次 数目 上级 上下 上述 上海 上半 上年 上届 上述 上报 上门 上线 点十 兆头 预兆 亿万 半年 上千家 数家 数名 几个 几次 几年 几点 几方面 几位 几项 几经 几度 几天 几家 几件 几代 几种 "
    u"参一 陆一 万科 万达 万向 万联 亿达 千禧 千金 百度 百合 百灵 百善 千叶 千岛 三菱 三星 三一 四维 五粮液 六神 七匹狼 九阳 十里 八里 万里长征 一线城市 捌佰 半截 半路 仟佰 九九 五保 五保户 五险 三代 三线 三季 三资 三公 "
    u"三产 二产 一产 三峡库区 三包 三级跳 三维 三甲 二甲 三洋 四维 五一 六一 七一 八一 十一黄金周 国庆 五四 三八 一二 八达岭 百货大楼 四合院 四环 二环 三环 五环 六环 五星红旗 五角星 八宝 七彩 九曲 十指 六艺 一汪";

// Names and formulas that hold numbers: the ledger shows them as ignored, reason name.
constexpr std::u16string_view kNames =
    u"两会 两院 两官 两高 两委 两代会 两代表一委员 两个维护 两个确立 两个结合 两个毫不动摇 两个先行 两个一百年 两学一做 两法两条例 两法衔接 两山 两新 两重 两不愁 两非 三农 三会一课 三中全会 二中全会 一中全会 四中全会 五中全会 六中全会 七中全会 "
    u"三个代表 三严三实 三重一大 三去一降一补 三大攻坚战 三北 三公经费 三官一师一员 三个务必 三个区分开来 三治融合 三支队伍 三项制度 三级代表 三级人大 三级联动 三资清理 三张清单 三农工作 三务公开 四个意识 四个自信 四个全面 四个机关 四个伟大 "
    u"四个最严 四个革命 四风 四好农村路 四好 四不两直 四级人大 四级代表 四大班子 四套班子 四大双千 四张清单 五位一体 五个一 五水共治 五级书记 五级人大代表 五级代表 五级人大 五大发展理念 五育并举 五社联动 五好 五战双强 六稳 六保 六个一 六大工程 "
    u"七五普法 八五普法 六五普法 五五普法 四五普法 三五普法 八项规定 八八战略 九二共识 十三五 十四五 十五五 十二五 十一五 十五计划 十五期间 十五规划 十五时期 十八大 十九大 二十大 十七大 十六大 十五大 十九届 二十届 十八届 一府两院 一府一委两院 一府两院一委 一委两院 一带一路 "
    u"一国两制 一法一条例 一法两条例 一法一办法 一法一决定 一号工程 一号建议 一号议案 一岗双责 一网通办 一窗受理 一站多点 一室一品 一村一品 一乡一站 一季一主题 一月一主题 一刊一网 一会一刊 一年一鉴 一核 一主 双联系 双联 双减 双碳 双创 "
    u"双随机 双招双引 双百 双拥模范 双报告 双评议 双岗建功 双带 双向评议 双进 百名代表听百案 千万工程 百千万工程 万企帮万村 万名代表 七站八所 七所八站 八大行动 五大行动 三大计划 十大工程 十项重大工程 三个主攻方向 一个首要任务 两个根本 四敢 五个家园 六尺巷 "
    u"十步走 一老一小 七一勋章 三新一高 三高四新 四新 五区 六化 三条红线 三级联创 三项机制 四议两公开 三好 两优一先 五四运动 九三学社 一二九";

// No number even where nothing else stands: idioms, persons, things.
constexpr std::u16string_view kIdioms =
    u"一帆风顺 一见钟情 一会儿 一本正经 一清二楚 一举两得 一知半解 一波三折 一刀两断 一干二净 一穷二白 一落千丈 一日千里 一成不变 一毛不拔 一无所有 一无所知 一五一十 一朝一夕 一望无际 一路平安 一诺千金 "
    u"二郎神 二锅头 二胡 二流子 不二法门 三顾茅庐 三皇五帝 三言两语 三三两两 三国 三国演义 三字经 三头六臂 三从四德 三教九流 三生有幸 三番两次 三年五载 三位一体 三足鼎立 朝三暮四 颠三倒四 低三下四 不三不四 说三道四 "
    u"推三阻四 丢三拉四 再三 张三 李四 王五 赵六 四面楚歌 四分五裂 四书五经 四喜丸子 四大皆空 四世同堂 四平八稳 四海为家 五体投地 五颜六色 五湖四海 五味杂陈 五角大楼 五脏六腑 六亲不认 六神无主 六六大顺 六根清净 "
    u"七窍生烟 七情六欲 七零八落 七拼八凑 七手八脚 七上八落 八股文 八仙过海 八面玲珑 八九不离十 九牛二虎 九牛一毛 九死一生 九鼎 九霄云外 九华山 九泉之下 十全大补 十字路口 十字架 十拿九稳 十万火急 十恶不赦 十年寒窗 "
    u"两袖清风 两败俱伤 两栖动物 两面派 两口子 两小无猜 两肋插刀 百战百胜 百发百中 百无聊赖 百里挑一 百依百顺 百无一失 百感交集 百花齐放 百川归海 百思不解 百折不回 千载难逢 千方百计 千篇一律 千奇百怪 千娇百媚 千山万水 "
    u"千疮百孔 千刀万剐 千真万确 千万别 千万不 千万要 千叮万嘱 万国 万紫千红 万马奔腾 万古长青 万念俱灰 万不得已 万家灯火 万籁俱寂 挂一漏万 以一当十 瞬息万变 包罗万象 气象万千 腰缠万贯 罪该万死 "
    u"零头 零陵 零陵区 零食店 零钱包 半边天 半夜 半夜三更 半信半疑 半推半就 半斤八两 半途而废 半壁江山 百分点 第三方 第三者 第一时间 兆丰年 亿阳 "
    u"海陆空 内陆 陆游 陆港通 陆家嘴 陆运 陆战队 陆续不断 拾阶而上 拾取 拾起 拾到 拾掇 拾荒者 朝花夕拾 俯拾即是 肆无忌惮 肆业 大肆 肆意妄为 伍子胥 伍仁 伍佰乐队 为伍 叁考 叁观 叁加 仟禧 佰草集";

constexpr std::uint32_t kReach = 4;  // characters of a word before its numeral, with the numeral

// A set of pairs of characters that says no to nearly all others, and perhaps to a few. Two of them fit the first-level cache beside the text.
class Pairs {
 public:
  static std::uint32_t key(char16_t first, char16_t second) { return static_cast<std::uint32_t>(first) << 16 | second; }
  void add(std::uint32_t key) { bits_.set(bit(key)); }
  bool may_hold(std::uint32_t key) const { return bits_.test(bit(key)); }

 private:
  static constexpr std::uint32_t kBits = 14;
  static std::uint32_t bit(std::uint32_t key) { return (key * 0x9E3779B1u) >> (32 - kBits); }
  std::bitset<1u << kBits> bits_;
};

// The words in slots told by their first two characters; every word has two.
class Index {
 public:
  Index() {
    add(kWords, NumberWord::word);
    add(kNames, NumberWord::name);
    add(kIdioms, NumberWord::idiom);
    std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.slot < b.slot; });
    for (std::size_t i = words_.size(); i > 0; --i) first_[words_[i - 1].slot] = static_cast<std::uint16_t>(i - 1);
  }

  // A word may hold the character at `at` and the one before it.
  bool may_go_on(std::u16string_view text, std::uint32_t at) const { return goes_on_.may_hold(Pairs::key(text[at - 1], text[at])); }

  // The longest word that begins at `at`; a word listed twice is what its first list says.
  WordHit find(std::u16string_view text, std::uint32_t at) const {
    WordHit best;
    if (at + 1 >= text.size()) return best;
    const std::uint32_t key = Pairs::key(text[at], text[at + 1]);
    if (!begins_.may_hold(key)) return best;
    const std::uint32_t slot = slot_of(key);
    for (auto word = words_.begin() + first_[slot]; word != words_.end() && word->slot == slot; ++word) {
      const auto length = static_cast<std::uint32_t>(word->text.size());
      if (length > best.end - best.begin && text.substr(at, length) == word->text) best = {word->kind, at, at + length};
    }
    return best;
  }

 private:
  struct Word {
    std::uint32_t slot;
    NumberWord kind;
    std::u16string_view text;
  };

  void add(std::u16string_view list, NumberWord kind) {
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(u' ', begin), list.size());
      const auto word = list.substr(begin, end - begin);
      begin = end + 1;
      if (word.empty()) continue;
      const std::uint32_t key = Pairs::key(word[0], word[1]);
      words_.push_back({slot_of(key), kind, word});
      begins_.add(key);
      for (std::size_t i = 1; i < std::min<std::size_t>(word.size(), kReach); ++i) goes_on_.add(Pairs::key(word[i - 1], word[i]));
    }
  }

  static constexpr std::uint32_t kSlotBits = 12;
  static std::uint32_t slot_of(std::uint32_t key) { return (key * 0x9E3779B1u) >> (32 - kSlotBits); }

  std::vector<Word> words_;                             // by slot, and within one as listed
  std::array<std::uint16_t, 1u << kSlotBits> first_{};  // the first word of a slot that has one
  Pairs begins_, goes_on_;
};

}  // namespace

WordHit word_at(std::u16string_view text, std::uint32_t at) {
  static const Index words;
  WordHit best = words.find(text, at);
  if (at == 0 || !words.may_go_on(text, at)) return best;
  for (std::uint32_t back = 1; back < kReach && back <= at; ++back) {
    const WordHit hit = words.find(text, at - back);
    if (hit.end > at && hit.end - hit.begin > best.end - best.begin) best = hit;
  }
  return best;
}

}  // namespace renda
