// Parts of modality that its files share; each is nothing where it has no opinion.
#pragma once

#include "ingest/extract/clause.h"

namespace dossier::ingest {

// `will leave`, `is set to leave`, `is said to have left`: what the clause's own verbs say.
std::optional<Modality> modality_of_chain(const Tree& tree, const Clause& clause);

// `reports that he left`, `the idea that he left`
std::optional<Modality> modality_of_reporting_noun(const Tree& tree, const Clause& clause);

/// `rumours spread that he left`, `fears grew that he left`: what the subject tells, and nobody's word.
std::optional<Modality> modality_of_word(const Tree& tree, const Clause& clause, const Clause& governor);

/// `won the prize`, `was given a medal`: a deed behind `for` is the winner's, and done.
bool wins_prize(const Tree& tree, std::uint32_t verb);

/// `drew criticism for jailing her`, `came under fire for closing it`: what one is judged for one has done.
bool is_judged_for(const Tree& tree, std::uint32_t governor);

// `questions over leaving`, `plans to leave`
std::optional<Modality> modality_of_noun_above(const Tree& tree, const Clause& clause);

// `a way for clerks to sell it`: they can; `the need for clerks to leave`: they are to
std::optional<Modality> modality_for_somebody(const Tree& tree, const Clause& clause);

// `to make sure people are safe`, however the parser hung it
std::optional<Modality> modality_of_assured(const Tree& tree, const std::vector<Clause>& clauses,
                                            const Clause& clause);

// `urged him to leave`, `may see who left`
std::optional<Modality> modality_from_governor(const Tree& tree, const Clause& clause,
                                               const Clause& governor);

// `will open when it is complete`, `may help in ending it`: as real as what it goes with
std::optional<Modality> modality_from_company(const Tree& tree, const Clause& clause, const Clause& governor);

/// `left, only to come back`, `went on to score`, `beat Oslo to win the cup`, `used a crane to lift it`: what came of it, as real
/// as what it came of.
bool is_outcome(const Tree& tree, const Clause& clause, const Clause& governor);

/// `If you win you have a second chance`: what holds only then. `even if` leaves it as it is.
bool hangs_on_if(const Tree& tree, const Clause& clause);

/// Whether `if` opens what is asked: `asked Ana if it had sunk`, which the parser takes for when.
bool is_asked_if(const Tree& tree, std::uint32_t above, std::uint32_t mark);

/// `Had they left`, `Were she to go`, `provided that it pays`, `as long as it pays`, `works when used`: what something hangs on
/// without an `if`.
bool is_condition(const Tree& tree, const Clause& clause);

/// `told them how to leave`, `asked where to go`: nobody says that they do.
bool is_know_how(const Tree& tree, const Clause& clause);

/// `too thin for people to breathe`, `strong enough for lorries to cross`
bool is_measured(const Tree& tree, const Clause& clause);

// `Imagine that he left`
bool is_supposed(const Tree& tree, const Clause& governor);

// `may leave`, `will leave`
bool has_modal(const Tree& tree, const Clause& clause);

// `no law says that`, `there is nobody who says that`
bool is_said_by_none(const Tree& tree, const Clause& governor);

// `told Ana to leave`, of which the parser made what for
bool is_told_to(const Tree& tree, const Clause& clause, const Clause& governor);

// `that they left`, `that they had left`
bool tells_past(const Tree& tree, const Clause& clause);

// `whether they liked it, but they did run`: a but with a subject of its own
bool goes_against(const Tree& tree, const Clause& clause);

// `belief`, `conclusion`: what somebody holds to be so
bool is_held(const std::string& noun);

// `it is unlikely that he will leave`, `it is hard to imagine that`, `no evidence that he will`
/// `did not prove that he left`, `declined to say that he left`, `it is hard to believe`; but `failed to notice that he left`.
bool is_unproven(const Tree& tree, const Clause& clause, const Clause& governor);

bool is_left_open(const Tree& tree, const Clause& clause, const Clause& governor);

// `They started a petition – they hope it helps`, `It is late, so they may stay`: a sentence of its own, which the parser took for what
// the second one says.
bool runs_on(const Tree& tree, const Clause& clause, const Clause& governor);

}  // namespace dossier::ingest
