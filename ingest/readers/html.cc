// Gumbo builds the tree as HTML 5 says, whatever the markup; but it frees and we walk the tree by recursion, so the depth
// is bounded first: a scan counts tags that open and do not close, and past a limit the page is read as plain text between
// its tags. Tests: tests/ingest/readers/html_test.cc.

#include "ingest/readers/html.h"

#include <gumbo.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "ingest/readers/article_builder.h"
#include "ingest/readers/block_classifier.h"
#include "ingest/readers/html_content.h"
#include "ingest/readers/html_metadata.h"
#include "ingest/readers/html_tree.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr long kDeepest = 1500;

/// The tag's name in lower case; empty if no name stands after the bracket.
std::string name_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 16;
  std::string name;
  while (at < text.size() && name.size() < kLongest &&
         std::isalnum(static_cast<unsigned char>(text[at])) != 0) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
  }
  return name;
}

/// Elements that hold nothing, or that the next of their like closes: they do not deepen the tree when left open.
bool deepens(std::string_view name) {
  constexpr std::array<std::string_view, 26> kFlat = {
      "br",     "img",   "meta",  "link",  "input", "hr", "source", "area", "base",
      "col",    "embed", "param", "wbr",   "p",     "li", "dd",     "dt",   "tr",
      "option", "td",    "tbody", "thead", "tfoot", "th", "rp",     "rt"};
  return !name.empty() && std::find(kFlat.begin(), kFlat.end(), name) == kFlat.end();
}

/// Tags that opened and had not closed at the worst point.
long nesting_bound(std::string_view text) {
  long depth = 0, deepest = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const bool closes = at + 1 < text.size() && text[at + 1] == '/';
    if (!deepens(name_at(text, at + 1 + closes))) continue;
    depth = closes ? std::max(depth - 1, 0L) : depth + 1;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

/// What stands between the tags, a line for each run.
Article read_between_tags(std::string_view text, Article known) {
  ArticleBuilder builder(std::move(known));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('<'), text.size());
    builder.add_block(BlockKind::kParagraph, text.substr(0, end));
    const std::size_t close = text.find('>', end);
    text.remove_prefix(close == text.npos ? text.size() : close + 1);
  }
  builder.article().warnings.push_back(
      "the elements are nested too deep for a page; read as text between tags");
  classify_blocks(builder.article());
  return std::move(builder.article());
}

/// The first <h1>, where nothing declared a title.
void fill_title_from_blocks(Article& article) {
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kTitle) {
      fill(article.title,
           std::string_view(article.text).substr(block.span.begin, block.span.end - block.span.begin));
    }
  }
}

}  // namespace

Article read_html(std::string_view text, Article known) {
  if (nesting_bound(text) > kDeepest) return read_between_tags(text, std::move(known));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> page(
      gumbo_parse_with_options(&options, text.data(), text.size()), destroy);
  ArticleBuilder builder(std::move(known));
  read_html_metadata(page->root, builder.article());
  append_html_blocks(page->root, builder);
  fill_title_from_blocks(builder.article());
  classify_blocks(builder.article());
  return std::move(builder.article());
}

std::string declared_html_charset(std::string_view bytes) {
  static const RE2 pattern(R"((?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40}))", RE2::Quiet);
  const std::string_view head = bytes.substr(0, 2048);
  std::string charset;
  RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), pattern, &charset);
  return charset;
}

}  // namespace dossier::ingest
