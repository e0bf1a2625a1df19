// Every text the program says, in both languages. Data are never translated.
#pragma once
#include "cli/console.h"
#include "renda/compare.h"

namespace renda::message {

// Command line.
inline constexpr Message kUnknownOption{"unknown option or argument {}", "不认识的选项或参数 {}"};
inline constexpr Message kUnknownCommand{"unknown command {}", "不认识的命令 {}"};
inline constexpr Message kNoCommand{"no command given", "没有给出命令"};
inline constexpr Message kSeeHelp{"{} --help", "{} --help"};
inline constexpr Message kDidYouMean{"did you mean {}?", "是否想输入 {}？"};
inline constexpr Message kMissingArgument{"missing: {}", "缺少 {}"};
inline constexpr Message kBadValue{"{} does not take the value '{}'", "{} 不接受值“{}”"};
inline constexpr Message kOneOf{"one of: {}", "可用的值：{}"};
inline constexpr Message kBadCommandLine{"wrong command line: {}", "命令行有误：{}"};
inline constexpr Message kNoInput{"no input: name a file or folder, or - for standard input",
                                  "没有输入：请给出文件或文件夹，或用 - 表示标准输入"};
inline constexpr Message kStdinTwice{"standard input can be read once only: as the list of files or as a report",
                                     "标准输入只能读一次：或作文件清单，或作报告"};
inline constexpr Message kUnknownIndicator{"unknown indicator {}", "没有这个指标：{}"};
inline constexpr Message kListIndicators{"renda patterns list shows all of them", "用 renda patterns list 查看全部指标"};
inline constexpr Message kUnknownEncoding{"unknown encoding {}", "不认识的编码 {}"};
inline constexpr Message kWorkbookIsFile{"a workbook (xlsx) is one file of its own", "工作簿（xlsx）是单独的一个文件"};
inline constexpr Message kWorkbookFile{"use -o FILE.xlsx", "请用 -o FILE.xlsx"};
inline constexpr Message kUnknownOutputKind{"{} names no format that can be written", "不能写 {} 这种格式"};
inline constexpr Message kOutputKinds{"a folder, FILE.xlsx, FILE.csv or FILE.jsonl",
                                     "可以是文件夹、FILE.xlsx、FILE.csv 或 FILE.jsonl"};
inline constexpr Message kFormatDisagrees{"--format {} and the name {} do not agree", "--format {} 与文件名 {} 不一致"};
inline constexpr Message kNoSuchFile{"no such file", "没有这个文件"};

// A run.
inline constexpr Message kSummary{"renda: {} files, {} reports, {} rows, {} of {} numbers unmatched, {} failed",
                                  "renda：{} 个文件，{} 份报告，{} 行，{} 个数字未匹配（共 {} 个），{} 个文件失败"};
inline constexpr Message kProgress{"{} files  {:.0f} files/s  {}", "{} 个文件  {:.0f} 个/秒  {}"};
inline constexpr Message kProgressOf{"{} of {} files  {:.0f} files/s  {} left", "{} / {} 个文件  {:.0f} 个/秒  还需 {}"};
inline constexpr Message kEmpty{"no rows", "没有任何行"};
inline constexpr Message kNoMemory{"not enough memory", "内存不足"};

// explain
inline constexpr Message kNoSuchNumber{"{} has {} numbers; there is no number {}", "{} 有 {} 个数字，没有第 {} 个"};
inline constexpr Message kNothingThere{"{} has no sentence at line {}", "{} 第 {} 行没有句子"};
inline constexpr Message kOneFile{"{} is a folder; explain takes one report", "{} 是文件夹；explain 一次只看一份报告"};
inline constexpr Message kNotInManifest{"no row applies to {}", "没有适用于 {} 的行"};
inline constexpr Message kExplainTotals{"{} numbers: {} observed, {} planned, {} ignored, {} unmatched",
                                        "{} 个数字：已识别 {}，计划 {}，忽略 {}，未匹配 {}"};

// compare
inline constexpr Message kCompareNoInput{"no input: name folders written by renda extract -o, or observations tables",
                                         "没有输入：请给出 renda extract -o 写出的文件夹，或观测表文件"};
inline constexpr Message kCompareStdinTwice{"standard input can be read once only", "标准输入只能读一次"};
inline constexpr Message kCompareOutputKinds{"FILE.csv, .tsv, .jsonl, .md or .txt, or --format", "可以是 FILE.csv、.tsv、.jsonl、.md 或 .txt，或用 --format 指定"};
inline constexpr Message kCompareOwnInput{"{} is one of the tables that are compared", "{} 正是要比较的表格之一"};
inline constexpr Message kCompareStatisticAlone{"--statistic needs --by", "--statistic 要与 --by 合用"};
inline constexpr Message kCompareChangeOfGroups{"--change does not go with --by: other divisions may stand behind each year",
                                                "--change 不能与 --by 合用：各年背后的区划可能不同"};
inline constexpr Message kCompareChangeHint{"compare the divisions themselves, or read sums and counts with --long", "请比较各区划本身，或用 --long 查看各组数值和份数"};
inline constexpr Message kCompareAlone{"no reports table: reports without figures are not seen, townships cannot be told apart",
                                       "没有报告表：看不到没有数据的报告，同名乡镇无法区分"};
inline constexpr Message kCompareLeftOut{"left out: {}", "未列入：{}"};
inline constexpr Message kCompareNoDivision{"the division is unknown", "行政区划不明"};
inline constexpr Message kCompareNoCounty{"the division has no code and its county is unknown", "该区划没有代码，所属县也不明"};
inline constexpr Message kCompareNoPeriod{"the period is unknown", "期间不明"};
inline constexpr Message kCompareSetAside{"set aside, {} {}: {} states more ({} primary figures to {})", "未采用（{} {}）：{} 更完整（主行 {} 比 {}）"};
inline constexpr Message kCompareSetAsideByName{"set aside, {} {}: {} states as much ({} primary figures to {}) and its name comes first",
                                                "未采用（{} {}）：{} 同样完整（主行 {} 比 {}），按文件名取在前的一份"};
inline constexpr Message kCompareNoProvince{"not in --by province, the province is unknown: {}", "省份不明，未计入 --by province：{}"};
inline constexpr Message kCompareNoPrefecture{"not in --by prefecture, there is none above: {}", "没有所属地级单位，未计入 --by prefecture：{}"};
inline constexpr Message kCompareOver{"{}, {}: {} has {}, but {} has {} ({}:{})", "{}，{}：{} 为 {}，而 {} 为 {}（{}:{}）"};
inline constexpr Message kCompareNotSum{"{}, {}: {} has {}, but its years add up to {}", "{}，{}：{} 为 {}，而各年之和为 {}"};
inline constexpr Message kCompareLegend{"blank: no report   -: not stated   ?: ambiguous", "空白：没有报告   -：未述及   ?：有歧义"};
inline constexpr Message kCompareSummary{"renda: {} reports of {} runs, {} divisions, {} periods; {} set aside, {} left out, {} warnings",
                                         "renda：{} 份报告（{} 次运行），{} 个区划，{} 个期间；{} 份未采用，{} 份未列入，{} 条警告"};

// patterns
inline constexpr Message kCheckTotals{"{} indicators, {} examples: {} failed, {} known faults (todo)",
                                      "{} 个指标，{} 个例子：{} 个不符，{} 个已知缺陷（todo）"};
inline constexpr Message kUntouched{"{} readings that no example reaches: {}", "{} 个读法没有例子覆盖：{}"};
inline constexpr Message kId{"id", "指标"};
inline constexpr Message kName{"name", "名称"};
inline constexpr Message kUnit{"unit", "单位"};

// divisions
inline constexpr Message kNoDivision{"no division is called {}", "没有名为 {} 的行政区划"};

// Help. Every line fits 80 columns; a test holds each option of the parser against these texts.
inline constexpr Message kHelpMain{
    R"(renda reads people's congress reports and writes tables: which body did what,
how often, in which period, and where in the source that is said.

usage: renda COMMAND ...

  extract    read reports, write tables
  compare    put the tables of one or many runs side by side
  explain    show one report with every number marked and explained
  patterns   list the indicators, check pattern files
  number     read number expressions
  divisions  look up an administrative division
  doctor     versions of the libraries, formats that can be read

  -h, --help         this help; renda COMMAND --help for one command
  --version          versions of the program, the patterns and the tables
  --lang zh|en       language of help and messages (default: the locale)

examples:
  renda extract reports/                   observations as CSV on stdout
  renda extract reports/ -o out            all tables, into the folder out
  renda compare out --indicator deputies.suggestions
                                           that indicator, year by year
  renda explain reports/yongkang.txt       what became of every number

exit status: 0 all read; 1 no rows (--fail-if-empty); 2 wrong usage or pattern
file; 3 some inputs failed; 4 an output cannot be written; 5 another run is
writing there; 128+n ended by a signal.
)",
    R"(renda（人大）读取人大工作报告，写成表格：哪一级人大做了什么、多少次、在哪个
时期，以及原文的出处。

用法：renda 命令 ...

  extract    读取报告，写出表格
  compare    把一次或多次运行的表格并排比较
  explain    显示一份报告，标出并解释每个数字
  patterns   列出指标，检查模式文件
  number     读取数字表达
  divisions  查找行政区划
  doctor     各程序库的版本，可读的格式

  -h, --help         显示帮助；renda 命令 --help 显示该命令的帮助
  --version          程序、模式和表格的版本
  --lang zh|en       帮助和消息的语言（默认随系统区域设置）

示例：
  renda extract reports/                   在标准输出上得到 CSV
  renda extract reports/ -o out            全部表格写入文件夹 out
  renda compare out --indicator deputies.suggestions
                                           该指标逐年比较
  renda explain reports/yongkang.txt       每个数字是怎样处理的

退出码：0 全部读完；1 没有任何行（--fail-if-empty）；2 用法或模式文件有误；
3 部分输入失败；4 不能写出；5 另有程序正在写同一处；128+n 被信号终止。
)"};

inline constexpr Message kHelpExtract{
    R"(Read reports and write what they state, one row a statement.

usage: renda extract [OPTION...] PATH...

  PATH               a file, a folder (read recursively), or - for stdin
  --files-from FILE  read the paths from a list, one a line; - for stdin
  -0, --null         the list is separated by NUL, as of find -print0

  -o, --output OUT   a folder: all tables; FILE.xlsx: a workbook;
                     FILE.csv or FILE.jsonl: the observations alone
                     (default: observations on stdout)
  --format csv|jsonl|xlsx
                     format of the tables (default: csv); xlsx goes with
                     -o FILE.xlsx only
  --indicator ID[,ID...]
                     only these indicators
  --scope SCOPE[,SCOPE...]
                     only rows of own, lower, higher or site
  --headers zh|en    language of the headings (default: en)
  --excel            CSV for Excel: byte order mark and CR LF
  --no-bom           no byte order mark in CSV files

  --encoding NAME    encoding of the texts (default: detected)
  --max-size SIZE    refuse larger files, e.g. 16M (default: 64M)
  --patterns DIR     add the pattern files of DIR to the built-in ones
  --manifest FILE    a CSV table of facts by file (division, period, kind ...)
                     that come before what the texts say
  --any-kind         rows also from texts that are no congress reports
  --fail-if-empty    exit status 1 when there is no row
  -j, --jobs N       threads (default: one a processor); the output is the
                     same for every N
  --lang zh|en       language of help and messages
  -h, --help         this help

examples:
  renda extract reports/ > rows.csv
  renda extract reports/ -o out --headers zh --excel
  renda extract reports/ -o reports.xlsx
  renda extract --indicator meeting.chairpersons --scope own 2023/ 2024/
  find . -name '*.txt' -print0 | renda extract --files-from - -0 -o out
  renda extract reports/ --manifest facts.csv -o out
)",
    R"(读取报告，写出其中的陈述，一条陈述一行。

用法：renda extract [选项...] 路径...

  路径               文件、文件夹（含子文件夹），或 - 表示标准输入
  --files-from FILE  从清单读取路径，每行一个；- 表示标准输入
  -0, --null         清单以 NUL 分隔，如 find -print0 的输出

  -o, --output OUT   文件夹：全部表格；FILE.xlsx：工作簿；FILE.csv 或
                     FILE.jsonl：只有观测表（默认：观测表写到标准输出）
  --format csv|jsonl|xlsx
                     表格的格式（默认 csv）；xlsx 只与 -o FILE.xlsx 同用
  --indicator ID[,ID...]
                     只要这些指标
  --scope SCOPE[,SCOPE...]
                     只要 own（本级）、lower（下级）、higher（上级）或
                     site（单个站点）的行
  --headers zh|en    表头的语言（默认 en）
  --excel            供 Excel 使用的 CSV：带 BOM，行尾 CR LF
  --no-bom           CSV 文件不带 BOM

  --encoding NAME    文本的编码（默认自动识别）
  --max-size SIZE    不读更大的文件，如 16M（默认 64M）
  --patterns DIR     在内置模式之外加入 DIR 中的模式文件
  --manifest FILE    按文件给出区划、期间、类型等事实的 CSV 表，优先于文本
  --any-kind         不是人大报告的文本也给出行
  --fail-if-empty    没有任何行时退出码为 1
  -j, --jobs N       线程数（默认每个处理器一个）；输出与 N 无关
  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda extract reports/ > rows.csv
  renda extract reports/ -o out --headers zh --excel
  renda extract reports/ -o reports.xlsx
  renda extract --indicator meeting.chairpersons --scope own 2023/ 2024/
  find . -name '*.txt' -print0 | renda extract --files-from - -0 -o out
  renda extract reports/ --manifest facts.csv -o out
)"};

inline constexpr Message kHelpCompare{
    R"(Compare divisions and years, from tables already written.

usage: renda compare [OPTION...] PATH...

  PATH               a folder written by renda extract -o, an observations
                     table (.csv or .jsonl), or - for one on stdin

  --indicator ID[,ID...]
                     a row per indicator and division, a column per period;
                     without it a row per division and period, a column per
                     indicator
  --long             a row per division, period and indicator: value, place,
                     why it is empty (no_report, not_stated, ambiguous), checks

  --change           beside each value the change on the year before
  --rank             beside each value its rank among divisions of its level
  --median           beside each value the median of that level
  --annualise        divide totals of several years by the years; the column
                     annualised says where (never percentages and stations)
  --by province|prefecture
                     figures of all divisions of one level in it, with the
                     number of reports behind each (n)
  --statistic sum|mean|median[,...]
                     of --by (default: mean)
  --conflicts primary|empty
                     where a report gives two totals: its primary row, as in
                     comparison.csv (default), or an empty cell

  -o, --output FILE  .csv, .tsv, .jsonl, .md or .txt (default: stdout)
  --format table|csv|tsv|jsonl|md
                     default: table on a terminal, csv elsewhere
  --headers zh|en    language of the headings (default: en)
  --excel            CSV for Excel: byte order mark and CR LF
  --no-bom           no byte order mark in files
  --patterns DIR     for tables without indicators.csv: indicators of your own
  --lang zh|en       language of help and messages
  -h, --help         this help

Every period has a column of its own: 2023, 2023 H1, 2017-2021 term. Two reports
for one division and period: the fuller one counts, the other is named. A report
of unknown division or period is named and left out.

examples:
  renda compare out --indicator meeting.standing_committee --rank
  renda compare runs/* --long -o panel.csv
  renda compare out --indicator deputies.suggestions --by province
)",
    R"(用已写出的表格比较各区划、各年份。

用法：renda compare [选项...] 路径...

  路径               renda extract -o 写出的文件夹、观测表（.csv 或 .jsonl），
                     或 - 表示标准输入上的观测表

  --indicator ID[,ID...]
                     每个指标、区划一行，每个期间一列；不给时每个区划、期间
                     一行，每个指标一列
  --long             每个区划、期间、指标一行：数值、出处、为何为空
                     （no_report 没有报告、not_stated 未述及、ambiguous 有
                     歧义）、核对结果

  --change           每个数值旁给出比上年增减
  --rank             每个数值旁给出在同级区划中的排名
  --median           每个数值旁给出同级区划的中位数
  --annualise        跨年的合计除以年数，annualised 列注明何处除过
                     （百分比和站点数不除）
  --by province|prefecture
                     按省或地级单位汇总同级区划，并给出报告份数（n）
  --statistic sum|mean|median[,...]
                     --by 的统计量（默认 mean 平均数）
  --conflicts primary|empty
                     一份报告给出两个总数时：取主行（默认，同对比表），
                     或留空

  -o, --output FILE  .csv、.tsv、.jsonl、.md 或 .txt（默认标准输出）
  --format table|csv|tsv|jsonl|md
                     默认在终端上为 table，否则为 csv
  --headers zh|en    表头的语言（默认 en）
  --excel            供 Excel 使用的 CSV：带 BOM，行尾 CR LF
  --no-bom           文件不带 BOM
  --patterns DIR     没有 indicators.csv 的表格：自定义指标所在文件夹
  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

每个期间自成一列：2023、2023 H1、2017-2021 term。同一区划、同一期间有两份报告
时取较完整的一份，并指出另一份。区划或期间不明的报告会指出，不列入。

示例：
  renda compare out --indicator meeting.standing_committee --rank
  renda compare runs/* --long -o panel.csv
  renda compare out --indicator deputies.suggestions --by province
)"};

inline constexpr Message kHelpExplain{
    R"(Show a report with every number marked: what it was taken for, by which
pattern, and why.

usage: renda explain [OPTION...] FILE[:LINE]

  FILE               the report, or - for stdin; with :LINE that line only
  --number N         the N-th number only, as they are counted in the text
  --encoding NAME    encoding of the text (default: detected)
  --max-size SIZE    refuse a larger file (default: 64M)
  --patterns DIR     add the pattern files of DIR to the built-in ones
  --manifest FILE    the table of facts that renda extract takes
  --any-kind         treat the text as a report, whatever it is
  --lang zh|en       language of help and messages
  -h, --help         this help

Marks: [8次:observed] counts as an indicator; planned, ignored and unmatched
are the other classes. On a terminal the class is a colour.

examples:
  renda explain reports/yongkang.txt
  renda explain reports/yongkang.txt:12
  renda explain reports/yongkang.txt --number 3
)",
    R"(显示一份报告，标出每个数字：算作什么、依据哪个模式、为什么。

用法：renda explain [选项...] FILE[:LINE]

  FILE               报告文件，或 - 表示标准输入；加 :LINE 只看该行
  --number N         只看第 N 个数字（按原文顺序）
  --encoding NAME    文本的编码（默认自动识别）
  --max-size SIZE    不读更大的文件（默认 64M）
  --patterns DIR     在内置模式之外加入 DIR 中的模式文件
  --manifest FILE    renda extract 所用的事实表
  --any-kind         无论什么文本都当作报告
  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

标记：[8次:observed] 表示算作某指标；其余类别是 planned（计划）、
ignored（忽略）和 unmatched（未匹配）。在终端上用颜色区分。

示例：
  renda explain reports/yongkang.txt
  renda explain reports/yongkang.txt:12
  renda explain reports/yongkang.txt --number 3
)"};

inline constexpr Message kHelpPatterns{
    R"(The dictionary: the indicators renda knows, and the files that define them.

usage: renda patterns list [--format table|csv] [--patterns DIR]
       renda patterns check [DIR]

  list               the indicators: id, names, unit
  check              run the examples of the built-in pattern files, or of
                     these together with the files of DIR

  --lang zh|en       language of help and messages
  -h, --help         this help

examples:
  renda patterns list
  renda patterns check my-patterns/
)",
    R"(词典：renda 认识的指标，以及定义它们的文件。

用法：renda patterns list [--format table|csv] [--patterns DIR]
      renda patterns check [DIR]

  list               列出指标：代号、名称、单位
  check              运行内置模式文件的例子；给出 DIR 时连同其中的文件

  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda patterns list
  renda patterns check my-patterns/
)"};

inline constexpr Message kHelpPatternsList{
    R"(List the indicators: id, names, unit.

usage: renda patterns list [OPTION...]

  --format table|csv a table for the terminal, or the whole codebook as CSV
  --patterns DIR     add the pattern files of DIR to the built-in ones
  --lang zh|en       language of help and messages
  -h, --help         this help

example:
  renda patterns list --format csv > indicators.csv
)",
    R"(列出指标：代号、名称、单位。

用法：renda patterns list [选项...]

  --format table|csv 供终端阅读的表，或完整的指标说明（CSV）
  --patterns DIR     在内置模式之外加入 DIR 中的模式文件
  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda patterns list --format csv > indicators.csv
)"};

inline constexpr Message kHelpPatternsCheck{
    R"(Run the examples that pattern files carry.

usage: renda patterns check [OPTION...] [DIR]

  DIR                a folder of your own *.toml files, added to the built-in
                     ones (default: the built-in ones alone)
  --lang zh|en       language of help and messages
  -h, --help         this help

example:
  renda patterns check my-patterns/
)",
    R"(运行模式文件自带的例子。

用法：renda patterns check [选项...] [DIR]

  DIR                自己的 *.toml 文件所在的文件夹，加入内置模式一起检查
                     （默认只检查内置模式）
  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda patterns check my-patterns/
)"};

inline constexpr Message kHelpNumber{
    R"(Read number expressions, one answer line each, as CSV:
text,value,low,high,approx,unit,kind

usage: renda number [TEXT...]          (default: the lines of stdin)

  --lang zh|en       language of help and messages
  -h, --help         this help

examples:
  renda number 一万二千余件 98.5% 三分之二
  renda number < expressions.txt
)",
    R"(读取数字表达，每个给出一行 CSV：
text,value,low,high,approx,unit,kind

用法：renda number [文字...]           （默认读标准输入的各行）

  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda number 一万二千余件 98.5% 三分之二
  renda number < expressions.txt
)"};

inline constexpr Message kHelpDivisions{
    R"(Look up an administrative division (GB/T 2260) by full name, short name or
code, as CSV: code,name,level,province,prefecture,first,last,successors. The
years bound the time it may have been in force; 2002 stands for "or before",
an empty last for "still".

usage: renda divisions find NAME [--year YEAR]

  --year YEAR        only those in force in that year
  --lang zh|en       language of help and messages
  -h, --help         this help

examples:
  renda divisions find 永康
  renda divisions find 蓟县 --year 2003
)",
    R"(按全称、简称或代码查找行政区划（GB/T 2260），给出 CSV：
code,name,level,province,prefecture,first,last,successors
起止年份是该区划可能有效的范围；2002 表示“2002 年或以前”，止年为空表示现行。

用法：renda divisions find 名称 [--year 年份]

  --year 年份        只列该年有效的区划
  --lang zh|en       帮助和提示的语言
  -h, --help         显示本帮助

示例：
  renda divisions find 永康
  renda divisions find 蓟县 --year 2003
)"};

inline constexpr Message kHelpDoctor{
    R"(Show what is installed and which formats can be read.

usage: renda doctor

  --lang zh|en       language of help and messages
  -h, --help         this help

example:
  renda doctor
)",
    R"(显示已安装的程序库和可读的格式。

用法：renda doctor

  --lang zh|en       帮助和消息的语言
  -h, --help         显示帮助

示例：
  renda doctor
)"};

}  // namespace renda::message
