// A hand-built document with its mentions resolved, asked by word.
#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/resolve/mention_clusters.h"
#include "tests/ingest/extract/hand_built.h"

namespace dossier::ingest {

/// What the n-th token with that word refers to; nothing where it stands for nothing. Fails the test without such
/// a word.
inline const Entity* entity_of(const Document& document, const Resolution& resolution, std::string_view word,
                               int nth = 1) {
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t)
    if (document.word(t) == word && --nth == 0) return resolution.entity_at(t);
  FAIL("no such word: " << word);
  return nullptr;
}

/// Its name; "" for nothing.
inline std::string referent(const Document& document, const Resolution& resolution, std::string_view word,
                            int nth = 1) {
  const Entity* entity = entity_of(document, resolution, word, nth);
  return entity ? entity->name : "";
}

struct Resolved {
  explicit Resolved(std::string_view rows)
      : document(hand_built(rows)), tree(document), resolution(resolve_mentions(tree)) {}
  std::string operator()(std::string_view word, int nth = 1) const {
    return referent(document, resolution, word, nth);
  }
  /// Type and name of what the token refers to.
  std::string typed(std::uint32_t token) const {
    const Entity* entity = resolution.entity_at(token);
    return entity ? std::string(name_of(entity->type)) + " " + entity->name : "nothing";
  }
  /// Type of what the n-th token with that word refers to; "" for nothing.
  std::string type_of(std::string_view word, int nth = 1) const {
    const Entity* entity = entity_of(document, resolution, word, nth);
    return entity ? std::string(name_of(entity->type)) : "";
  }
  Document document;
  DocumentTree tree;
  Resolution resolution;
};

struct Referent {
  std::string_view word, name;
  int nth = 1;
  std::string_view type = {};  // not checked where it is not given
};
struct ReferentsCase {
  std::string_view name, rows;
  std::vector<Referent> referents;
};

/// A section a case, by its name.
inline void check_referents(std::initializer_list<ReferentsCase> cases) {
  for (const ReferentsCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      const Resolved text(one.rows);
      for (const auto& [word, name, nth, type] : one.referents) {
        CAPTURE(word, nth);
        CHECK(text(word, nth) == name);
        if (!type.empty()) CHECK(text.type_of(word, nth) == type);
      }
    }
  }
}

struct NamesCase {
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> texts;  // the rows of each, and its names
};

/// `names_in` of each text, joined by " | "; a section a case, by its name.
inline void check_names(std::string (*names_in)(std::string_view rows),
                        std::initializer_list<NamesCase> cases) {
  for (const NamesCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      for (const auto& [rows, names] : one.texts) CHECK(names_in(rows) == names);
    }
  }
}

}  // namespace dossier::ingest
