// Reads one pair of words at a time: which preposition a noun or a verb takes, and what stands behind it (`in` with a
// date is the verb's, `about` is the noun's), with WordNet's kinds of noun and verb for words that were seldom met:
//
//   reported a spike | in cases      the noun's: a spike is in something
//   arrested two men | in Madrid     the verb's: who takes somebody takes him somewhere
//
// The pairs are weighed by a regression over some 18,000 such sites of raw text (tools/train_attachment.py), which were
// judged by parsers that saw the whole sentences: one sentence's error is not repeated by the next one that has the
// noun and its preposition. In the manner of Hindle and Rooth, Computational Linguistics 19(1), 1993, and Ratnaparkhi,
// COLING-ACL 1998, who counted sites that only one word could take; those added nothing here beside the parsers.
#include "ingest/extract/attachment.h"

#include "ingest/data/tables.h"

namespace dossier::ingest {
namespace {

// `of` is the noun's where it is not among argument_repair.cc's; what compares or gives examples is neither's alone.
bool is_free(std::string_view preposition) {
  static constexpr std::string_view kOthers[] = {"of", "than", "as", "like", "including", "per", "such"};
  return std::find(std::begin(kOthers), std::end(kOthers), preposition) == std::end(kOthers);
}

}  // namespace

std::optional<AttachmentSite> Attachments::find_site(std::uint32_t preposition) {
  if (at(preposition).deprel != Deprel::kPrep || preposition < range_.begin + 2 || is_root(preposition) ||
      (at(preposition).tag != Tag::kIn && at(preposition).tag != Tag::kTo) || !is_free(lower(preposition)))
    return std::nullopt;
  AttachmentSite site{.noun = preposition - 1, .preposition = preposition};
  if (at(site.noun).upos != Upos::kNoun && at(site.noun).upos != Upos::kPropn) return std::nullopt;
  site.verb = at(site.noun).head;
  if (at(site.noun).deprel != Deprel::kDobj || site.verb >= site.noun || at(site.verb).upos != Upos::kVerb)
    return std::nullopt;
  site.of_noun = at(preposition).head == site.noun;
  if (!site.of_noun && at(preposition).head != site.verb) return std::nullopt;
  site.object = child(preposition, {Deprel::kPobj, Deprel::kPcomp});
  if (!has(site.object) || site.object < preposition) return std::nullopt;
  return site;
}

std::string Attachments::kind_of(std::uint32_t noun) {
  if (at(noun).entity != EntityLabel::kNone) return std::string(name_of(at(noun).entity));
  if (at(noun).deprel == Deprel::kPcomp) return "deed";
  if (at(noun).upos == Upos::kPron) return "pronoun";
  if (at(noun).upos == Upos::kPropn) return "name";
  return std::to_string(main_noun_kind(common_lemma(at(noun))));
}

std::string Attachments::word_of(std::uint32_t noun) {
  return at(noun).upos == Upos::kNoun ? common_lemma(at(noun)) : "-";
}

std::string Attachments::determiner_of(std::uint32_t noun) {
  const std::uint32_t word = child(noun, {Deprel::kDet, Deprel::kPoss, Deprel::kNummod});
  if (!has(word) || word > noun) return "-";
  if (at(word).deprel == Deprel::kPoss) return "owner";
  if (at(word).deprel == Deprel::kNummod) return "number";
  return lower(word) == "an" ? "a" : lower(word);
}

Features Attachments::features_of(const AttachmentSite& site) {
  const std::uint32_t particle = child(site.verb, {Deprel::kPrt});
  const std::string preposition = lower(site.preposition), noun = word_of(site.noun),
                    verb = at(site.verb).lemma +
                           (has(particle) && particle < site.noun ? "_" + lower(particle) : ""),
                    verb_kind = std::to_string(main_verb_kind(at(site.verb).lemma)),
                    noun_kind = kind_of(site.noun), object_kind = kind_of(site.object);
  FeatureCollector collect;
  const auto tell = [&](std::string_view what, const std::string& value) {
    collect.flag(preposition + " " + std::string(what) + "=" + value);
  };
  collect.flag(preposition);
  tell("verb", verb);
  tell("verb_kind", verb_kind);
  tell("verb_form", std::string(name_of(at(site.verb).tag)));
  tell("noun", noun);
  tell("noun_kind", noun_kind);
  tell("noun_tag", std::string(name_of(at(site.noun).tag)));
  tell("noun_with", determiner_of(site.noun));
  tell("object", word_of(site.object));
  tell("object_kind", object_kind);
  tell("object_with", determiner_of(site.object));
  tell("noun_object", noun_kind + ">" + object_kind);
  tell("verb_object", verb_kind + ">" + object_kind);
  tell("verb_noun", verb_kind + ">" + noun_kind);
  tell("bare", site.verb + 1 == site.noun ? "yes" : "no");
  collect.flag("pair=" + verb + ">" + noun);
  return collect.take();
}

float Attachments::probability_of_noun(const AttachmentSite& site) {
  static const Regression kRegression(table_text("attachment_weights"));
  return kRegression.probability(features_of(site));
}

}  // namespace dossier::ingest
