// The JSON Lines writer; outside face: make_row_writer() in rows.cpp.
#include "tables/jsonl.h"

#include "tables/plain.h"

namespace renda {

void append_json_string(std::string& out, std::string_view utf8) {
  out.push_back('"');
  for (std::size_t i = 0; i < utf8.size();) {
    const char c = utf8[i];
    if (may_be_control(c)) {
      if (const auto length = break_length(utf8, i); length > 0) {
        out.push_back(' ');
        i += length;
        continue;
      }
    }
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
    ++i;
  }
  out.push_back('"');
}

void JsonlWriter::cell(CellType type, std::string_view value) {
  const auto& column = columns_[column_];
  out_.push_back(column_ == 0 ? '{' : ',');
  append_json_string(out_, style_.chinese_headers ? column.name_zh : column.name);
  out_.push_back(':');
  if (value.empty())
    out_ += "null";
  else if (type == CellType::text)
    append_json_string(out_, value);
  else if (type == CellType::boolean)
    out_ += value == "1" ? "true" : "false";
  else
    out_ += value;  // an exact plain decimal is JSON as it stands
  ++column_;
}

void JsonlWriter::end_row() {
  out_ += "}\n";
  column_ = 0;
}

}  // namespace renda
