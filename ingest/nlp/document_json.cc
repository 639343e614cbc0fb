// The writer is by hand, since it prints millions of tokens; the reader serves tests and tools and leans on a
// library.
#include "ingest/nlp/document_json.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace dossier::ingest {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the well-formed UTF-8 character at the front of `text`; 0 if there is none.
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0x80   ? 1
                           : lead < 0xC2 ? 0
                           : lead < 0xE0 ? 2
                           : lead < 0xF0 ? 3
                           : lead < 0xF5 ? 4
                                         : 0;
  if (size == 0 || size > text.size()) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (size == 3 && ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F))) return 0;
  if (size == 4 && ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F))) return 0;
  return size;
}

void append_escape(unsigned char byte, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  constexpr std::string_view kNamed = "\b\t\n\f\r", kNames = "btnfr";
  if (const std::size_t at = kNamed.find(static_cast<char>(byte)); at != std::string_view::npos) {
    out += '\\';
    out += kNames[at];
    return;
  }
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void append_string(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    if (size == 0) {
      out += kReplacement;
    } else if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text[0];
    } else if (byte < 0x20) {
      append_escape(byte, out);
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  out += '"';
}

void append_number(std::size_t number, std::string& out) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_token(const Document& document, std::uint32_t index, std::uint32_t sentence_begin,
                  std::size_t base, std::string& out) {
  const Token& token = document.tokens[index];
  out += "{\"text\":";
  append_string(document.word(index), out);
  out += ",\"begin\":";
  append_number(base + token.span.begin, out);
  out += ",\"end\":";
  append_number(base + token.span.end, out);
  out += ",\"lemma\":";
  append_string(token.lemma, out);
  out += ",\"tag\":";
  append_string(name_of(token.tag), out);
  out += ",\"pos\":";
  append_string(name_of(token.upos), out);
  out += ",\"head\":";
  append_number(token.head - sentence_begin, out);
  out += ",\"dep\":";
  append_string(name_of(token.deprel), out);
  out += ",\"ent\":\"";
  if (token.entity == EntityLabel::kNone) {
    out += 'O';
  } else {
    out += token.entity_begins ? "B-" : "I-";
    out += name_of(token.entity);
  }
  out += "\"}";
}

Token token_of(const nlohmann::json& object, std::uint32_t sentence_begin) {
  Token token;
  token.span = {object.at("begin").get<std::uint32_t>(), object.at("end").get<std::uint32_t>()};
  token.head = sentence_begin + object.at("head").get<std::uint32_t>();
  token.tag = tag_of(object.at("tag").get<std::string>());
  token.upos = upos_of(object.at("pos").get<std::string>());
  token.deprel = deprel_of(object.at("dep").get<std::string>());
  token.lemma = object.at("lemma").get<std::string>();
  const std::string entity = object.at("ent").get<std::string>();
  if (entity.size() > 2) token.entity = entity_label_of(std::string_view(entity).substr(2));
  token.entity_begins = entity.starts_with("B-");
  return token;
}

// Puts `word` at `begin` of the document's text; a gap of more than a space reads as a line's end.
bool place_word(std::string_view word, Span span, Document& document) {
  if (span.begin < document.text.size() || span.end - span.begin != word.size()) return false;
  const std::size_t gap = span.begin - document.text.size();
  if (gap > (std::size_t{1} << 24)) return false;
  if (!document.tokens.empty()) document.tokens.back().space_after = gap == 1;
  document.text.append(gap, gap == 1 ? ' ' : '\n');
  document.text += word;
  return true;
}

bool read_sentence(const nlohmann::json& line, Document& document) {
  const auto begin = static_cast<std::uint32_t>(document.tokens.size());
  const nlohmann::json& tokens = line.at("tokens");
  for (const nlohmann::json& object : tokens) {
    Token token = token_of(object, begin);
    if (token.head < begin || token.head >= begin + tokens.size()) return false;
    if (!place_word(object.at("text").get_ref<const std::string&>(), token.span, document)) return false;
    document.tokens.push_back(std::move(token));
  }
  document.sentences.push_back({begin, static_cast<std::uint32_t>(document.tokens.size())});
  return !tokens.empty();
}

bool read_line(std::string_view text, std::vector<Document>& documents) {
  try {
    const nlohmann::json line = nlohmann::json::parse(text);
    const auto begin = line.at("begin").get<std::size_t>();
    if (documents.empty() || begin < documents.back().text.size()) documents.emplace_back();
    return read_sentence(line, documents.back());
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

}  // namespace

void append_json_lines(const Document& document, std::string& out, std::size_t base) {
  for (const TokenRange sentence : document.sentences) {
    if (sentence.size() == 0) continue;
    out += "{\"begin\":";
    append_number(base + document.tokens[sentence.begin].span.begin, out);
    out += ",\"end\":";
    append_number(base + document.tokens[sentence.end - 1].span.end, out);
    out += ",\"tokens\":[";
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (i != sentence.begin) out += ',';
      append_token(document, i, sentence.begin, base, out);
    }
    out += "]}\n";
  }
}

Result<std::vector<Document>> parse_json_lines(std::string_view lines) {
  std::vector<Document> documents;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    if (!read_line(line, documents)) {
      return invalid_argument("line " + std::to_string(number) +
                              ": expected a sentence as `dossier parse` prints it");
    }
  }
  return documents;
}

}  // namespace dossier::ingest
