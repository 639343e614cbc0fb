// Relations between two mentions of a sentence that binding and salience ask for.
#pragma once

#include "ingest/resolve/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

/// Subject of a clause, or beside one: "Xi and [Putin] met".
bool is_subject_of_clause(const DocumentTree& tree, std::uint32_t t);
/// Within the noun phrase of the other, not beside it: "the [head] of [its] board", not "Mohamed and his
/// father".
bool stands_in(const DocumentTree& tree, std::uint32_t t, std::uint32_t head);
/// "[His father] said [he] was taking ...": the subject of the clause above.
bool matrix_subject(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other);
/// The pronoun stands in a phrase before the verb, the other mention is that verb's subject.
bool fronted_before(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other);

/// "[Heitz] said [the suspect] ...": no full noun phrase stands for the subject of a clause around it.
///
/// Source   binding principle C; Chomsky, Lectures on Government and Binding, 1981.
bool commands(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
              const Mention& mention);

bool names_person(const Resolution& resolution, const Entity& entity);   // an unnamed one: "the student"
bool is_group_noun(const Resolution& resolution, const Entity& entity);  // "the team"

}  // namespace dossier::ingest
