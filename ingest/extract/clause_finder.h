// Sentence -> clauses: every verb that says something, with its arguments.
#pragma once

#include <vector>

#include "ingest/extract/clause.h"

namespace dossier::ingest {

/// The clauses of a sentence in the order of their verbs; subjects, modality and attribution filled in.
std::vector<Clause> find_clauses(const Tree& tree);

// The stages of find_clauses, each in a file of its own.
std::vector<Slot> find_slots(const Tree& tree, const Clause& clause);  // clause_slots.cc
void add_slots_of(const Tree& tree, std::uint32_t link, const Clause& clause,
                  std::vector<Slot>& slots);                                           // of one verb of it
void share_object(const Tree& tree, const Clause& clause, std::vector<Slot>& slots);   // clause_objects.cc
void order_objects(const Tree& tree, const Clause& clause, std::vector<Slot>& slots);  // clause_objects.cc
void lift_dates(const Tree& tree, const Clause& clause, std::vector<Slot>& slots);     // clause_lifts.cc
void lift_gerunds(const Tree& tree, const Clause& clause, std::vector<Slot>& slots);   // clause_lifts.cc
void set_scene(const Tree& tree, const Clause& clause, std::vector<Slot>& slots);      // clause_lifts.cc
void fill_subjects(const Tree& tree, std::vector<Clause>& clauses);                    // clause_subjects.cc
void fill_modality(const Tree& tree, std::vector<Clause>& clauses);                    // clause_modality.cc
void fill_attribution(const Tree& tree, std::vector<Clause>& clauses);  // clause_attribution.cc

/// `guilty`, and the `over` of `declared it over`: how something is, without a verb.
bool tells_state(const Tree& tree, std::uint32_t token);

/// `allowed them to leave`, `considered it regrettable`: a complement that is no finite clause, with a
/// subject of its own, which the governor's object is.
std::optional<std::uint32_t> small_clause_subject(const Tree& tree, std::uint32_t complement);

/// `found the plan to be unlawful`: it says so who is the subject above; nothing is wanted or planned.
bool holds_to_be(const Tree& tree, const Clause& complement);

/// `criticised him for not going`, `accused them of hiding it`: says of somebody that he did.
bool blames(const Tree& tree, std::uint32_t verb);

/// `may sue the council, which failed in its duty`: what a comma sets off is said for itself.
bool is_aside(const Tree& tree, const Clause& clause);

// `a report by Norsk`, `Norsk's report`: what is written or known speaks for whose it is.
Phrase source_of(const Tree& tree, Phrase claimant);

bool is_negated(const Tree& tree, const Clause& clause);  // clause_negation.cc
/// `None of the clerks left`: denied of the clerks.
void name_the_denied(const Tree& tree, Clause& clause);

// `rather than cutting it`, `instead of cutting it`
bool is_spared(const Tree& tree, const Clause& clause);

/// `said it "may go," and the price fell`: a clause with a subject of its own behind a quotation that a comma closes.
bool leaves_quotation(const Tree& tree, const Clause& clause, const Clause& first);

// `left without paying`, `stopped short of paying`, `kept her from paying`
bool is_left_out(const Tree& tree, const Clause& clause);

/// `agreed not to leave`, `pleaded not guilty`: a denied link of a chain, which the predicate spells.
bool spells_negation(const Tree& tree, std::uint32_t link, std::uint32_t word);

// `did not come or call`, but not `does not contain tar and makes steam`
bool shares_negation(const Tree& tree, const Clause& first, const Clause& clause);

/// `has yet to start`, `is yet to start`: it has not.
bool is_yet_to(const Tree& tree, const Clause& clause);

/// `the first woman to win`, `the only one to vote`: what the infinitive says of the noun has happened.
bool is_ranked(const Tree& tree, std::uint32_t noun);
/// Whether a word before the noun says so alone: `first`, `only`, `oldest`.
bool has_rank_word(const Tree& tree, std::uint32_t noun);

/// The clause whose chain holds the token.
std::optional<std::size_t> clause_of(const std::vector<Clause>& clauses, std::uint32_t token);

/// `looks forward to`: an adverb that is part of the verb.
bool is_particle_adverb(const Tree& tree, std::uint32_t verb, std::uint32_t adverb);

/// `the storm on Sunday caused`: the date of a subject that happens dates the clause too; it moves from the
/// subject to the slots.
void lift_subject_date(const Tree& tree, Clause& clause);

/// `crowded onto the square to witness it`: an infinitive that says what for, read as a complement.
bool is_purpose(const Tree& tree, std::uint32_t complement);

/// `asked him to leave`: whether the verb's object is the subject of the open complement. In `used a map to
/// find it` and `spent a year writing it` it is not.
bool object_does(const Tree& tree, std::uint32_t object, std::uint32_t complement);

/// The noun or adverb with all that belongs to it and what is joined to it.
Slot slot_of(const Tree& tree, std::uint32_t head, ArgumentRole role);

/// `by Y`, `of the war`: a slot from a preposition and what hangs on it; nothing when nothing does.
std::optional<Slot> prepositional_slot(const Tree& tree, std::uint32_t preposition);

}  // namespace dossier::ingest
