// What the tools that read articles have in common.
#pragma once

#include <functional>
#include <iostream>

#include "dossier/ingest/model.h"
#include "dossier/ingest/reader.h"

namespace dossier::ingest {

/// Calls `print` with the default model and each article of the files in turn; the exit status, with a message
/// where it is 1.
inline int print_articles(int argc, char** argv,
                          const std::function<void(const LanguageModel&, const Article&)>& print) {
  const auto model = LanguageModel::load(LanguageModel::default_file());
  if (!model.ok()) return std::cerr << model.status().message() << "\n", 1;
  for (int i = 1; i < argc; ++i) {
    const auto read = read_article_file(argv[i], {}, [&](Article&& article) {
      print(**model, article);
      return Status();
    });
    if (!read.ok()) return std::cerr << read.status().message() << "\n", 1;
  }
  return 0;
}

}  // namespace dossier::ingest
