// The recogniser sees a name's letters and a few neighbours; a reader believes what the sentence says:
//
//   apposition   "Norrsken Shipping, a shipping company"     an organisation
//   description  "the ship Aurora", "the town of Yeoncheon"   a product; a place
//   copula       "Robogee is a robot"                         a product
//   relative     "Salem, who ..."                             a person
//   place        "in Makilala", "Jolo, Philippines"           a place, no person
//   speech       "Kethea said ..."                            no place, event or product
//   it           "Kethea said it would sell", "cut its dividend"   an organisation
//   ticker       "Kethea (KTH.N)", "Kethea (NYSE: KTH)"       an organisation
//   lead         "the head of Kethea", "Kethea's founder"     an organisation
//   region       "the Tsuen Wan district"                     a place
//   list         "Beni, Butembo and Mangina"                  what the others are
//
// Each adds to a vote (entity_types.cc). Tests: tests/ingest/resolve/type_hints_test.cc.
#include "ingest/resolve/type_hints.h"

#include <algorithm>
#include <array>
#include <map>

#include "ingest/extract/lexicon.h"
#include "ingest/resolve/club_hints.h"
#include "ingest/resolve/names.h"
#include "ingest/resolve/role_words.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t kLongList = 9;  // words
constexpr int kManyListed = 4;
constexpr float kApposed = 3, kLoneDeed = 0.4F, kTold = 2.5F, kDescribed = 2, kWho = 1.5F, kStandsIn = 0.6F,
                kNoPerson = 0.7F, kBeforeRegion = 1.2F, kSpeaks = 0.5F, kLed = 0.9F, kMaker = 0.6F,
                kTitled = 1.2F, kListed = 0.7F, kDescribes = 0.6F;

class Hints {
 public:
  Hints(const DocumentTree& tree, Mention& mention) : tree_(tree), mention_(mention) {}

  void add() {
    const Token& head = tree_.token(mention_.head);
    bool beside = head.deprel == Deprel::kAppos && (!in_list(head.head) || several_behind(head.head));
    for (const std::uint32_t child : tree_.children(mention_.head)) {
      if (tree_.token(child).deprel == Deprel::kRelcl) by_relative(child);
      if (tree_.token(child).deprel != Deprel::kAppos || in_list(mention_.head)) continue;
      by_noun(child, kTold);
      beside = beside && child + 1 != mention_.tokens.begin;  // "its owner, the company Norsk"
    }
    if (beside && !after_hyphen()) by_noun(one_of(head.head), kTold);
    const Token& first = tree_.token(tree_.first_conjunct(mention_.head));
    if (head.deprel == Deprel::kConj && first.deprel == Deprel::kAppos &&
        tree_.token(first.head).tag == Tag::kNns)
      by_noun(first.head, kTold);  // "other moons: Nix, Hydra and Styx"
    if (head.deprel == Deprel::kConj && first.deprel == Deprel::kPobj) by_speech_with(first.head);
    if (head.deprel == Deprel::kNsubj) by_copula(head.head);
    if (head.deprel == Deprel::kNsubj) by_speech(head.head), by_it(head.head);
    if (head.deprel == Deprel::kNsubj || head.deprel == Deprel::kNsubjpass) by_verb(head.head, head.deprel);
    const bool gives =
        head.deprel == Deprel::kNsubj &&
        tree_.child(head.head, Deprel::kDobj) != DocumentTree::kNoToken;  // "Norsk named her chief"
    if ((head.deprel == Deprel::kNsubj && !gives) || head.deprel == Deprel::kNsubjpass ||
        head.deprel == Deprel::kDobj)
      by_office(head.head);
    if (head.deprel == Deprel::kPoss) by_owned(head.head);
    if (first.deprel == Deprel::kNsubj) by_lone_deed(first.head);
    by_naming();
    if (head.deprel == Deprel::kPobj) by_preposition(head.head);
    by_word_before();
    by_word_after();
    by_what_it_describes();
    by_article();
    by_leader_after();
    by_region_after();
    by_ticker();
  }

 private:
  float& hint(EntityType type) { return mention_.hints[static_cast<std::size_t>(type)]; }

  void by_noun(std::uint32_t t, float weight) {
    if (tree_.token(t).upos != Upos::kNoun && !names_role(tree_, t)) return;
    const bool owned = tree_.child(t, Deprel::kPoss) != DocumentTree::kNoToken;
    const std::string lemma = to_lower(tree_.token(t).lemma);
    const auto noun = Facts::get().find_noun(lemma);
    const bool ship = names_ship(lemma);  // "the tanker Ana", no soldier
    const bool person = noun && noun->noun_class == NounClass::kPerson && !names_body(lemma) && !ship;
    auto type = person ? EntityType::kPerson : ship ? EntityType::kProduct : type_of_noun(lemma);
    if (ship) hint(EntityType::kPerson) -= weight;
    if (type == EntityType::kPlace && noun_means(lemma, NounKind::kPerson))
      type = EntityType::kPerson;                                             // "a music star"
    if (!type && Facts::get().leads_body(lemma)) type = EntityType::kPerson;  // "the head of Norsk"
    if (owned && type != EntityType::kPerson && type != EntityType::kWork && type != EntityType::kProduct)
      return;  // "Herat, their home"
    // "the broadcaster PBS": of a body as well as of somebody
    if (type == EntityType::kPerson && mention_.label != EntityLabel::kPerson && acts_as_body(lemma) &&
        mention_.tokens.size() == 1 && !may_be_somebody()) {
      hint(EntityType::kOrganization) += kMaker * weight;
      weight -= kMaker * weight;
    }
    if (type) hint(*type) += weight;
  }

  // "the senator (R-Texas)"
  bool after_hyphen() const {
    return mention_.tokens.begin > 0 && tree_.token(mention_.tokens.begin - 1).tag == Tag::kHyph;
  }

  // "One of the ships, the Aurora"
  std::uint32_t one_of(std::uint32_t t) const {
    if (tree_.token(t).tag != Tag::kCd && tree_.token(t).tag != Tag::kDt) return t;
    const std::uint32_t of = tree_.child(t, Deprel::kPrep);
    const std::uint32_t all = of == DocumentTree::kNoToken ? of : tree_.child(of, Deprel::kPobj);
    return all == DocumentTree::kNoToken ? t : all;
  }

  // "the Aurora" is nobody; "the Aurora crew" says nothing of Aurora
  void by_article() {
    const std::uint32_t begin = mention_.tokens.begin;
    const bool many = mention_.number == 'p' && mention_.label != EntityLabel::kPerson;  // "the Brumbies"
    if (begin == 0 || many || tree_.token(mention_.head).deprel == Deprel::kCompound) return;
    if (tree_.lower(begin - 1) != "the" || tree_.token(begin - 1).head != mention_.head) return;
    hint(EntityType::kPerson) -= paper_like() ? kDescribed : kNoPerson;
    if (capital_article(begin - 1)) {
      hint(EntityType::kOrganization) += kTitled;
      hint(EntityType::kPlace) -= kTitled;
    }
  }

  // "told The Atlantic": within a sentence the article has a capital in a title alone, as papers have it, and
  // in a few names of places.
  bool capital_article(std::uint32_t t) const {
    const std::uint32_t first = tree_.sentence_range(t).begin;
    const bool told = mention_.label == EntityLabel::kNone || mention_.label == EntityLabel::kWorkOfArt ||
                      mention_.label == EntityLabel::kEvent ||
                      type_of_noun(tree_.word(mention_.tokens.end - 1));
    return !told && tree_.word(t) == "The" && t > first && tree_.token(t - 1).upos != Upos::kPunct &&
           !is_capitalised(tree_.word(t - 1)) && !Facts::get().find_country(mention_.text) &&
           !Facts::get().find_capital(mention_.text) && !Facts::get().find_place("The " + mention_.text);
  }

  // "Presidents Ana Roe of Norway and Ole Dahl of Denmark": each of them is one
  bool several_behind(std::uint32_t noun) const {
    return tree_.token(noun).tag == Tag::kNns && noun + 1 == mention_.tokens.begin;
  }

  // Side by side, not one the other: "Chicago, the museum and the state"
  bool in_list(std::uint32_t t) const {
    int appositives = 0;
    for (const std::uint32_t child : tree_.children(t)) {
      const Deprel deprel = tree_.token(child).deprel;
      if (deprel == Deprel::kConj || deprel == Deprel::kCc) return true;
      appositives += deprel == Deprel::kAppos;
    }
    return appositives > 1;
  }

  void by_relative(std::uint32_t verb) {
    for (const std::uint32_t child : tree_.children(verb)) {
      if (tree_.lower(child) == "who") hint(EntityType::kPerson) += kWho;
      if (tree_.lower(child) == "which" && tree_.token(child).deprel == Deprel::kNsubj)
        hint(EntityType::kPerson) -= kWho;
    }
  }

  void by_copula(std::uint32_t verb) {
    const std::uint32_t attribute =
        tree_.token(verb).lemma == "be" ? tree_.child(verb, Deprel::kAttr) : DocumentTree::kNoToken;
    if (attribute != DocumentTree::kNoToken && tree_.child(attribute, Deprel::kDet) != DocumentTree::kNoToken)
      by_noun(attribute, kDescribed);
  }

  void by_preposition(std::uint32_t preposition) {
    const std::string word = tree_.lower(preposition);
    const std::uint32_t before = tree_.token(preposition).head;
    if (word == "of" && before + 1 == preposition && tree_.token(before).upos == Upos::kNoun &&
        type_of_noun(tree_.token(before).lemma) == EntityType::kPlace) {
      hint(EntityType::kPlace) += kDescribed;  // "the town of Yeoncheon"
    }
    if (word == "of" && before + 1 == preposition) by_leader(before);
    by_speech_with(preposition);
    const bool from = word == "from" && comes_from(before);
    const bool place = from || word == "in" || word == "near" || word == "outside" || word == "across" ||
                       word == "throughout" || word == "around";
    const bool article = mention_.tokens.begin > 0 && tree_.token(mention_.tokens.begin - 1).tag == Tag::kDt;
    // "Rest in Power", of which the recogniser saw nothing
    const bool word_alone = mention_.label == EntityLabel::kNone && is_noun(to_lower(mention_.text));
    if (place && !article && !word_alone) hint(EntityType::kPlace) += kStandsIn;
    if ((place && !from) || word == "at" || word == "inside") hint(EntityType::kPerson) -= kNoPerson;
    if (from && mention_.label != EntityLabel::kOrg) hint(EntityType::kPerson) -= kWho;
    // "walked from Causeway Bay to Tin Hau"
    if ((word == "to" || word == "from") && !article && mention_.label != EntityLabel::kOrg &&
        tree_.token(before).upos == Upos::kVerb &&
        verb_mostly_means(tree_.token(before).lemma, VerbKind::kMotion)) {
      hint(EntityType::kPlace) += kStandsIn;
      hint(EntityType::kPerson) -= kNoPerson;
    }
  }

  // "Xi spoke with Trump and Putin", whom the recogniser takes for somebody
  void by_speech_with(std::uint32_t preposition) {
    const std::string word = tree_.lower(preposition);
    if ((word != "with" && word != "to") || mention_.label != EntityLabel::kPerson ||
        !communicates(tree_.token(preposition).head))
      return;
    if (!paper_like()) {
      hint(EntityType::kPerson) += kSpeaks;
      return;
    }
    hint(EntityType::kPerson) -= kWho;
    hint(EntityType::kOrganization) += kLed;
  }

  // "spoke with the Herald": a noun with its article is nobody's name
  bool paper_like() const {
    const std::uint32_t begin = mention_.tokens.begin;
    return mention_.tokens.size() == 1 && begin > 0 && tree_.lower(begin - 1) == "the" &&
           is_noun(to_lower(mention_.text));
  }

  bool communicates(std::uint32_t verb) const {
    return tree_.token(verb).upos == Upos::kVerb &&
           verb_mostly_means(tree_.token(verb).lemma, VerbKind::kCommunication);
  }

  // "a text called Moonfall", "the dam, known as Ilisu"
  void by_naming() {
    const Token& head = tree_.token(mention_.head);
    const Token& verb = tree_.token(head.head);
    if (verb.tag != Tag::kVbn || !names_by(verb.lemma)) return;
    if (head.deprel == Deprel::kOprd || head.deprel == Deprel::kAttr || head.deprel == Deprel::kDobj) {
      if (verb.deprel == Deprel::kAcl) by_noun(verb.head, kDescribed);
      const std::uint32_t subject = tree_.child(head.head, Deprel::kNsubjpass);
      if (subject != DocumentTree::kNoToken) by_noun(subject, kDescribed);
    }
  }
  static bool names_by(std::string_view lemma) {
    return lemma == "call" || lemma == "name" || lemma == "title" || lemma == "entitle" || lemma == "dub";
  }

  // Who speaks is somebody or a body; countries speak too, and the facts know them.
  void by_speech(std::uint32_t verb) {
    if (!communicates(verb) || tree_.token(verb).tag == Tag::kVbn) return;
    for (const EntityType type : {EntityType::kPlace, EntityType::kFacility, EntityType::kEvent,
                                  EntityType::kProduct, EntityType::kLaw, EntityType::kWork})
      hint(type) -= kSpeaks;
    // "Deseret News observed", of which the recogniser saw nothing
    const auto words = words_of(mention_.text);
    const bool given = std::any_of(words.begin(), words.end(),
                                   [](auto word) { return Facts::get().gender_of_given_name(word) != '-'; });
    if (mention_.label == EntityLabel::kPerson || (mention_.label == EntityLabel::kNone && given))
      hint(EntityType::kPerson) += kSpeaks;
    else if (mention_.label == EntityLabel::kNone && mention_.tokens.size() > 1)
      hint(EntityType::kOrganization) += kSpeaks;
  }

  // "Norsk cut its dividend", "Norsk said it would sell": who says what it does itself; "said it was cold" is of nobody
  void by_it(std::uint32_t verb) {
    const std::uint32_t object = tree_.child(verb, Deprel::kDobj), owner = tree_.child(object, Deprel::kPoss);
    const std::uint32_t told =
        communicates(verb) ? tree_.child(verb, Deprel::kCcomp) : DocumentTree::kNoToken;
    const std::uint32_t subject = tree_.child(told, Deprel::kNsubj);
    const bool does = subject != DocumentTree::kNoToken && told > verb && tree_.lower(subject) == "it" &&
                      mention_.label != EntityLabel::kProduct && person_may(tree_.token(told).lemma) &&
                      tree_.child(told, Deprel::kDobj) != DocumentTree::kNoToken;
    const bool owns = owner != DocumentTree::kNoToken && tree_.lower(owner) == "its";
    if (!does && !owns) return;
    hint(EntityType::kPerson) -= kWho;
    if (mention_.label == EntityLabel::kPerson || (does && mention_.label != EntityLabel::kGpe))
      hint(EntityType::kOrganization) += kLed;
  }

  // "Norsk (NSK.N)", "Norsk (NYSE: NSK)": what is traded there
  void by_ticker() {
    const std::uint32_t open = mention_.tokens.end;
    if (open + 2 >= tree_.size() || tree_.word(open) != "(") return;
    std::string code;
    for (std::uint32_t t = open + 1; t < tree_.size() && t < open + 5 && tree_.word(t) != ")"; ++t)
      code += tree_.word(t);
    if (!is_ticker(code)) return;
    hint(EntityType::kOrganization) += kTold;
    hint(EntityType::kPerson) -= kWho;
  }

  // "the Brexit deal", "Maidan protests": a word that nobody is known to bear, before what is nobody
  void by_what_it_describes() {
    const Token& head = tree_.token(mention_.head);
    if (head.deprel != Deprel::kCompound || mention_.tokens.size() != 1) return;
    const Facts& facts = Facts::get();
    const Token& noun = tree_.token(head.head);
    if (noun.upos != Upos::kNoun || names_role(tree_, head.head) || facts.is_common_surname(mention_.text) ||
        facts.gender_of_given_name(mention_.text) != '-')
      return;
    hint(EntityType::kPerson) -= kDescribes;
  }

  // What WordNet knows only of somebody: "Hall was convicted", "Lukas apologised"
  void by_verb(std::uint32_t verb, Deprel deprel) {
    const std::string_view lemma = tree_.token(verb).lemma;
    const bool passive = deprel == Deprel::kNsubjpass;
    const bool somebody =
        passive ? takes_person(lemma) && !takes_thing(lemma) : is_verb(lemma) && !thing_may(lemma);
    if (!somebody || (mention_.label == EntityLabel::kNone && !may_be_somebody())) return;
    hint(EntityType::kPerson) += passive ? kSpeaks : 0.2F;
    for (const EntityType type : {EntityType::kPlace, EntityType::kFacility, EntityType::kEvent,
                                  EntityType::kProduct, EntityType::kLaw, EntityType::kWork})
      hint(type) -= kSpeaks;
  }

  // "Petronas signed", whom the recogniser takes for somebody: who is nowhere called by a full name is rather a body
  void by_lone_deed(std::uint32_t verb) {
    const Facts& facts = Facts::get();
    if (mention_.label != EntityLabel::kPerson || mention_.tokens.size() != 1 ||
        facts.gender_of_given_name(mention_.text) != '-' || facts.is_common_surname(mention_.text) ||
        !facts.type_of_known_name(mention_.text).empty() || is_noun(to_lower(mention_.text)))
      return;
    if (tree_.token(verb).upos == Upos::kVerb && person_may(tree_.token(verb).lemma))
      hint(EntityType::kOrganization) += kLoneDeed;
  }

  // "Qin was removed as minister", "elected Ana Roe president", "Roe resigned as coach": what only somebody is
  void by_office(std::uint32_t verb) {
    for (const std::uint32_t t : tree_.children(verb)) {
      const bool as = tree_.token(t).deprel == Deprel::kPrep && tree_.lower(t) == "as";
      const std::uint32_t office = as ? tree_.child(t, Deprel::kPobj) : t;
      if ((!as && tree_.token(t).deprel != Deprel::kOprd) || office == DocumentTree::kNoToken ||
          office == mention_.head)
        continue;
      const std::string noun = to_lower(tree_.token(office).lemma);
      const auto known = Facts::get().find_noun(noun);
      if (tree_.token(office).tag != Tag::kNn || !known || known->noun_class != NounClass::kPerson ||
          names_body(noun))
        continue;
      hint(EntityType::kPerson) +=
          acts_as_body(noun) && !Facts::get().leads_body(noun) ? kSpeaks : kDescribed;
    }
  }

  // "Kethea's founder"; "Iyambo's wife"
  void by_owned(std::uint32_t noun) {
    by_leader(noun);
    if (Facts::get().is_kin(to_lower(tree_.token(noun).lemma)) && mention_.label == EntityLabel::kPerson)
      hint(EntityType::kPerson) += kSpeaks;
  }

  // "the head of Kethea", "Kethea's founder"; a country, too, has its head
  void by_leader(std::uint32_t noun) {
    if (!Facts::get().leads_body(to_lower(tree_.token(noun).lemma))) return;
    hint(EntityType::kPerson) -= kWho;
    if (mention_.label != EntityLabel::kGpe) hint(EntityType::kOrganization) += kLed;
  }

  // "Norsk chief executive Ana Roe"
  void by_leader_after() {
    for (std::uint32_t t = mention_.tokens.end; t < mention_.tokens.end + 3 && t + 1 < tree_.size(); ++t) {
      if (tree_.token(t).tag != Tag::kNn && tree_.token(t).tag != Tag::kJj) return;
      if (proper(tree_.token(t + 1)) && tree_.token(t + 1).entity == EntityLabel::kPerson)
        return by_leader(t);
    }
  }

  // "the Tsuen Wan district", "the Chillon and Lurin rivers", "Heat magazine"
  void by_word_after() {
    const std::uint32_t first = tree_.first_conjunct(mention_.head);
    const std::uint32_t noun = tree_.token(first).head;
    const bool listed = first != mention_.head || tree_.child(first, Deprel::kConj) != DocumentTree::kNoToken;
    if (noun < mention_.tokens.end || noun >= mention_.tokens.end + (listed ? kLongList : 1) ||
        (tree_.token(first).deprel != Deprel::kCompound && tree_.token(first).deprel != Deprel::kNmod) ||
        tree_.token(noun).upos != Upos::kNoun)
      return;
    const auto type = type_of_noun(tree_.token(noun).lemma);
    const bool one_each = listed == (tree_.token(noun).tag == Tag::kNns);  // "Google cars" are no Google
    if (!type || *type == EntityType::kPerson || *type == EntityType::kEvent || *type == EntityType::kLaw ||
        (*type != EntityType::kPlace &&
         (!one_each || may_be_somebody() || mention_.label == EntityLabel::kGpe)))  // "the Sussex school"
      return;
    hint(*type) += listed ? kBeforeRegion : kStandsIn;
    hint(EntityType::kPerson) -= kWho;
  }
  // "the Hitchcock film"
  bool may_be_somebody() const {
    const auto words = words_of(mention_.text);
    return Facts::get().gender_of_given_name(words.front()) != '-' ||
           Facts::get().is_common_surname(words.back());
  }

  // "Margaret Chartwood from Horley", "the student from Horley": who comes from somewhere
  bool comes_from(std::uint32_t t) const {
    const auto noun = Facts::get().find_noun(to_lower(tree_.token(t).lemma));
    return tree_.token(t).entity == EntityLabel::kPerson ||
           (tree_.token(t).upos == Upos::kNoun && noun && noun->noun_class == NounClass::kPerson);
  }

  // "the ship Aurora", "state news agency Xinhua", "restaurant chains Ask and Zizzi"; a role before a name is
  // read elsewhere
  void by_word_before() {
    const std::uint32_t first = tree_.first_conjunct(mention_.head);
    for (const std::uint32_t t : tree_.children(first)) {
      const Token& noun = tree_.token(t);
      const bool many = noun.tag == Tag::kNns;
      if (t > first || (noun.deprel != Deprel::kCompound && noun.deprel != Deprel::kNmod) ||
          (noun.tag != Tag::kNn && !many) || is_capitalised(tree_.word(t)) ||
          !is_capitalised(tree_.word(t + 1)))
        continue;
      if (many || (t + 1 == mention_.tokens.begin && (!names_role(tree_, t) || names_body(tree_.word(t)))))
        by_noun(t, t + 1 == mention_.tokens.begin ? kApposed : kDescribed);
    }
  }

  // "Jolo, Philippines"
  void by_region_after() {
    if (region_follows(tree_, mention_)) hint(EntityType::kPlace) += kBeforeRegion;
  }

  const DocumentTree& tree_;
  Mention& mention_;
};

}  // namespace

namespace {

// The type that the facts, else the recogniser, give a name by itself.
std::optional<EntityType> type_alone(const Mention& mention) {
  const Facts& facts = Facts::get();
  if (facts.find_country(mention.text) || facts.find_place(mention.text) || facts.find_capital(mention.text))
    return EntityType::kPlace;
  if (facts.find_organisation(mention.text)) return EntityType::kOrganization;
  switch (mention.label) {
    case EntityLabel::kPerson:
      return EntityType::kPerson;
    case EntityLabel::kOrg:
      return EntityType::kOrganization;
    case EntityLabel::kGpe:
    case EntityLabel::kLoc:
      return EntityType::kPlace;
    default:
      return std::nullopt;
  }
}

// Names side by side in a list of three or more are of one type, as a rule.
void add_list_hints(const DocumentTree& tree, std::vector<Mention>& mentions) {
  std::map<std::uint32_t, std::vector<Mention*>> lists;
  for (Mention& mention : mentions) {
    if (mention.kind != MentionKind::kName) continue;
    lists[tree.first_conjunct(mention.head)].push_back(&mention);
  }
  for (const auto& [first, list] : lists) {
    if (list.size() < 3) continue;
    std::array<int, 11> counts{};
    for (const Mention* mention : list) {
      if (const auto type = type_alone(*mention)) ++counts[static_cast<std::size_t>(*type)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (static_cast<std::size_t>(*most) * 3 < list.size() * 2) continue;
    const float weight = *most >= kManyListed ? 2 * kListed : kListed;
    for (Mention* mention : list) mention->hints[static_cast<std::size_t>(most - counts.begin())] += weight;
  }
}

}  // namespace

bool region_follows(const DocumentTree& tree, const Mention& mention) {
  const std::uint32_t next = mention.tokens.end + 1;
  if (next >= tree.size() || tree.sentence_of(next) != mention.sentence || tree.word(next - 1) != ",")
    return false;
  const Facts& facts = Facts::get();
  const std::string two = next + 1 < tree.size() ? tree.text_of({next, next + 2}) : std::string();
  const bool region = facts.find_country(tree.word(next)) || facts.find_country(two) ||
                      facts.find_place(tree.word(next)) || facts.find_place(two);
  const Deprel deprel = tree.token(next).deprel;  // "Kethea, Greece's centre" lies in no Greece
  return region && deprel != Deprel::kConj && deprel != Deprel::kNsubj && deprel != Deprel::kPoss;
}

std::optional<EntityType> type_of_noun(std::string_view word) {
  std::string lemma = to_lower(word);
  std::string_view type = Facts::get().type_of_noun(lemma);
  if (type.empty() && lemma.size() > 3 && lemma.ends_with('s')) {
    lemma.pop_back();
    type = Facts::get().type_of_noun(lemma);
  }
  if (type.empty() && lemma.size() > 5 && lemma.ends_with("maker") && !Facts::get().find_noun(lemma))
    type =
        name_of(EntityType::kOrganization);  // "the planemaker", which WordNet lacks; it has the dressmaker
  for (std::size_t i = 0; i <= static_cast<std::size_t>(EntityType::kProduct); ++i) {
    if (!type.empty() && name_of(static_cast<EntityType>(i)) == type) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

void add_type_hints(const DocumentTree& tree, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    if (mention.kind == MentionKind::kName) Hints(tree, mention).add();
  }
  add_list_hints(tree, mentions);
  add_club_hints(tree, mentions);
}

}  // namespace dossier::ingest
