// Lists whose numbers add up to a total are its parts, whatever their topics are called.
#include <catch2/catch.hpp>

#include "renda/extract.h"
#include "text/utf.h"

using namespace renda;

namespace {

// The rows of deputies' suggestions and what became of them: "29! 11 7 4 7", ! for the primary one; "done 187!" for those completed.
std::string rows_of(std::string_view body) {
  SourceText source;
  source.name = "a.txt";
  source.text = to_utf16("余湾乡人大主席团2013年工作报告\n\n" + std::string(body) + "\n");
  const auto report = extract(std::move(source), *PatternSet::builtin());
  std::string rows;
  for (const auto& o : report.observations) {
    const auto& id = PatternSet::builtin()->indicators()[o.indicator].id;
    if (!rows.empty()) rows += ' ';
    if (id == "deputies.suggestions_completed") rows += "done ";
    else if (id != "deputies.suggestions") rows += id + ' ';
    rows += report.quantities[o.quantity].value.text();
    if (o.primary) rows += '!';
  }
  return rows;
}

}  // namespace

TEST_CASE("part lists: the sum shows whose parts they are", "[patterns]") {
  CHECK(rows_of("代表提出意见建议29条，其中道路11条、人畜饮水7条、农电4条、其他方面7条。") == "29! 11 7 4 7");
  CHECK(rows_of("办理代表建议共150件，按类别分，农林水务41件、交通运输37件、城乡建设29件、教科文卫24件、其他19件。") == "150! 41 37 29 24 19");
  CHECK(rows_of("承办人大代表建议46件。从内容看，汾河流域治理14件，农村饮水安全11件，水利工程维护13件，水资源管理及其他8件。") == "46! 14 11 13 8");
}

TEST_CASE("part lists: numbers that do not add up, or tell what became of things, are none", "[patterns]") {
  CHECK(rows_of("代表提出意见建议30条，主要涉及道路11条、人畜饮水7条、农电4条、林业7条。") == "30!");
  CHECK(rows_of("代表提出建议36件，移送20件，剩下16件。") == "36!");
  CHECK(rows_of("代表提出建议36件，走访20件，旱厕16件，当场兑现5件。").substr(0, 3) == "36!");
}

TEST_CASE("part lists: what is said behind the parts is said of the total", "[patterns]") {
  CHECK(rows_of("收到代表建议、批评和意见187件，大会期间169件、闭会期间18件，均按期答复。") == "187! done 187! 169 18");
  CHECK(rows_of("代表提出建议132件，会后交由区政府办理121件、其他机关和组织办理11件，全部按期答复。") == "132! done 132! 121 11");
}
