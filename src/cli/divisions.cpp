// renda divisions find: the rows of the table of divisions that bear a name, a short name or a code.
#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "renda/division.h"
#include "renda/table.h"
#include "tables/output.h"
#include "text/utf.h"

namespace renda {
namespace {

constexpr Column kColumns[] = {{"code", "代码"},     {"name", "名称"},   {"level", "层级"}, {"province", "省"}, {"prefecture", "市州"},
                               {"first", "始年", CellType::number}, {"last", "止年", CellType::number}, {"successors", "继任"}};

std::string name_above(const Division& d, Level level, int year) {
  for (const Division* above = parent_of(d, year); above != nullptr; above = parent_of(*above, year))
    if (above->level == level) return to_utf8(above->name);
  return {};
}

std::vector<const Division*> find(const std::string& wanted, int year) {
  const auto name = to_utf16(wanted);
  auto found = divisions_named(name, year);
  if (found.empty()) found = divisions_called(name, year);
  if (found.empty())
    for (const Division& d : divisions())
      if (d.code == wanted && d.in_force(year)) found.push_back(&d);
  std::stable_sort(found.begin(), found.end(), [](const Division* a, const Division* b) { return a->code < b->code; });
  return found;
}

}  // namespace

ExitStatus run_divisions_find(const Options& options, Console& console) {
  const int year = options.year;
  const auto found = find(options.paths.front(), year);
  if (found.empty()) fail_usage(console.say(message::kNoDivision, options.paths.front()));
  std::string out;
  const auto rows = make_row_writer({}, kColumns, out);
  rows->header();
  for (const Division* d : found) {
    rows->text(d->code);
    rows->text(to_utf8(d->name));
    rows->text(level_name(d->level));
    rows->text(d->level == Level::province ? std::string() : name_above(*d, Level::province, year));
    rows->text(name_above(*d, Level::prefecture, year));
    rows->integer(d->first);
    d->last == 0 ? rows->empty() : rows->integer(d->last);
    rows->text(d->successors);
    rows->end_row();
  }
  StandardOutput standard_output;
  standard_output.write(out);
  standard_output.flush();
  return ExitStatus::ok;
}

}  // namespace renda
