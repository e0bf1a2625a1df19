#include "tables/xlsx_library.h"

#include <dlfcn.h>

#include <string>

#include "tables/output.h"

namespace renda {

XlsxLibrary::XlsxLibrary(const char* file) {
  void* const library = ::dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  const auto address = [&](const char* name) {
    if (void* const found = library == nullptr ? nullptr : ::dlsym(library, name)) return found;
    const std::string why = ::dlerror();
    throw OutputError(Diagnostic{}, {"workbooks need libxlsxwriter: " + why, "写工作簿需要 libxlsxwriter：" + why},
                      {"install it, or write .csv or .jsonl", "请安装它，或改写 .csv、.jsonl"});
  };
#define RENDA_FIND(name) name = reinterpret_cast<decltype(name)>(address(#name));
  RENDA_XLSX_CALLS(RENDA_FIND)
#undef RENDA_FIND
}

const XlsxLibrary& xlsx() {
  static const XlsxLibrary library(RENDA_XLSX_LIBRARY);
  return library;
}

}  // namespace renda
