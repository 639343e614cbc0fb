#include "ingest/extract/extract.h"
#include "ingest/extract/phrase.h"
#include "ingest/extract/rules/rule.h"
#include "ingest/extract/tree.h"

namespace dossier::ingest {
namespace {

std::string slot_line(const Document& document, std::string_view name,
                      const std::vector<std::uint32_t>& tokens) {
  return "  " + std::string(name) + ": " + text_of(document, tokens) + "\n";
}

std::string parse_lines(const Tree& tree) {
  std::string lines;
  for (std::uint32_t t = tree.range().begin; t < tree.range().end; ++t) {
    const std::uint32_t head = tree.parent(t);
    lines += "    " + std::string(tree.word(t)) + "  " + std::string(name_of(tree[t].tag)) + "  " +
             std::string(name_of(tree[t].deprel)) + (head == t ? "" : " of " + std::string(tree.word(head))) +
             (tree[t].entity == EntityLabel::kNone ? "" : "  " + std::string(name_of(tree[t].entity))) + "\n";
  }
  return lines;
}

}  // namespace

std::string explain(const DocumentTree& document_tree, const Extraction& extraction) {
  const Document& document = document_tree.document();
  const Tree tree(document_tree, extraction.sentence);
  std::string text = "rule " + std::string(extraction.rule);
  for (const Rule& rule : rules())
    if (extraction.rule.starts_with(rule.name)) {
      text += ", as in: " + std::string(rule.example);
      break;
    }
  text += "\n" + slot_line(document, "subject", extraction.subject.tokens) +
          slot_line(document, "relation", extraction.relation_tokens) +
          "  predicate: " + extraction.predicate + "\n";
  for (const Argument& argument : extraction.arguments)
    text += slot_line(document,
                      argument.preposition.empty() ? "argument" : "argument (" + argument.preposition + ")",
                      argument.phrase.tokens);
  if (extraction.attribution)
    text += slot_line(document, "claimed by, " + std::string(name_of(extraction.attribution->stance)),
                      extraction.attribution->claimant.tokens);
  text += "  modality: " + std::string(name_of(extraction.modality)) +
          (extraction.negated ? ", negated\n" : "\n");
  return text + "  parse:\n" + parse_lines(tree);
}

}  // namespace dossier::ingest
