// Extractions as short texts, for tests to compare.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/extract.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/surface.h"
#include "tests/ingest/extract/hand_built.h"

namespace dossier::ingest {

using Texts = std::vector<std::string>;

/// `subject | predicate | object | argument | ...`, each argument behind its preposition.
inline std::string statement_text(const Document& document, const Extraction& extraction) {
  std::string text = text_of(document, extraction.subject.tokens) + " | " + extraction.predicate;
  for (const Argument& argument : extraction.arguments)
    text += " | " + (argument.preposition.empty() ? "" : argument.preposition + " ") +
            text_of(document, argument.phrase.tokens);
  return text;
}

inline Texts statements_of(const Document& document) {
  Texts texts;
  for (const Extraction& extraction : extract(document))
    texts.push_back(statement_text(document, extraction));
  return texts;
}

inline bool holds(const Texts& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

inline bool any_begins(const Texts& texts, std::string_view start) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.starts_with(start); });
}

inline bool any_ends(const Texts& texts, std::string_view end) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.ends_with(end); });
}

inline bool any_has(const Texts& texts, std::string_view part) {
  return std::any_of(texts.begin(), texts.end(),
                     [&](const std::string& text) { return text.find(part) != text.npos; });
}

inline bool says(const Document& document, std::string_view text) {
  return holds(statements_of(document), text);
}

/// The first with that predicate, or with that text; fails the test without one.
inline Extraction found(const Document& document, std::string_view what) {
  for (const Extraction& extraction : extract(document))
    if (extraction.predicate == what || statement_text(document, extraction) == what) return extraction;
  FAIL("no statement " << what);
  return {};
}

/// Who says so.
inline std::string claimant_of(const Document& document, const Extraction& extraction) {
  return extraction.attribution ? text_of(document, extraction.attribution->claimant.tokens) : "nobody";
}

/// Only what one rule found.
inline Texts statements_of(const Document& document, std::string_view rule) {
  Texts texts;
  for (const Extraction& extraction : extract(document))
    if (extraction.rule == rule) texts.push_back(statement_text(document, extraction));
  return texts;
}

struct StatementsCase {
  std::string_view name, rule, rows;  // without a rule: what all of them found
  Texts texts;
};

/// A section a case, by its name.
inline void check_statements(std::initializer_list<StatementsCase> cases) {
  for (const StatementsCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      const Document document = hand_built(one.rows);
      CHECK((one.rule.empty() ? statements_of(document) : statements_of(document, one.rule)) == one.texts);
    }
  }
}

struct SaidCase {
  std::string_view name, rule, rows;  // without a rule: what any of them found
  Texts said, unsaid = {};            // there may be others
};

inline void check_said(std::initializer_list<SaidCase> cases) {
  for (const SaidCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      const Document document = hand_built(one.rows);
      const Texts texts = one.rule.empty() ? statements_of(document) : statements_of(document, one.rule);
      CAPTURE(texts);
      for (const std::string& text : one.said) {
        CAPTURE(text);
        CHECK(holds(texts, text));
      }
      for (const std::string& text : one.unsaid) {
        CAPTURE(text);
        CHECK_FALSE(holds(texts, text));
      }
    }
  }
}

/// How a statement stands; what is not given is not checked.
struct Standing {
  std::string_view what;  // as found() takes it
  std::optional<Modality> modality = {};
  std::optional<bool> negated = {};
  std::optional<std::string_view> claimant = {};  // or "nobody"
};
struct StandingsCase {
  std::string_view name, rows;
  std::vector<Standing> standings;
};

inline void check_standings(std::initializer_list<StandingsCase> cases) {
  for (const StandingsCase& one : cases) {
    DYNAMIC_SECTION(one.name) {
      const Document document = hand_built(one.rows);
      for (const auto& [what, modality, negated, claimant] : one.standings) {
        CAPTURE(what);
        const Extraction statement = found(document, what);
        if (modality) CHECK(statement.modality == *modality);
        if (negated) CHECK(statement.negated == *negated);
        if (claimant) CHECK(claimant_of(document, statement) == *claimant);
      }
    }
  }
}

/// What a graph would not take.
inline Texts kept_from_graph(const Document& document) {
  Texts texts;
  for (const Extraction& extraction : extract(document))
    if (extraction.surface_only) texts.push_back(statement_text(document, extraction));
  return texts;
}

struct KeptCase {
  std::string_view name, rows;
  Texts texts;
};

inline void check_kept(std::initializer_list<KeptCase> cases) {
  for (const KeptCase& one : cases)
    DYNAMIC_SECTION(one.name) CHECK(kept_from_graph(hand_built(one.rows)) == one.texts);
}

inline Texts surfaces_of(const Document& document) {
  Texts texts;
  for (const Extraction& extraction : extract(document)) {
    const Surface surface = surface_of(document, extraction);
    std::string text = surface.subject + " | " + surface.relation + " | " + surface.object;
    for (const std::string& argument : surface.arguments) text += " | " + argument;
    texts.push_back(text);
  }
  return texts;
}

}  // namespace dossier::ingest
