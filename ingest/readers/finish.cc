#include "ingest/readers/finish.h"

#include <cld2/public/compact_lang_det.h>

#include <optional>
#include <string>

#include "dossier/ingest/reader.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10;
constexpr std::size_t kSureFrom = 120;  // bytes: below, names alone can look like another language

bool is_read(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kQuote || kind == BlockKind::kListItem ||
         kind == BlockKind::kTitle || kind == BlockKind::kHeading;
}

std::string sample_of(const Article& article) {
  std::string sample;
  for (const Block& block : article.blocks) {
    if (!is_read(block.kind)) continue;
    if (sample.size() + (block.span.end - block.span.begin) > kSample) break;
    sample.append(article.text, block.span.begin, block.span.end - block.span.begin);
    sample += '\n';
  }
  return sample;
}

struct Recognised {
  std::string code, name;
  bool sure = false;
};

std::optional<Recognised> recognise(const std::string& sample) {
  CLD2::Language three[3];
  int percent[3], text_bytes = 0;
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, three, percent, &text_bytes, &reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  return Recognised{CLD2::LanguageCode(language), CLD2::LanguageName(language), reliable};
}

void lower_case(std::string& code) {
  for (char& c : code) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// "VIETNAMESE" -> "Vietnamese".
std::string sentence_case(std::string name) {
  for (std::size_t i = 1; i < name.size(); ++i) {
    if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] + 32);
  }
  return name;
}

}  // namespace

bool is_english(const Article& article) {
  return article.language.empty() || article.language == "en" || article.language.starts_with("en-") ||
         article.language == "eng" || article.language == "english";
}

void finish_article(Article& article, std::size_t replaced_sequences) {
  lower_case(article.language);
  if (replaced_sequences > 0) {
    article.warnings.push_back(std::to_string(replaced_sequences) + " invalid byte sequences replaced by U+FFFD");
  }
  const std::string sample = sample_of(article);
  if (sample.empty()) {
    article.warnings.push_back("nothing to read: no title, heading or paragraph was found");
    return;
  }
  const std::optional<Recognised> found = recognise(sample);
  if (!found || !found->sure || sample.size() < kSureFrom) return;
  if (found->code == "en" && is_english(article) && !article.language.empty()) return;  // keeps "en-gb"
  article.language = found->code;
  lower_case(article.language);
  if (!is_english(article)) {
    article.warnings.push_back("the text is " + sentence_case(found->name) + " (" + article.language +
                               "), not English; it is not read for statements");
  }
}

}  // namespace dossier::ingest
