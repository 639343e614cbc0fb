// Mends what statistical parsers get wrong in the same way again and again, before any rule reads the tree.
#pragma once

#include <vector>

#include "dossier/ingest/document.h"

namespace dossier::ingest {

/// Changes heads, labels and lemmas of one sentence's tokens, which are the document's, in place; every token keeps a
/// path to the root.
/// parse_repair.cc has an example of each repair.
void repair_parse(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// The same up to repair_attachments, which is trained on what it finds.
void repair_before_attachments(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

// Its parts with files of their own, in the order in which they run; the repairs of parse_repair.cc come
// before the last three. What would not be a tree any more is left as it was.

/// Words whose tag contradicts the tree: tag_repair.cc.
void repair_tags(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Words whose form cannot stand where the parser put them: form_repair.cc.
void repair_forms(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Verbs read as another part of speech or form: verb_repair.cc.
void repair_verbs(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Subjects behind their verb: inversion_repair.cc.
void repair_inversions(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Words of one clause read as part of another: clause_repair.cc.
void repair_clauses(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Participles read as another form, or as verbs where they describe a noun: participle_repair.cc.
void repair_participles(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Verbs joined to one whose form they cannot share: conjunct_repair.cc.
void repair_conjuncts(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Verbs without their subjects, participles without their nouns: subject_repair.cc.
void repair_subjects(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Main verbs whose subject was taken for more of what stands before it: main_subject_repair.cc.
void repair_main_subjects(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Scores, and who was beaten: score_repair.cc.
void repair_scores(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Objects that were run together: object_repair.cc.
void repair_objects(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Nouns that are another word's argument: argument_repair.cc.
void repair_arguments(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// What completes a verb and was hung elsewhere: complement_repair.cc.
void repair_complements(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Phrases, participles, relative clauses and conjuncts hung on another word than theirs: attachment_repair.cc.
void repair_attachments(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// People listed with what they are: people_repair.cc.
void repair_people(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Who gets or pays a sum: sum_repair.cc.
void repair_sums(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Roles before a name: title_repair.cc.
void repair_titles(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// What is said beside a name: apposition_repair.cc.
void repair_appositions(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Who says something: source_repair.cc.
void repair_sources(const Document& document, TokenRange sentence, std::vector<Token>& tokens);
/// Names beside nouns: name_repair.cc.
void repair_names(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

/// Names of bodies, shows and laws: body_repair.cc.
void repair_bodies(const Document& document, TokenRange sentence, std::vector<Token>& tokens);

}  // namespace dossier::ingest
