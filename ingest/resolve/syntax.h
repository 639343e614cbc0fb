// Relations between two mentions of a sentence that binding and salience ask for.
#pragma once

#include <vector>

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// From the first to the last word of all that hangs on a word.
TokenRange subtree_of(const DocumentTree& tree, std::uint32_t t);
/// The first of what it is joined to; of a name beside a noun, that noun: "the [head] of the office, [Ana Roe]".
std::uint32_t place_of(const DocumentTree& tree, std::uint32_t t);
/// Subject of a clause, or beside one: "Xi and [Putin] met".
bool is_subject_of_clause(const DocumentTree& tree, std::uint32_t t);
/// The same of a pronoun; "make [them] available" and "saw [him] leave" have objects.
bool is_subject_pronoun(const DocumentTree& tree, std::uint32_t t);
/// In "the number of [cats]", "thousands of [people]" the place of the whole.
std::uint32_t whole_of(const DocumentTree& tree, std::uint32_t t);
/// "It was [Morris] who found the body", "One of the clerks is [Ida]", "Among them was the [clerk], Ida".
bool is_presented(const DocumentTree& tree, std::uint32_t t);
/// The first subject of its sentence: "In May [it] left".
bool opens_sentence(const DocumentTree& tree, std::uint32_t t);
/// Who said so behind what is said: "Norsk left, the [ministry] said".
bool speaks_behind(const DocumentTree& tree, std::uint32_t t);
/// Subject of a verb of saying, outside quotations.
bool says(const DocumentTree& tree, std::uint32_t t);
/// The "old" of "the 61-year-old leader": tells nothing of who is meant.
bool tells_age(const DocumentTree& tree, std::uint32_t t);
/// The "based" of "the Tokyo-based group", which adds to what is known of it.
bool tells_base(const DocumentTree& tree, std::uint32_t t);
/// "the leader, who denied it": behind a comma a clause does not say which one.
bool set_off(const DocumentTree& tree, std::uint32_t noun, std::uint32_t clause);
/// "[his] home", "Ana, [whose] home burned": the noun is somebody's whom a pronoun stands for.
bool pronoun_owns(const DocumentTree& tree, std::uint32_t noun);
/// Within the noun phrase of the other, not beside it: "the [head] of [its] board", not "Mohamed and his
/// father".
bool stands_in(const DocumentTree& tree, std::uint32_t t, std::uint32_t head);
/// Who does what a clause around a word says.
struct SubjectAbove {
  std::uint32_t subject = 0;
  Deprel link = Deprel::kDep;      // how the clause below hangs on this one
  std::uint8_t level = 0;          // 0: the word's own clause
  bool subject_of_clause = false;  // the word is itself the subject of its clause
};
/// "[His father] said [he] was taking ...", "[Ana] sold it and left [her] home": the nearest first.
std::vector<SubjectAbove> subjects_above(const DocumentTree& tree, std::uint32_t t);
/// Who does what a verb without a subject says, kNoToken if that is open: "[Ana] bought it and sold it", "[Ana] began to
/// sell it", "a [man] selling it".
std::uint32_t understood_subject(const DocumentTree& tree, std::uint32_t verb);
/// The pronoun stands in a phrase before the verb, the other mention is that verb's subject.
bool fronted_before(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other);

/// "[Holm] was appointed as [his] successor", "[Holm] is [his] aunt": nobody is that to himself.
bool holds_role_of(const DocumentTree& tree, std::uint32_t holder, std::uint32_t pronoun);

/// "[Heitz] said [the suspect] ...": no full noun phrase stands for the subject of a clause around it.
///
/// Source   binding principle C; Chomsky, Lectures on Government and Binding, 1981.
bool commands(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
              const Mention& mention);

/// "a man's heart races and [his] sight fails": of the owner of a clause's subject, the owner of the subject of the clause that
/// it is joined to; none if that may own things itself, `Ana's son left and his car ...`.
std::uint32_t owner_of_subject_beside(const DocumentTree& tree, std::uint32_t owner);
bool names_person(const Resolution& resolution, const Entity& entity);   // an unnamed one: "the student"
bool is_group_noun(const Resolution& resolution, const Entity& entity);  // "the team"

}  // namespace dossier::ingest
