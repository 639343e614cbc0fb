// Prints what pronouns and noun phrases were linked to, in documents that were parsed before, so that links
// can be read and counted without a model. A line a link: document, byte offset of the words and of what they
// are linked to, kind, words, referent, and the sentence with the words in brackets.
//
//   dossier_resolve_parsed [--entities | --mentions | --cases] PARSED.jsonl...   the lines of `dossier parse
//   --format jsonl`
//   dossier_resolve_parsed [...] --articles ARTICLES...   files as for `dossier ingest`, read and parsed as it does;
//   the model is the default one
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>

#include "dossier/ingest/model.h"
#include "dossier/ingest/reader.h"
#include "dossier/status_macros.h"
#include "ingest/article_document.h"
#include "ingest/extract/extract.h"
#include "ingest/nlp/document_json.h"
#include "ingest/resolve/mention_clusters.h"

namespace dossier::ingest {
namespace {

std::string marked_sentence(const DocumentTree& tree, std::uint32_t head) {
  std::string out;
  const TokenRange range = tree.sentence_range(head);
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    out += t == range.begin ? "" : " ";
    out += t == head ? "[" + std::string(tree.word(t)) + "]" : std::string(tree.word(t));
  }
  return out;
}

std::string name_of_entity(const Resolution& resolution, const Entity& entity) {
  if (entity.members.empty()) return entity.name + " (" + std::string(name_of(entity.type)) + ")";
  std::string names;
  for (const std::uint32_t member : entity.members)
    names += (names.empty() ? "" : " + ") + resolution.entities[member].name;
  return names;
}

// Where the entity was mentioned last before, by name if it has one.
std::uint32_t antecedent(const Resolution& resolution, const Entity& entity, std::uint32_t m) {
  std::uint32_t last = kNone, named = kNone;
  for (const std::uint32_t other : entity.mentions) {
    if (other == m) continue;
    if (last == kNone || other < m) last = other;
    if (resolution.mentions[other].kind == MentionKind::kName && (named == kNone || other < m)) named = other;
  }
  return named != kNone ? named : last;
}

void print_links(std::size_t number, const DocumentTree& tree, const Resolution& resolution) {
  for (std::uint32_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    if (mention.kind == MentionKind::kName || mention.entity == kNone) continue;
    const Entity& entity = resolution.entities[mention.entity];
    const std::uint32_t before = antecedent(resolution, entity, m);
    if (before == kNone || (entity.mentions.front() == m && mention.kind != MentionKind::kPronoun)) continue;
    std::cout << number << "\t" << tree.token(mention.head).span.begin << "\t"
              << tree.token(resolution.mentions[before].head).span.begin << "\t"
              << (mention.kind == MentionKind::kPronoun ? "pronoun" : "nominal") << "\t" << mention.text
              << "\t" << name_of_entity(resolution, entity) << "\t" << marked_sentence(tree, mention.head)
              << "\n";
  }
}

// Every mention with the number of its entity.
void print_mentions(std::size_t number, const DocumentTree& tree, const Resolution& resolution) {
  for (const Mention& mention : resolution.mentions) {
    std::cout << number << "\t" << tree.token(mention.head).span.begin << "\t"
              << static_cast<int>(mention.kind) << "\t" << mention.text << "\t"
              << (mention.entity == kNone ? -1 : static_cast<int>(mention.entity)) << "\t"
              << (mention.entity == kNone ? ""
                                          : name_of_entity(resolution, resolution.entities[mention.entity]))
              << "\t" << (mention.definite ? "definite" : "") << "\n";
  }
}

// What a model weighed: document, offset, class, features of "nothing", then of each candidate its
// mentions' offsets and features, as tab-separated lines. The class of a noun phrase comes after those of pronouns.
constexpr int kNounCase = 3;

template <typename Row>
void print_row(const Row& row) {
  for (const float value : row) std::cout << "\t" << value;
  std::cout << "\n";
}
template <typename Case>
void print_case(std::size_t number, const DocumentTree& tree, const Resolution& resolution,
                const Mention& mention, const Case& described, int kind) {
  std::cout << "case\t" << number << "\t" << tree.token(mention.head).span.begin << "\t" << kind << "\t"
            << mention.text;
  print_row(described.nothing);
  for (const auto& candidate : described.candidates) {
    std::cout << "candidate\t";
    for (const std::uint32_t m : resolution.entities[candidate.entity].mentions)
      std::cout << tree.token(resolution.mentions[m].head).span.begin << " ";
    std::cout << "\t" << candidate.probability;
    print_row(candidate.features);
  }
}

void print_entities(std::size_t number, const Resolution& resolution) {
  for (const Entity& entity : resolution.entities) {
    if (!entity.named) continue;
    std::cout << number << "\t" << name_of(entity.type) << "\t" << entity.name << "\t"
              << entity.mentions.size();
    for (const std::string& alias : entity.aliases) std::cout << "\t" << alias;
    std::cout << "\n";
  }
}

enum class What { kLinks, kEntities, kMentions, kCases };

void print_document(std::size_t number, const Document& document, What what) {
  const DocumentTree tree(document);
  const Resolution resolution = resolve_mentions(
      tree, extract(tree),
      [&](const Resolution& so_far, const Mention& mention, const PronounCase& pronoun) {
        if (what == What::kCases)
          print_case(number, tree, so_far, mention, pronoun, static_cast<int>(pronoun.pronoun_class));
      },
      [&](const Resolution& so_far, const Mention& mention, const NominalCase& noun) {
        if (what == What::kCases) print_case(number, tree, so_far, mention, noun, kNounCase);
      });
  if (what == What::kEntities) print_entities(number, resolution);
  if (what == What::kMentions) print_mentions(number, tree, resolution);
  if (what == What::kLinks) print_links(number, tree, resolution);
}

Status print_parsed(const char* file, What what) {
  std::ifstream in(file);
  const std::string lines((std::istreambuf_iterator<char>(in)), {});
  DOSSIER_ASSIGN_OR_RETURN(const auto documents, parse_json_lines(lines));
  for (std::size_t number = 0; number < documents.size(); ++number)
    print_document(number, documents[number], what);
  return {};
}

Status print_articles(const LanguageModel& model, const char* file, What what) {
  std::size_t number = 0;
  return read_article_file(file, {},
                           [&](Article&& article) {
                             parse_article(model, article, [&](const Document& document) {
                               print_document(number, document, what);
                             });
                             number += 1;
                             return Status();
                           })
      .status();
}

int run(int argc, char** argv) {
  What what = What::kLinks;
  std::shared_ptr<const LanguageModel> model;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--articles") {
      const auto loaded = LanguageModel::load(LanguageModel::default_file());
      if (!loaded.ok()) return std::cerr << loaded.status().message() << "\n", 1;
      model = *loaded;
    } else if (word.starts_with("--")) {
      what = word == "--entities" ? What::kEntities : word == "--mentions" ? What::kMentions : What::kCases;
    } else {
      const Status printed = model ? print_articles(*model, argv[i], what) : print_parsed(argv[i], what);
      if (!printed.ok()) return std::cerr << argv[i] << ": " << printed.message() << "\n", 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace dossier::ingest

int main(int argc, char** argv) { return dossier::ingest::run(argc, argv); }
