// Compiles WordNet's files into the extractor's lexicon, a C++ source of hashed tables.
//
//   make_lexicon WORDNET_DIR verb_classes.txt OUT.cc
//
// From index.* and data.* it takes, for every single-word verb and noun, the lexicographer files of its three
// most frequent senses ("communication", "person", "act"); for every noun the verb that WordNet calls
// derivationally related ("arrest" -> "arrest", "expiry" -> "expire"); for every noun and well-known name its
// senses, and of what each is a kind; the adverbs of several words and the adjectives of one; from verb.exc the irregular past and
// participle; and for every verb its grammatical classes from verb_classes.txt. WordNet 3.0, Princeton
// University; its licence lets the data be used and redistributed with its notice, which Debian keeps in
// /usr/share/doc/wordnet-base/copyright.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "ingest/extract/data/wordnet_files.h"
#include "ingest/extract/lexicon_tables.h"

namespace {

using namespace dossier::ingest::wordnet;

constexpr int kGroupLexname = 14, kPersonLexname = 18, kTimeLexname = 28;

// An airline is a line, filed under artefacts; a line is an organization, filed under groups.
bool is_organization(const Synsets& nouns, const std::string& offset) {
  const Synset& synset = nouns.at(offset);
  const bool named =
      std::find(synset.words.begin(), synset.words.end(), "organization") != synset.words.end();
  return (named && synset.lexname == kGroupLexname) ||
         std::any_of(synset.pointers.begin(), synset.pointers.end(), [&](const Pointer& pointer) {
           return pointer.symbol == "@" && pointer.pos == 'n' && is_organization(nouns, pointer.target);
         });
}

std::uint64_t lexname_mask(const Synsets& synsets, const std::vector<std::string>& senses) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < senses.size() && i < 3; ++i) {
    mask |= 1ull << synsets.at(senses[i]).lexname;
    if (is_organization(synsets, senses[i])) mask |= 1ull << kGroupLexname;
  }
  return mask;
}

std::size_t common_prefix(const std::string& a, const std::string& b) {
  return std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()).first - a.begin();
}

// The kind of a noun's first sense; of a month or a feast that is written with a capital letter the kind of
// the word written without one: a `march` is an act. Other names are asked for in lower case too.
int main_lexname(const Synsets& nouns, const std::string& noun, const std::vector<std::string>& senses) {
  const int first = nouns.at(senses.front()).lexname;
  const auto common = std::find_if(senses.begin(), senses.end(), [&](const std::string& offset) {
    const auto& names = nouns.at(offset).names;
    return std::find(names.begin(), names.end(), noun) == names.end();
  });
  return first == kTimeLexname && common != senses.end() ? nouns.at(*common).lexname : first;
}

// The verb that a noun names the event of: of the earliest sense that has one, the verb most like the noun. A
// synonym's verb serves too when it is alike enough: `expiry` has none, `expiration` has `expire`.
std::string event_verb(const std::string& noun, const Synsets& nouns, const std::vector<std::string>& senses,
                       const Synsets& verbs, const Senses& verb_senses, const Tagged& tagged) {
  static const std::set<int> kEventful = {4, 9, 10, 11, 12, 16, 19, 21, 22, 26, 28};
  for (const std::string& offset : senses) {
    const Synset& synset = nouns.at(offset);
    if (!kEventful.contains(synset.lexname)) continue;
    std::string best;
    for (const Pointer& pointer : synset.pointers) {
      if (pointer.symbol != "+" || pointer.pos != 'v' || pointer.target_word == 0) continue;
      const std::string& verb = verbs.at(pointer.target).words[pointer.target_word - 1];
      if (verb.find_first_of("_-") != std::string::npos || common_prefix(noun, verb) < 1) continue;
      const auto& ranks = verb_senses.at(verb);
      if (std::find(ranks.begin(), ranks.end(), pointer.target) - ranks.begin() >=
          std::max(1, tagged.at(verb))) {
        if (verb == noun) return {};  // and no other verb names it better: an impact is no impinging
        continue;
      }
      if (synset.words[pointer.source_word - 1] != noun && common_prefix(noun, verb) < 3) continue;
      if (best.empty() || common_prefix(noun, verb) > common_prefix(noun, best)) best = verb;
    }
    if (!best.empty()) return best;
  }
  return {};
}

// What the verb stands with: Frame in lexicon_tables.h.
unsigned frames_of(const Synsets& verbs, const std::vector<std::string>& senses) {
  using namespace dossier::ingest::lexicon_tables;
  unsigned bits = 0;
  const auto add = [&](Frame frame, bool holds) { bits |= holds ? frame : 0U; };
  for (std::size_t i = 0; i < senses.size(); ++i) {
    const Synset& sense = verbs.at(senses[i]);
    add(kThingMay, sense.thing_acts);
    add(kPersonMay, sense.person_acts);
    add(kPhrase, sense.takes_phrase);
    add(kInfinitive, sense.takes_infinitive);
    add(kMakesDo, sense.makes_do);
    add(kClause, sense.takes_clause);
    add(kTwo, sense.takes_two);
    add(kNamesSo, sense.names_so);
    add(kMayGive, sense.gives_to);
    add(kWith, sense.takes_with);
    add(kOf, sense.takes_of);
    add(kFirstWith, i == 0 && sense.takes_with);
    add(kNeedsPhrase, i == 0 && sense.takes_phrase && !sense.takes_person && !sense.takes_object);
    add(kPerson, i < 3 && sense.takes_person);
    add(kThing, i < 3 && sense.takes_object);
    add(kGivesTo, i < 3 && sense.gives_to);
    add(kNothing, i < 3 && sense.stands_alone);
  }
  // `she went`, `it looked`
  constexpr int kSocial = 41;  // `she works`
  if (senses.size() > 4 && verbs.at(senses[0]).lexname != kSocial && verbs.at(senses[0]).takes_complement &&
      verbs.at(senses[1]).takes_complement)
    bits |= kSaysLittle;
  // `the wall collapsed`
  const auto takes_none = [&](const std::string& sense) {
    return !verbs.at(sense).takes_object && !verbs.at(sense).takes_person && !verbs.at(sense).gives_to;
  };
  if (!senses.empty() &&
      std::all_of(senses.begin(),
                  senses.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, senses.size())),
                  takes_none))
    bits |= kNoObject;
  return bits;
}

const std::vector<std::string> kClasses = {
    "demand",  "plan",  "refuse", "deny",    "doubt",   "factive",  "light",  "reciprocal",
    "seem",    "say",   "assign", "cause",   "contact", "force",    "permit", "forbid",
    "prevent", "repay", "end",    "undergo", "attest",  "defeat",   "pursue", "voice",
    "show",    "grow",  "go",     "open",    "guess",   "describe", "seek"};

// Whether the synset is among the word's senses that are met with: to `rush` is to urge, but hardly ever.
bool is_frequent(const std::string& offset, const std::vector<std::string>& senses) {
  constexpr std::ptrdiff_t kMostSenses = 5;
  return std::find(senses.begin(), senses.end(), offset) - senses.begin() < kMostSenses;
}

std::map<std::string, unsigned> read_classes(const std::string& path, const Synsets& verbs,
                                             const Senses& senses) {
  std::map<std::string, unsigned> found, removed;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string name, anchor;
    int depth = 0;
    fields >> name >> anchor >> depth;
    const auto place = std::find(kClasses.begin(), kClasses.end(), name);
    if (place == kClasses.end()) throw std::runtime_error("unknown class " + name);
    const unsigned bit = 1u << (place - kClasses.begin());
    if (anchor[0] == '!') {
      removed[anchor.substr(1)] |= bit;
      continue;
    }
    if (anchor[0] == '=') {
      found[anchor.substr(1)] |= bit;
      continue;
    }
    const std::size_t hash = anchor.find('#');
    std::function<void(const std::string&, int)> expand = [&](const std::string& offset, int left) {
      for (const std::string& word : verbs.at(offset).words)
        if (is_frequent(offset, senses.at(word))) found[word] |= bit;
      if (left == 0) return;
      for (const Pointer& pointer : verbs.at(offset).pointers)
        if (pointer.symbol == "~") expand(pointer.target, left - 1);
    };
    expand(senses.at(anchor.substr(0, hash)).at(std::stoi(anchor.substr(hash + 1)) - 1), depth);
  }
  for (const auto& [lemma, bits] : removed) found[lemma] &= ~bits;
  return found;
}

// Past and participle of the irregular verbs. verb.exc does not tell which is which: a participle ends in
// -en, -wn, -rn, -in or -ne ("taken"), or has u where the past has a ("begun", "began").
std::map<std::string, std::pair<std::string, std::string>> read_irregular(const std::string& path) {
  std::map<std::string, std::vector<std::string>> forms;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form >> lemma;
    if (form.ends_with("ing") || form.ends_with("s") || lemma.find_first_of("_-") != std::string::npos)
      continue;
    if (form.find_first_of("_-'") == std::string::npos) forms[lemma].push_back(form);
  }
  std::map<std::string, std::pair<std::string, std::string>> found;
  for (auto& [lemma, list] : forms) {
    const auto participle_like = [](const std::string& f) {
      return f.ends_with("en") || f.ends_with("wn") || f.ends_with("rn") || f.ends_with("ne") ||
             f.ends_with("in");
    };
    std::string past, participle;
    for (const std::string& f : list) {
      if (participle_like(f)) {
        if (participle.empty()) participle = f;
      } else if (past.empty() || (past.find('u') != std::string::npos && f.find('a') != std::string::npos)) {
        if (!past.empty() && participle.empty()) participle = past;
        past = f;
      } else if (participle.empty() && f.find('u') != std::string::npos &&
                 past.find('a') != std::string::npos) {
        participle = f;
      }
    }
    if (lemma.ends_with("ss")) past = participle = "";  // `addrest`, `blest`
    if (past == lemma + "t" && lemma != "deal" && lemma != "mean")
      past = participle = "";  // `learnt` beside `learned`
    if (participle.empty()) participle = past;
    found[lemma] = {past, participle};
  }
  // WordNet lists no form of these, or only rare ones.
  for (const auto& [lemma, past, participle] :
       std::vector<std::tuple<const char*, const char*, const char*>>{{"be", "was", "been"},
                                                                      {"have", "had", "had"},
                                                                      {"do", "did", "done"},
                                                                      {"go", "went", "gone"},
                                                                      {"come", "came", "come"},
                                                                      {"become", "became", "become"},
                                                                      {"run", "ran", "run"},
                                                                      {"put", "put", "put"},
                                                                      {"set", "set", "set"},
                                                                      {"cut", "cut", "cut"},
                                                                      {"hit", "hit", "hit"},
                                                                      {"let", "let", "let"},
                                                                      {"shut", "shut", "shut"},
                                                                      {"cost", "cost", "cost"},
                                                                      {"hurt", "hurt", "hurt"},
                                                                      {"cast", "cast", "cast"},
                                                                      {"spread", "spread", "spread"},
                                                                      {"read", "read", "read"},
                                                                      {"quit", "quit", "quit"},
                                                                      {"split", "split", "split"},
                                                                      {"burst", "burst", "burst"},
                                                                      {"say", "said", "said"},
                                                                      {"win", "won", "won"},
                                                                      {"beat", "beat", "beaten"},
                                                                      {"upset", "upset", "upset"},
                                                                      {"broadcast", "broadcast", "broadcast"},
                                                                      {"forecast", "forecast", "forecast"},
                                                                      {"hang", "hung", "hung"},
                                                                      {"overcome", "overcame", "overcome"},
                                                                      {"shine", "shone", "shone"},
                                                                      {"light", "lit", "lit"},
                                                                      {"get", "got", "got"},
                                                                      {"lie", "lay", "lain"},
                                                                      {"forbid", "forbade", "forbidden"},
                                                                      {"shed", "shed", "shed"},
                                                                      {"rid", "rid", "rid"},
                                                                      {"spin", "spun", "spun"},
                                                                      {"work", "worked", "worked"},
                                                                      {"wed", "wed", "wed"},
                                                                      {"bet", "bet", "bet"},
                                                                      {"bid", "bid", "bid"}})
    found[lemma] = {past, participle};
  return found;
}

class Blob {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [place, fresh] = offsets_.emplace(text, static_cast<std::uint32_t>(size_));
    if (fresh) {
      texts_.push_back(text);
      size_ += text.size() + 1;
    }
    return place->second;
  }
  void write(std::ostream& out) const {
    out << "const char kText[] =\n";
    for (const std::string& text : texts_) out << '"' << text << "\\0\"\n";
    out << ";\n";
  }

 private:
  std::map<std::string, std::uint32_t> offsets_;
  std::vector<std::string> texts_;
  std::size_t size_ = 0;
};

// Where the rows of a table are found: lexicon_tables.h.
std::string slots_of(const std::string& table, const std::vector<std::string>& lemmas) {
  std::size_t size = 1;
  while (size < 2 * lemmas.size()) size *= 2;
  std::vector<std::size_t> slots(size);
  for (std::size_t row = 0; row < lemmas.size(); ++row) {
    std::size_t slot = dossier::ingest::lexicon_tables::hash_of(lemmas[row]) % size;
    while (slots[slot] != 0) slot = (slot + 1) % size;
    slots[slot] = row + 1;
  }
  std::ostringstream out;
  out << "const std::uint32_t " << table << "Slots[] = {";
  for (const std::size_t slot : slots) out << slot << ",\n";
  out << "};\nconst std::uint32_t " << table << "Mask = " << size - 1 << ";\n";
  return out.str();
}

// The senses of nouns, and of names and people of several words ("hong_kong", "prime_minister"), each with what it is a kind or an instance of.
void write_senses(std::ostream& out, Blob& blob, const Synsets& nouns, const Senses& senses_of) {
  constexpr std::size_t kSensesOfWord = 4, kParents = 2;
  std::map<std::string, std::size_t> number;
  for (const auto& [offset, synset] : nouns) number.emplace(offset, number.size());
  const auto is_parent = [](const Pointer& p) {
    return p.pos == 'n' && (p.symbol == "@" || p.symbol == "@i");
  };
  out << "const std::uint32_t kSenseParents[][2] = {\n";
  for (const auto& [offset, synset] : nouns) {
    std::vector<std::size_t> parents;
    for (const Pointer& pointer : synset.pointers) {
      if (is_parent(pointer) && parents.size() < kParents) parents.push_back(number.at(pointer.target));
    }
    parents.resize(kParents, number.at(offset));  // the root is its own
    out << "{" << parents[0] << "," << parents[1] << "},\n";
  }
  std::ostringstream rows;
  std::vector<std::string> lemmas;
  std::size_t count = 0;
  out << "};\nconst std::uint32_t kSenses[] = {\n";
  for (const auto& [lemma, senses] : senses_of) {
    const auto& first = nouns.at(senses.front()).pointers;
    const bool instance =
        std::any_of(first.begin(), first.end(), [](const Pointer& p) { return p.symbol == "@i"; });
    const bool several = lemma.find('_') != std::string::npos,
               person = nouns.at(senses.front()).lexname == kPersonLexname;
    if (lemma.find_first_of("\"\\") != std::string::npos || (several && !instance && !person)) continue;
    lemmas.push_back(lemma);
    rows << "{" << blob.add(lemma) << "," << count << "," << std::min(senses.size(), kSensesOfWord) << "},\n";
    for (std::size_t i = 0; i < senses.size() && i < kSensesOfWord; ++i, ++count)
      out << number.at(senses[i]) << ",\n";
  }
  out << "};\nconst SenseRow kSenseRows[] = {\n" << rows.str() << "};\n" << slots_of("kSenseRow", lemmas);
}

// A table of the index's lemmas of several words, or of one.
std::string words_of(const std::string& path, bool several, const std::string& rows_name,
                     const std::string& table, Blob& blob) {
  std::ostringstream rows;
  std::vector<std::string> lemmas;
  for (const auto& [lemma, senses] : read_index(path)) {
    if ((lemma.find('_') != std::string::npos) != several ||
        lemma.find_first_of("\"\\./") != std::string::npos)
      continue;
    rows << blob.add(lemma) << ",";
    lemmas.push_back(lemma);
  }
  return "const std::uint32_t " + rows_name + "[] = {" + rows.str() + "};\n" + slots_of(table, lemmas);
}

// What `one other` is opposed to, the earlier in the alphabet first: `inner outer`.
std::string opposites_of(const std::string& path, Blob& blob) {
  const Synsets synsets = read_data(path);
  std::set<std::string> pairs;
  for (const auto& [offset, synset] : synsets)
    for (const Pointer& pointer : synset.pointers) {
      if (pointer.symbol != "!" || pointer.source_word == 0 || pointer.target_word == 0) continue;
      // `next(p)`: where it may stand
      const auto word = [](const Synset& of, int number) {
        const std::string& whole = of.words.at(static_cast<std::size_t>(number - 1));
        return whole.substr(0, whole.find('('));
      };
      const std::string one = word(synset, pointer.source_word),
                        other = word(synsets.at(pointer.target), pointer.target_word);
      if (one.find_first_of("_\"\\") == std::string::npos && one < other) pairs.insert(one + " " + other);
    }
  std::ostringstream rows;
  for (const std::string& pair : pairs) rows << blob.add(pair) << ",";
  return "const std::uint32_t kOpposites[] = {" + rows.str() + "};\n" +
         slots_of("kOpposite", {pairs.begin(), pairs.end()});
}

bool plain(const std::string& lemma) { return lemma.find_first_of("_\"\\./") == std::string::npos; }

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) return std::cerr << "usage: make_lexicon WORDNET_DIR CLASSES OUT\n", 2;
  const std::string folder = std::string(argv[1]) + "/";
  const Synsets verbs = read_data(folder + "data.verb"), nouns = read_data(folder + "data.noun");
  Tagged tagged, nouns_tagged;
  const Senses verb_senses = read_index(folder + "index.verb", &tagged),
               noun_senses = read_index(folder + "index.noun", &nouns_tagged);
  if (verb_senses.empty() || noun_senses.empty()) throw std::runtime_error("no WordNet in " + folder);
  const auto classes = read_classes(argv[2], verbs, verb_senses);
  const auto irregular = read_irregular(folder + "verb.exc");

  Blob blob;
  blob.add("");
  std::ostringstream verb_rows, noun_rows;
  std::vector<std::string> verb_lemmas, noun_lemmas;
  const std::string adverbs = words_of(folder + "index.adv", true, "kAdverbPhrases", "kAdverbPhrase", blob),
                    adjectives = words_of(folder + "index.adj", false, "kAdjectives", "kAdjective", blob),
                    opposites = opposites_of(folder + "data.adj", blob);
  for (const auto& [lemma, senses] : verb_senses) {
    if (lemma.find_first_of("\"\\./") != std::string::npos) continue;
    const auto forms = irregular.find(lemma);
    const auto row_class = classes.find(lemma);
    verb_lemmas.push_back(lemma);
    verb_rows << "{" << blob.add(lemma) << ","
              << blob.add(forms == irregular.end() ? "" : forms->second.first) << ","
              << blob.add(forms == irregular.end() ? "" : forms->second.second) << ","
              << (lexname_mask(verbs, senses) >> 29) << "," << verbs.at(senses[0]).lexname << ","
              << (frames_of(verbs, senses) |
                  (tagged.at(lemma) > 0 ? dossier::ingest::lexicon_tables::kMet : 0U))
              << "," << (row_class == classes.end() ? 0 : row_class->second) << "},\n";
  }
  for (const auto& [lemma, senses] : noun_senses) {
    if (!plain(lemma)) continue;
    noun_lemmas.push_back(lemma);
    noun_rows << "{" << blob.add(lemma) << ","
              << blob.add(event_verb(lemma, nouns, senses, verbs, verb_senses, tagged)) << ","
              << (lexname_mask(nouns, senses) | (nouns_tagged.at(lemma) > 0 ? 1ull << 31 : 0)) << ","
              << main_lexname(nouns, lemma, senses) << "},\n";
  }
  std::ostringstream senses;
  write_senses(senses, blob, nouns, noun_senses);
  std::ofstream out(argv[3]);
  out << "// Made by make_lexicon from WordNet 3.0, (c) 2006 Princeton University. Do not edit.\n"
         "#include \"ingest/extract/lexicon_tables.h\"\nnamespace dossier::ingest::lexicon_tables {\n";
  blob.write(out);
  out << "const VerbRow kVerbs[] = {\n"
      << verb_rows.str() << "};\nconst NounRow kNouns[] = {\n"
      << noun_rows.str() << "};\n"
      << slots_of("kVerb", verb_lemmas) << slots_of("kNoun", noun_lemmas) << adverbs << adjectives
      << opposites << senses.str() << "}\n";
  return out.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "make_lexicon: " << error.what() << "\n";
  return 1;
}
