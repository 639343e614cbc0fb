#include "ingest/nlp/conllu.h"

#include <vector>

namespace dossier::ingest {
namespace {

// A column may not be empty or hold a tab or a line end.
std::string column(std::string_view text) {
  if (text.empty()) return "_";
  std::string clean(text);
  for (char& c : clean) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return clean;
}

std::string misc_of(const Token& token) {
  std::string misc;
  if (token.entity != EntityLabel::kNone) {
    misc = std::string("NER=") + (token.entity_begins ? "B-" : "I-") + std::string(name_of(token.entity));
  }
  if (!token.space_after) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return misc.empty() ? "_" : misc;
}

void append_sentence(const Document& document, TokenRange range, std::string& out) {
  std::vector<std::size_t> number(range.size(), 0);  // 0 for white space, which has no line
  std::size_t words = 0;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (document.tokens[t].upos != Upos::kSpace) number[t - range.begin] = ++words;
  }
  if (words == 0) return;
  const std::size_t begin = document.tokens[range.begin].span.begin,
                    end = document.tokens[range.end - 1].span.end;
  out += "# text = " + column(std::string_view(document.text).substr(begin, end - begin)) + '\n';
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = document.tokens[t];
    if (number[t - range.begin] == 0) continue;
    const bool root = token.head == t || !range.contains(token.head);
    out += std::to_string(number[t - range.begin]) + '\t' + column(document.word(t)) + '\t' +
           column(token.lemma) + '\t' + std::string(name_of(token.upos)) + '\t' + column(name_of(token.tag)) +
           "\t_\t" + std::to_string(root ? 0 : number[token.head - range.begin]) + '\t' +
           (root ? "root" : column(name_of(token.deprel))) + "\t_\t" + misc_of(token) + '\n';
  }
  out += '\n';
}

}  // namespace

void append_conllu(const Document& document, std::string& out) {
  for (const TokenRange sentence : document.sentences) append_sentence(document, sentence, out);
}

}  // namespace dossier::ingest
