// WordNet's files as they lie on the disk: synsets by their offset, and the senses of every lemma.
//
// Format   wndb(5WN), WordNet 3.0.
#pragma once

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace dossier::ingest::wordnet {

struct Pointer {
  std::string symbol, target;
  char pos = 0;
  int source_word = 0, target_word = 0;  // from 1; 0 means the whole synset
};

struct Synset {
  int lexname = 0;
  std::vector<std::string> words, names;  // names: those of the words that are written with a capital letter
  std::vector<Pointer> pointers;
  // verbs: `Somebody ----s somebody`, `Somebody ----s something`, `Something ----s ...`, `Somebody ----s
  // something to somebody`, `Somebody ----s something PP`, `Somebody ----s`, `Somebody ----s somebody to
  // INFINITIVE`, `Somebody ----s that CLAUSE`, `Somebody ----s somebody something`, `... something
  // Adjective/Noun`
  bool takes_complement = false, takes_person = false, takes_object = false, thing_acts = false,
       person_acts = false, gives_to = false, takes_phrase = false, stands_alone = false,
       takes_infinitive = false, makes_do = false, takes_clause = false, takes_two = false, names_so = false,
       takes_with = false, takes_of = false;
};

using Synsets = std::map<std::string, Synset>;                   // by offset
using Senses = std::map<std::string, std::vector<std::string>>;  // lemma -> offsets, most frequent first
using Tagged = std::map<std::string, int>;  // lemma -> how many of its senses the corpora have

inline Synsets read_data(const std::string& path) {
  Synsets found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line.substr(0, line.find('|')));
    std::string offset, kind, count, word, lex_id;
    Synset synset;
    fields >> offset >> synset.lexname >> kind >> count;
    for (int i = std::stoi(count, nullptr, 16); i > 0; --i) {
      fields >> word >> lex_id;
      const bool name = std::isupper(static_cast<unsigned char>(word.front())) != 0;
      std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
      synset.words.push_back(word);
      if (name) synset.names.push_back(word);
    }
    int pointers = 0;
    fields >> pointers;
    for (; pointers > 0; --pointers) {
      Pointer pointer;
      std::string ends;
      fields >> pointer.symbol >> pointer.target >> pointer.pos >> ends;
      pointer.source_word = std::stoi(ends.substr(0, 2), nullptr, 16);
      pointer.target_word = std::stoi(ends.substr(2), nullptr, 16);
      synset.pointers.push_back(pointer);
    }
    int frames = 0, frame = 0;
    std::string plus, word_number;
    if (fields >> frames)
      for (; frames > 0 && fields >> plus >> frame >> word_number; --frames) {
        synset.takes_complement |= (frame >= 4 && frame <= 7) || frame == 22;
        synset.takes_person |= frame == 9 || frame == 10;
        synset.takes_object |= frame == 8 || frame == 11;
        synset.thing_acts |=
            frame == 1 || (frame >= 4 && frame <= 6) || (frame >= 10 && frame <= 12) || frame == 35;
        synset.person_acts |= frame == 2 || (frame >= 7 && frame <= 9) || (frame >= 13 && frame <= 33);
        synset.gives_to |= frame == 15;
        synset.takes_phrase |= (frame >= 15 && frame <= 21) || frame == 30 || frame == 31;
        synset.stands_alone |= frame == 1 || frame == 2;
        synset.takes_infinitive |= frame == 24 || frame == 28 || frame == 35;
        synset.makes_do |= frame == 24 || frame == 25;
        synset.takes_clause |= frame == 26;
        synset.takes_two |= frame == 14;
        synset.names_so |= frame == 5;
        synset.takes_with |= frame == 17;
        synset.takes_of |= frame == 18;
      }
    found.emplace(offset, std::move(synset));
  }
  return found;
}

inline Senses read_index(const std::string& path, Tagged* tagged = nullptr) {
  Senses found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line);
    std::string lemma, pos, symbol, offset;
    int senses = 0, pointers = 0, ignored = 0;
    fields >> lemma >> pos >> senses >> pointers;
    for (; pointers > 0; --pointers) fields >> symbol;
    fields >> ignored >> ignored;  // sense count again, senses tagged
    if (tagged) (*tagged)[lemma] = ignored;
    while (fields >> offset) found[lemma].push_back(offset);
  }
  return found;
}

}  // namespace dossier::ingest::wordnet
