#include "ingest/extract/rules/rule.h"

namespace dossier::ingest {

std::span<const Rule> rules() {
  static constexpr Rule kRules[] = {
      {"active", "Xi invited Putin to China. -> Xi | invited | Putin | to China", active_clauses},
      {"passive", "The treaty was signed in 2010. -> The treaty | was signed in | 2010", passive_clauses},
      {"copula", "Russia is a supplier to China. -> Russia | is | a supplier to China", copular_clauses},
      {"copula_role", "Russia is the leading supplier to China. -> Russia | supplier to | China",
       copular_roles},
      {"assigned_role", "Leif was appointed as Holm's successor. -> Leif | successor of | Holm",
       assigned_roles},
      {"reciprocal", "Xi and Putin met in Beijing. -> Xi | met | Putin | in Beijing", reciprocals},
      {"gapping", "The silver went to Poland and the bronze to Armenia. -> the bronze | went to | Armenia",
       gapped_clauses},
      {"existential", "There were injuries in the town. -> injuries | were in | the town",
       existential_clauses},
      {"light_verb", "They held talks with Putin. -> They | held talks with | Putin", light_verbs},
      {"prepositional_idiom",
       "Atlantis went on display at the museum. -> Atlantis | went on display at | the museum",
       prepositional_idioms},
      {"compound_preposition",
       "It acted in accordance with the law. -> It | acted in accordance with | the law",
       compound_prepositions},
      {"bare_object", "It cast doubt on the deal. -> It | cast doubt on | the deal", bare_objects},
      {"reflexive",
       "The thief turned himself in to the police. -> The thief | turned himself in to | the police",
       reflexives},
      {"condition", "Guards took him into custody. -> Guards | took into custody | him", conditions},
      {"passive", "Ana was born Ana Maria Roe in Oslo. -> Ana | was born in | Oslo", births},
      {"resultative", "She called the sentence dangerous. -> She | called dangerous | the sentence",
       resultatives},
      {"completion", "Couples have no time to start families. -> Couples | had time to start | families",
       completions},
      {"gerund",
       "Ana was charged with making false statements. -> Ana | was charged with making | false statements",
       gerunds},
      {"light_noun", "He proposed the idea of forming a G2 group. -> He | proposed | a G2 group",
       light_nouns},
      {"title", "US President Donald Trump -> Donald Trump | president of | US", titles},
      {"apposition", "Shi, a professor at Renmin -> Shi | professor at | Renmin", appositions},
      {"descriptor", "the site Operation Clambake -> Operation Clambake | is | the site", descriptors},
      {"example", "services like Spotify and Deezer -> Spotify | is | service", examples},
      {"age", "Ana Holt, 79, died. -> Ana Holt | is aged | 79", ages},
      {"base", "the London-based airline Norsk -> Norsk | was based in | London", bases},
      {"affiliation", "Matthew Ingram of The Globe -> Matthew Ingram | is of | The Globe", affiliations},
      {"nominal_event", "the arrest of X by Y -> Y | arrested | X", nominal_events},
      {"nominal_event", "After the death of Ana, Ida left. -> Ana | died", lone_events},
      {"nominal_infinitive", "NASA's decision to slight Houston -> NASA | decided to slight | Houston",
       nominal_infinitives},
      {"possessive", "Xi's stance on Taiwan -> Xi | has | stance on Taiwan", possessives},
      {"noun_location", "the university in Vladivostok -> the university | is in | Vladivostok",
       noun_locations},
  };
  return kRules;
}

}  // namespace dossier::ingest
