// libxlsxwriter, loaded with the first workbook. It brings OpenSSL along: linking both would be a quarter of what renda does for one small file.
#pragma once
#include <xlsxwriter.h>

namespace renda {

/// The calls that renda makes, under their own names and with their own types.
#define RENDA_XLSX_CALLS(call)                                                                                                        \
  call(format_set_align) call(format_set_bg_color) call(format_set_bold) call(format_set_bottom) call(format_set_font_color)          \
  call(format_set_font_size) call(format_set_num_format) call(format_set_text_wrap) call(format_set_underline) call(lxw_strerror)     \
  call(lxw_version) call(lxw_workbook_free) call(lxw_worksheet_write_single_row) call(workbook_add_format)                            \
  call(workbook_add_worksheet) call(workbook_close) call(workbook_new_opt) call(workbook_set_properties) call(worksheet_autofilter)   \
  call(worksheet_freeze_panes) call(worksheet_ignore_errors) call(worksheet_repeat_rows) call(worksheet_set_column)                   \
  call(worksheet_set_landscape) call(worksheet_set_paper) call(worksheet_set_row) call(worksheet_write_number)                        \
  call(worksheet_write_string) call(worksheet_write_url_opt)

struct XlsxLibrary {
#define RENDA_DECLARE(name) decltype(&::name) name = nullptr;
  RENDA_XLSX_CALLS(RENDA_DECLARE)
#undef RENDA_DECLARE

  /// Loads the shared library `file`, to stay until the program ends. Throws OutputError where it is not there or lacks a call.
  explicit XlsxLibrary(const char* file);
};

/// The library that renda was built with, loaded at the first call.
const XlsxLibrary& xlsx();

}  // namespace renda
