#include "ingest/resolve/syntax.h"

#include <algorithm>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {

TokenRange subtree_of(const DocumentTree& tree, std::uint32_t t) {
  TokenRange range{t, t + 1};
  for (const std::uint32_t child : tree.children(t)) {
    const TokenRange inner = subtree_of(tree, child);
    range = {std::min(range.begin, inner.begin), std::max(range.end, inner.end)};
  }
  return range;
}

std::uint32_t place_of(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t first = tree.first_conjunct(t);
  const Token& token = tree.token(first);
  const bool beside =
      token.deprel == Deprel::kAppos && proper(token) && tree.token(token.head).upos == Upos::kNoun;
  return beside ? tree.first_conjunct(token.head) : first;
}

bool is_subject_of_clause(const DocumentTree& tree, std::uint32_t t) {
  const Deprel deprel = tree.token(place_of(tree, t)).deprel;
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjpass;
}

namespace {

// "expects [it] to fall", "made [it] available", "saw [it] leave"
bool subject_without_tense(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t verb = tree.token(t).head;
  const Tag tag = tree.token(verb).tag;
  if (tree.token(t).deprel != Deprel::kNsubj || tree.token(verb).deprel != Deprel::kCcomp ||
      tag == Tag::kVbd || tag == Tag::kVbz || tag == Tag::kVbp)
    return false;
  const auto children = tree.children(verb);
  return std::none_of(children.begin(), children.end(), [&](std::uint32_t child) {
    const Deprel deprel = tree.token(child).deprel;
    return deprel == Deprel::kMark ||
           ((deprel == Deprel::kAux || deprel == Deprel::kAuxpass) && tree.token(child).tag != Tag::kTo &&
            tree.token(child).tag != Tag::kVb);
  });
}

}  // namespace

bool is_subject_pronoun(const DocumentTree& tree, std::uint32_t t) {
  const std::string word = tree.lower(t);
  return is_subject_of_clause(tree, t) && word != "them" && word != "him" && word != "her" &&
         !(word == "it" && subject_without_tense(tree, t));
}

std::uint32_t whole_of(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t of = tree.token(t).head;
  if (tree.token(t).deprel != Deprel::kPobj || tree.lower(of) != "of") return t;
  const std::uint32_t whole = tree.token(of).head;
  const std::string noun = to_lower(tree.token(whole).lemma);
  const bool counts = tree.token(whole).upos == Upos::kNum || noun_mostly_means(noun, NounKind::kQuantity) ||
                      noun_mostly_means(noun, NounKind::kGroup);
  return counts ? tree.first_conjunct(whole) : t;
}

bool is_presented(const DocumentTree& tree, std::uint32_t t) {
  if (tree.token(t).deprel != Deprel::kAttr) return false;
  const std::uint32_t subject = tree.child(tree.token(t).head, Deprel::kNsubj);
  const std::uint32_t beside = tree.child(t, Deprel::kAppos);
  const bool name = proper(tree.token(t)) || (beside != DocumentTree::kNoToken && proper(tree.token(beside)));
  if (subject == DocumentTree::kNoToken) return name;
  const bool cleft = tree.lower(subject) == "it" && tree.child(t, Deprel::kRelcl) != DocumentTree::kNoToken;
  return cleft || (name && !proper(tree.token(subject)) && tree.token(subject).tag != Tag::kPrp);
}

bool opens_sentence(const DocumentTree& tree, std::uint32_t t) {
  if (!is_subject_of_clause(tree, t)) return false;
  for (std::uint32_t before = tree.sentence_range(t).begin; before < t; ++before) {
    if (is_subject_of_clause(tree, before)) return false;
  }
  return true;
}

bool pronoun_owns(const DocumentTree& tree, std::uint32_t noun) {
  const std::uint32_t owner = tree.child(noun, Deprel::kPoss);
  return owner != DocumentTree::kNoToken &&
         (tree.token(owner).tag == Tag::kPrpDollar || tree.token(owner).tag == Tag::kWpDollar);
}

bool speaks_behind(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t verb = tree.token(place_of(tree, t)).head;
  const std::uint32_t said = tree.child(verb, Deprel::kCcomp);
  return is_subject_of_clause(tree, t) && said < t && tree.speech_at(said) == kNone &&
         verb_means(tree.token(verb).lemma, VerbKind::kCommunication);
}

bool says(const DocumentTree& tree, std::uint32_t t) {
  const std::uint32_t subject = place_of(tree, t), verb = tree.token(subject).head;
  const std::string_view lemma = tree.token(verb).lemma;
  if (tree.token(subject).deprel != Deprel::kNsubj || tree.speech_at(t) != kNone ||
      tree.token(verb).upos != Upos::kVerb)
    return false;
  return verb_mostly_means(lemma, VerbKind::kCommunication) ||
         (verb_means(lemma, VerbKind::kCommunication) &&
          tree.child(verb, Deprel::kCcomp) != DocumentTree::kNoToken);  // "it added"
}

bool tells_age(const DocumentTree& tree, std::uint32_t t) {
  return t >= 3 && tree.lower(t) == "old" && tree.lower(t - 2).starts_with("year") && tree.word(t - 1) == "-";
}

bool tells_base(const DocumentTree& tree, std::uint32_t t) {
  return t >= 2 && tree.lower(t) == "based" && tree.word(t - 1) == "-";
}

bool set_off(const DocumentTree& tree, std::uint32_t noun, std::uint32_t clause) {
  return clause > noun + 1 && tree.word(noun + 1) == ",";
}

bool stands_in(const DocumentTree& tree, std::uint32_t t, std::uint32_t head) {
  while (t != head && tree.token(t).head != t) {
    const Deprel deprel = tree.token(t).deprel;
    if (deprel == Deprel::kConj || deprel == Deprel::kRelcl) return false;
    t = tree.token(t).head;
  }
  return t == head && tree.token(head).upos != Upos::kVerb;
}

namespace {

bool verbal(const DocumentTree& tree, std::uint32_t t) {
  return tree.token(t).upos == Upos::kVerb || tree.token(t).upos == Upos::kAux;
}
std::uint32_t subject_of(const DocumentTree& tree, std::uint32_t verb) {
  const std::uint32_t active = tree.child(verb, Deprel::kNsubj);
  return active != DocumentTree::kNoToken ? active : tree.child(verb, Deprel::kNsubjpass);
}

// Under the gerund of "accused her of losing her passport".
bool below_of_gerund(const DocumentTree& tree, std::uint32_t t, std::uint32_t preposition) {
  const std::uint32_t gerund = tree.child(preposition, Deprel::kPcomp);
  return tree.lower(preposition) == "of" && gerund != DocumentTree::kNoToken && tree.dominates(gerund, t) &&
         takes_of(tree.token(tree.token(preposition).head).lemma);
}

// "fired in an attempt to stop it", "made plans to sell it": whose attempt it is
std::uint32_t attempter(const DocumentTree& tree, std::uint32_t noun) {
  const Token& token = tree.token(noun);
  const bool in = token.deprel == Deprel::kPobj && tree.lower(token.head) == "in";
  const std::uint32_t verb = in ? tree.token(token.head).head : token.head;
  return (in || token.deprel == Deprel::kDobj) && verbal(tree, verb) &&
                 tree.child(noun, Deprel::kPoss) == DocumentTree::kNoToken
             ? subject_of(tree, verb)
             : noun;
}

}  // namespace

std::vector<SubjectAbove> subjects_above(const DocumentTree& tree, std::uint32_t t) {
  std::vector<SubjectAbove> found;
  const bool is_subject = is_subject_pronoun(tree, t);
  const Pronoun* pronoun = Facts::get().find_pronoun(tree.lower(t));
  const bool gendered = pronoun && (pronoun->gender == 'm' || pronoun->gender == 'f');
  std::uint8_t level = 0;
  Deprel link = Deprel::kDep;
  std::uint32_t below = tree.first_conjunct(t);
  for (int steps = 0; steps < 24 && tree.token(below).head != below && level < 4; ++steps) {
    const std::uint32_t head = tree.token(below).head;
    const Deprel deprel = tree.token(below).deprel;
    // "[Ana] left but did not say [she] was ill": said by her, for a verb joined to another has its subject
    const bool shares =
        deprel == Deprel::kConj && link != Deprel::kDep && subject_of(tree, below) == DocumentTree::kNoToken;
    if (verbal(tree, below) && deprel != Deprel::kXcomp && deprel != Deprel::kPcomp && !shares) link = deprel;
    if (deprel == Deprel::kAcl && verbal(tree, below)) {  // "a man accused of ..."
      found.push_back({head, Deprel::kAcl, level++, is_subject});
    } else if (verbal(tree, head)) {
      const std::uint32_t subject = subject_of(tree, head);
      const bool own = subject == tree.first_conjunct(t);
      const bool around =
          !own && subject != DocumentTree::kNoToken && tree.dominates(subject, t);  // "[his name] was read"
      if ((own && is_subject) || (around && level == 0)) level = 1;
      // "[the IMF] asked [the US] to manage its money": the object does it; not "[she] asked [him] to help her campaign"
      const std::uint32_t object = tree.child(head, Deprel::kDobj);
      if (deprel == Deprel::kXcomp && object != DocumentTree::kNoToken && object < below && object != below &&
          tree.token(below).tag == Tag::kVb && level == 0 && !gendered)
        found.push_back({object, link, level++, is_subject});
      // "accused [her] of losing [her] passport"
      if (deprel == Deprel::kPrep && level == 0 && object != DocumentTree::kNoToken && object < below &&
          below_of_gerund(tree, t, below))
        found.push_back({object, link, level++, is_subject});
      if (subject != DocumentTree::kNoToken && !own && !around &&
          (found.empty() || found.back().subject != subject))
        found.push_back({subject, link, level++, is_subject});
    }
    below = head;
  }
  return found;
}

std::uint32_t understood_subject(const DocumentTree& tree, std::uint32_t verb) {
  for (int steps = 0; steps < 6 && verb < tree.size() && verbal(tree, verb); ++steps) {
    const std::uint32_t subject = subject_of(tree, verb), head = tree.token(verb).head;
    if (subject != DocumentTree::kNoToken) return subject;
    const Deprel deprel = tree.token(verb).deprel;
    if (deprel == Deprel::kAcl && tree.token(verb).tag == Tag::kVb) return attempter(tree, head);
    if (deprel == Deprel::kAcl) return head;
    const std::uint32_t object = tree.child(head, Deprel::kDobj);
    if (deprel == Deprel::kXcomp && object != DocumentTree::kNoToken && object < verb) return object;
    const bool like = (tree.token(verb).tag == Tag::kVb) ==
                      (tree.token(head).tag == Tag::kVb);  // not "She is ill, but ask her"
    if (deprel != Deprel::kXcomp && !(deprel == Deprel::kConj && like)) break;
    verb = head;
  }
  return DocumentTree::kNoToken;
}

bool fronted_before(const DocumentTree& tree, std::uint32_t pronoun, std::uint32_t other) {
  if (!is_subject_of_clause(tree, other)) return false;
  const std::uint32_t verb = tree.token(place_of(tree, other)).head;
  std::uint32_t t = pronoun;
  while (tree.token(t).head != t && tree.token(t).head != verb) t = tree.token(t).head;
  const Deprel deprel = tree.token(t).deprel;
  return tree.token(t).head == verb && t < verb && (deprel == Deprel::kPrep || deprel == Deprel::kAdvcl) &&
         t != pronoun;
}

bool holds_role_of(const DocumentTree& tree, std::uint32_t holder, std::uint32_t pronoun) {
  if (tree.token(pronoun).deprel != Deprel::kPoss) return false;
  const std::uint32_t role = tree.token(pronoun).head;
  const auto noun = Facts::get().find_noun(to_lower(tree.token(role).lemma));
  if (!noun || noun->noun_class != NounClass::kPerson) return false;
  std::uint32_t above = tree.token(role).head;
  const Deprel deprel = tree.token(role).deprel;
  if (deprel == Deprel::kAppos) return above == holder;
  if (deprel == Deprel::kPobj && tree.lower(above) == "as")
    above = tree.token(above).head;
  else if (deprel != Deprel::kAttr && deprel != Deprel::kOprd)
    return false;
  const Deprel place = tree.token(holder).deprel;
  const bool object = tree.child(above, Deprel::kDobj) != DocumentTree::kNoToken;
  return tree.token(holder).head == above &&
         (place == Deprel::kDobj || ((place == Deprel::kNsubj || place == Deprel::kNsubjpass) && !object));
}

namespace {

// "[China], which regards [the island] as its own": who does what the relative clause says around the other
bool does_around(const DocumentTree& tree, std::uint32_t noun, std::uint32_t other) {
  const auto children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t verb) {
    if (tree.token(verb).deprel != Deprel::kRelcl || !tree.dominates(verb, other)) return false;
    const std::uint32_t subject = tree.child(verb, Deprel::kNsubj);
    return subject != DocumentTree::kNoToken && !tree.dominates(subject, other) &&
           (tree.token(subject).tag == Tag::kWdt || tree.token(subject).tag == Tag::kWp);
  });
}

}  // namespace

bool commands(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
              const Mention& mention) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
    const Mention& other = resolution.mentions[m];
    if (other.sentence != mention.sentence || other.head >= mention.head) return false;
    if (does_around(tree, other.head, mention.head)) return true;
    if (!is_subject_of_clause(tree, other.head)) return false;
    const std::uint32_t first = place_of(tree, other.head);
    return tree.dominates(tree.token(first).head, mention.head) && !tree.dominates(first, mention.head);
  });
}

std::uint32_t owner_of_subject_beside(const DocumentTree& tree, std::uint32_t owner) {
  const Token& token = tree.token(owner);
  const std::uint32_t verb = tree.token(token.head).head;
  if (token.deprel != Deprel::kPoss || !is_subject_of_clause(tree, token.head) ||
      tree.token(verb).deprel != Deprel::kConj)
    return DocumentTree::kNoToken;
  for (const Deprel deprel : {Deprel::kNsubj, Deprel::kNsubjpass}) {
    const std::uint32_t subject = tree.child(tree.token(verb).head, deprel);
    if (subject == DocumentTree::kNoToken) continue;
    const bool person = noun_means(to_lower(tree.token(subject).lemma), NounKind::kPerson);
    return person ? DocumentTree::kNoToken : tree.child(subject, Deprel::kPoss);
  }
  return DocumentTree::kNoToken;
}

bool names_person(const Resolution& resolution, const Entity& entity) {
  return !entity.named && !entity.mentions.empty() && resolution.mentions[entity.mentions.front()].person;
}

bool is_group_noun(const Resolution& resolution, const Entity& entity) {
  if (entity.named || entity.mentions.empty()) return false;
  const auto noun = Facts::get().find_noun(resolution.mentions[entity.mentions.front()].text);
  return noun && noun->noun_class == NounClass::kGroup;
}

}  // namespace dossier::ingest
