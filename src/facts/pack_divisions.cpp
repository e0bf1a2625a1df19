// Build tool: writes patterns/divisions.csv as C++ tables, sorted by name, by short name and by code, so that the program reads no file at start.
// usage: pack_divisions DIVISIONS.csv OUT.cpp
#include <algorithm>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#include "facts/division_table.h"
#include "text/utf.h"

namespace {

using renda::NameTable;

struct Row {
  std::string code, name, short_name, level, parent, first, last, successors;
};

bool read(const char* path, std::vector<Row>& rows) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  if (line != "code,name,short,level,parent,first,last,successors") return false;
  while (std::getline(in, line)) {
    Row r;
    std::istringstream cells(line);
    for (std::string* cell : {&r.code, &r.name, &r.short_name, &r.level, &r.parent, &r.first, &r.last, &r.successors}) std::getline(cells, *cell, ',');
    if (r.code.size() != 6 || r.name.empty() || r.first.empty() || renda::to_utf16(r.name).size() > NameTable::kLongest) {
      std::cerr << path << ":" << rows.size() + 2 << ": error: not a division\n";
      return false;
    }
    rows.push_back(r);
  }
  return true;
}

using Names = std::vector<std::u16string>;

// The names of one kind, sorted.
Names sorted(const std::vector<Row>& rows, std::string Row::* key) {
  Names names;
  for (const Row& r : rows) names.push_back(renda::to_utf16(r.*key));
  std::sort(names.begin(), names.end());
  return names;
}

void write_numbers(std::ofstream& out, const std::vector<std::size_t>& numbers) {
  out << '{';
  for (std::size_t n : numbers) out << n << ',';
  out << '}';
}

void write_order(std::ofstream& out, const char* name, const std::vector<Row>& rows, std::string Row::* key) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return renda::to_utf16(rows[a].*key) < renda::to_utf16(rows[b].*key); });
  out << "const std::uint16_t " << name << "[] = ";
  write_numbers(out, order);
  out << ";\n";
}

void write_names(std::ofstream& out, const char* table, const Names& names) {
  std::vector<std::size_t> slots(NameTable::kSlots), lengths(NameTable::kPairs);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::u16string& name = names[i];
    if (i > 0 && name == names[i - 1]) continue;
    const std::uint32_t hash = NameTable::hash(name);
    std::size_t slot = NameTable::slot_of(hash);
    while (slots[slot] != 0) slot = NameTable::slot_after(slot);
    slots[slot] = NameTable::entry(hash, i);
    if (name.size() >= 2) lengths[NameTable::pair_of(name)] |= std::size_t{1} << name.size();
  }
  out << "const NameTable " << table << " = {";
  write_numbers(out, slots);
  out << ',';
  write_numbers(out, lengths);
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Row> rows;
  if (argc != 3 || !read(argv[1], rows)) return 2;
  if (rows.size() > NameTable::kSlots / 4 * 3) {
    std::cerr << argv[1] << ": error: more divisions than the table of names is made for (NameTable::kSlotBits)\n";
    return 2;
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const auto left = renda::to_utf16(a.name), right = renda::to_utf16(b.name);
    return left != right ? left < right : a.code != b.code ? a.code < b.code : a.first < b.first;
  });
  std::ofstream out(argv[2], std::ios::binary);
  out << "// Written by pack_divisions; do not edit.\n#include \"facts/division_table.h\"\n\nnamespace renda {\nusing namespace std::string_view_literals;\nconstexpr Division kDivisions[] = {\n";
  for (const Row& r : rows)
    out << "{u\"" << r.name << "\"sv,u\"" << r.short_name << "\"sv,\"" << r.code << "\"sv,\"" << r.parent << "\"sv,\"" << r.successors << "\"sv,Level::" << r.level << ',' << r.first << ','
        << (r.last.empty() ? "0" : r.last) << "},\n";
  out << "};\nconst std::size_t kDivisionCount = " << rows.size() << ";\n";
  write_order(out, "kByShortName", rows, &Row::short_name);
  write_order(out, "kByCode", rows, &Row::code);
  write_names(out, "kNames", sorted(rows, &Row::name));
  write_names(out, "kShortNames", sorted(rows, &Row::short_name));
  out << "}  // namespace renda\n";
  return out.good() ? 0 : 2;
}
