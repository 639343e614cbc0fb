// What the parts of the subject finder share: clause_subjects.cc for participles and the order of things,
// clause_relatives.cc for relative clauses, clause_control.cc for subjects that other clauses lend.
#pragma once

#include <optional>
#include <vector>

#include "ingest/extract/clause_finder.h"

namespace dossier::ingest {

struct Subject {
  Phrase whole;
  std::vector<Phrase> conjuncts;
};

/// The words of a subject, and of each that it joins or gives as an example.
Subject subject_of_head(const Tree& tree, std::uint32_t head);
/// The subject that hangs on one of the clause's own verbs; of a description and a name the name.
std::optional<std::uint32_t> own_subject(const Tree& tree, const Clause& clause);
void set_subject(Clause& clause, Subject subject);
void inherit(Clause& clause, const Clause& from);
void inherit(Clause& clause, const Slot& from);  // `asked him to leave`

bool relative_word(Tag tag);
bool is_relative_pronoun(const Tree& tree, std::uint32_t token);
bool has_infinitive_mark(const Tree& tree, std::uint32_t verb);
bool names_event(const Tree& tree, std::uint32_t noun);
bool names_actor(const Tree& tree, std::uint32_t noun);  // who can do something; no `reputation of being`
bool is_person(const Tree& tree, std::uint32_t noun);
bool is_time(const Tree& tree, std::uint32_t noun);
bool is_spent(const Tree& tree, std::uint32_t noun);  // `spent two years building it`

/// `clerks from Norsk threatening to leave`: no clause tells one bearer of a name from another, so where no
/// comma sets it off it is of the noun that the name belongs to.
std::optional<std::uint32_t> described_beyond_name(const Tree& tree, std::uint32_t nearest,
                                                   std::uint32_t first);

/// `the first woman to win`: whether the clause is said of who holds a rank; fill_ranked says of whom.
bool ranks(const Tree& tree, const Clause& clause);
void fill_ranked(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses);
void fill_relative(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses);
/// `The states that vote are Texas and Utah`, `Oslo was among the towns affected`: the names, for the noun that the clause
/// of that verb tells apart.
std::optional<Subject> named_by_copula(const Tree& tree, std::uint32_t noun, std::uint32_t verb);
/// The noun that the relative clause describes; its own verb where none that stands there can be meant: antecedents.cc.
std::uint32_t antecedent_of(const Tree& tree, const Clause& clause);
/// The same of a clause inside it that the pronoun belongs to: `fires in a field, which Ana said were out`.
std::uint32_t antecedent_within(const Tree& tree, const Clause& clause, std::uint32_t nearest);

/// `was closed by guards to save it`: what something was done for, by who did it or by nobody who is told: clause_purpose.cc.
bool fill_purpose_of_deed(const Tree& tree, Clause& clause, const Clause& governor);

/// The object that an open complement is said of: `urged the US to talk`; null for none.
const Slot* controller(const Clause& governor);
/// The head of its subject, or the verb where it has none.
std::uint32_t subject_head(const Clause& clause);
/// A gerund behind a preposition, whose governor is known: clause_gerunds.cc.
void fill_gerund(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses);
/// `included murder and owning a gun`: joined to a noun, though the parser hangs it on the verb.
bool joined_gerund(const Tree& tree, const Clause& clause);

/// By conjunction and control the subject or object of the clause above.
void fill_from_governor(const Tree& tree, Clause& clause, const std::vector<Clause>& clauses);

}  // namespace dossier::ingest
