// A paragraph that ends inside a quotation closes it, or a lost mark would turn the rest of the text inside out. It goes on
// if the next paragraph begins with a mark, as printers have it, or if the next mark of all is one that closes.
#include "ingest/extract/quotations.h"

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {
namespace {

enum class Mark { kNone, kOpen, kClose, kEither };

// A mark of one shape for both ends opens before a word and closes behind one; typists close with an opening one too.
Mark mark_at(const DocumentTree& tree, std::uint32_t t) {
  const std::string_view word = tree.word(t);
  const bool behind_word = t > 0 && tree.token(t - 1).span.end == tree.token(t).span.begin;
  const bool before_word = t + 1 < tree.size() && tree.token(t).span.end == tree.token(t + 1).span.begin;
  if (word == "”" || word == "»") return Mark::kClose;
  if (word == "“" || word == "``" || word == "«") return behind_word ? Mark::kEither : Mark::kOpen;
  if (word != "\"" && word != "''") return Mark::kNone;
  return behind_word == before_word ? Mark::kEither : behind_word ? Mark::kClose : Mark::kOpen;
}

bool is_speech(const DocumentTree& tree, TokenRange words) {
  bool verb = false, subject = false;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    verb = verb || tree.token(t).upos == Upos::kVerb || tree.token(t).upos == Upos::kAux;
    subject = subject || tree.token(t).deprel == Deprel::kNsubj || tree.token(t).deprel == Deprel::kNsubjpass;
  }
  return verb && subject && words.size() >= 4;
}

// Whether the next mark closes what was left open, rather than opening another quotation.
bool is_closed_after(const DocumentTree& tree, std::uint32_t first) {
  constexpr std::uint32_t kReach = 8;  // sentences
  for (std::uint32_t t = first; t < tree.size() && tree.sentence_of(t) < tree.sentence_of(first) + kReach;
       ++t)
    if (const Mark mark = mark_at(tree, t); mark != Mark::kNone)
      return mark != Mark::kOpen && !begins_paragraph(tree.document(), t);
  return false;
}

}  // namespace

bool begins_paragraph(const Document& document, std::uint32_t token) {
  if (token == 0) return true;
  const std::uint32_t begin = document.tokens[token - 1].span.end, end = document.tokens[token].span.begin;
  return std::string_view(document.text).substr(begin, end - begin).find('\n') != std::string_view::npos;
}

Quotations find_quotations(const DocumentTree& tree) {
  Quotations found;
  found.of.assign(tree.size(), Quotations::kNone);
  bool open = false;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const Mark mark = mark_at(tree, t);
    const bool opens = mark == Mark::kOpen || mark == Mark::kEither;
    if (open && begins_paragraph(tree.document(), t)) {
      if (opens) continue;
      open = is_closed_after(tree, t);
    }
    if (!open && opens) {
      open = true;
      found.all.push_back({{t + 1, t + 1}});
    } else if (open && (mark == Mark::kClose || mark == Mark::kEither)) {
      open = false;
    } else if (open) {
      found.of[t] = static_cast<std::uint32_t>(found.all.size() - 1);
      found.all.back().words.end = t + 1;
    }
  }
  for (Quotation& quotation : found.all) quotation.speech = is_speech(tree, quotation.words);
  return found;
}

}  // namespace dossier::ingest
