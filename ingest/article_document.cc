#include "ingest/article_document.h"

namespace dossier::ingest {
namespace {

bool readable(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kQuote || kind == BlockKind::kListItem;
}

}  // namespace

void append_document(const Document& part, std::uint32_t base, Document& whole) {
  const auto first = static_cast<std::uint32_t>(whole.tokens.size());
  for (Token token : part.tokens) {
    token.span = {token.span.begin + base, token.span.end + base};
    token.head += first;
    whole.tokens.push_back(std::move(token));
  }
  for (const TokenRange sentence : part.sentences) whole.sentences.push_back({sentence.begin + first, sentence.end + first});
}

Document parse_article(const LanguageModel& model, const Article& article) {
  std::vector<std::string_view> texts;
  std::vector<std::uint32_t> bases;
  for (const Block& block : article.blocks) {
    if (!readable(block.kind)) continue;
    texts.push_back(std::string_view(article.text).substr(block.span.begin, block.span.end - block.span.begin));
    bases.push_back(block.span.begin);
  }
  Document whole;
  whole.text = article.text;
  const std::vector<Document> parts = model.parse(texts);
  for (std::size_t i = 0; i < parts.size(); ++i) append_document(parts[i], bases[i], whole);
  return whole;
}

}  // namespace dossier::ingest
