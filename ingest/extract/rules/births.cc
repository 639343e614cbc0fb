// Where and when somebody was born, where the sentence tells under which name too.
#include "ingest/extract/lexicon.h"
#include "ingest/extract/rules/build.h"

namespace dossier::ingest {

// `Ana was born Ana Maria Roe in Oslo` -> Ana | was born | in Oslo
void births(const Reading& reading, std::vector<Extraction>& found) {
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto& arguments = found[i].arguments;
    if (found[i].rule != "passive" || found[i].predicate != "was born" || arguments.size() < 2 ||
        !arguments[0].preposition.empty() || reading.tree[arguments[0].phrase.head].upos != Upos::kPropn)
      continue;
    Extraction birth = found[i];
    birth.arguments.erase(birth.arguments.begin());
    birth.statement_only = true;
    found.push_back(std::move(birth));
  }
}

}  // namespace dossier::ingest
