// Reads one sentence with the installed library.
#include <iostream>

#include "renda/batch.h"

int main() {
  const auto patterns = renda::PatternSet::builtin();
  const auto report = renda::extract(renda::decode("全年共召开常委会会议8次。"), *patterns);
  for (const auto& row : report.observations)
    std::cout << patterns->indicators()[row.indicator].id << " = " << report.quantities[row.quantity].value.text() << '\n';
  return report.quantities.size() == 1 ? 0 : 1;
}
