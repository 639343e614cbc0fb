// Groups of mentions with one spelling, and which of two names is the other in short.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"
#include "ingest/resolve/names.h"

namespace dossier::ingest {

/// Mentions whose names have one key.
struct NameGroup {
  std::string key, text;
  std::vector<std::uint32_t> mentions;
  const Country* country = nullptr;
  bool person = false, in_region = false;
  std::set<std::string> roles, nicknames;
  std::vector<std::string> words() const {
    const auto views = words_of(key);
    return {views.begin(), views.end()};
  }
};

bool generic_word(const std::string& word);  // a common noun, lower case

/// "the Columbia" somewhere in the article.
bool stands_after_article(const DocumentTree& tree, const std::vector<Mention>& mentions,
                          const NameGroup& group);

/// Ends in what is to be done to something: "Coalition to Defeat Zorb", which is no short name for Zorb.
bool names_deed(const DocumentTree& tree, const Resolution& resolution, const NameGroup& group);

/// Whether the shorter name is the longer one's thing: "Columbia" of "Space Shuttle Columbia", "New START" of
/// "New START Treaty", "Softbank" of "Softbank Corp", "the Court" of "Supreme Court of Cassation".
bool partial_name(const DocumentTree& tree, const Resolution& resolution, const NameGroup& part,
                  const NameGroup& whole);

/// Two spellings of a person's full name: "Hernan Dario Gomez" and "Hernan Gomez", "John Conyers Jr." and "John Conyers".
bool one_full_name(const NameGroup& a, const NameGroup& b);

/// "Carlos Rivera" of "Carlos Rivera Solis", persons both: the first of two surnames.
bool begins_full_name(const NameGroup& part, const NameGroup& whole);

/// The only facility that was named before by this name of several words and what it is: "St Olaf's Hospital"
/// for "St Olaf's", "Al-Noor Airport" for "Al-Noor"; kNone for none.
std::uint32_t facility_before(const std::vector<NameGroup>& groups, std::uint32_t short_name);

/// The firm that was named before by a name beginning so, Harlan Foods for "Harlan", where no bearer of the surname had
/// been told of yet; kNone for none.
std::uint32_t firm_before(const Resolution& resolution, const std::vector<NameGroup>& groups,
                          std::uint32_t surname, const std::vector<std::uint32_t>& bearers);

}  // namespace dossier::ingest
