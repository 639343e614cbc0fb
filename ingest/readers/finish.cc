#include "ingest/readers/finish.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dossier/ingest/reader.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kSample = std::size_t{64} << 10;
// Names alone can look like another language: of 15,000 English sentences below kSureFrom bytes, two did by these limits.
constexpr std::size_t kSureFrom = 120, kPossibleFrom = 30;  // bytes
constexpr int kLeastPercent = 97;                           // of a short text, in one language
constexpr double kLeastScore = 700;                         // of it, for a kilobyte
constexpr int kEnglishFrom =
    30;  // per cent: English with foreign names and words in it, which CLD2 names before English

bool is_read(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kQuote || kind == BlockKind::kListItem ||
         kind == BlockKind::kTitle || kind == BlockKind::kHeading;
}

void append_block(const Article& article, const Block& block, std::string& sample) {
  if (sample.size() + (block.span.end - block.span.begin) > kSample) return;
  sample.append(article.text, block.span.begin, block.span.end - block.span.begin);
  sample += '\n';
}

struct Recognised {
  std::string code, name;
  bool sure = false;
};

// Whether hardly a byte is of the letters that English is written in.
bool is_other_script(const std::string& sample) {
  const auto letters = std::count_if(sample.begin(), sample.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  const auto others = std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
  return others > 10 * letters;
}

bool has_english(const CLD2::Language (&languages)[3], const int (&percent)[3]) {
  for (int i = 0; i < 3; ++i) {
    if (languages[i] == CLD2::ENGLISH && percent[i] >= kEnglishFrom) return true;
  }
  return false;
}

std::optional<Recognised> recognise(const std::string& sample) {
  CLD2::Language three[3];
  int percent[3], text_bytes = 0;
  double score[3];
  bool reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, /*hints=*/nullptr, 0, three,
      percent, score, nullptr, &text_bytes, &reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  if (language != CLD2::ENGLISH && has_english(three, percent)) reliable = false;
  const bool sure = sample.size() >= kSureFrom || is_other_script(sample) ||
                    (sample.size() >= kPossibleFrom && language == three[0] && percent[0] >= kLeastPercent &&
                     score[0] >= kLeastScore);
  return Recognised{CLD2::LanguageCode(language), CLD2::LanguageName(language), reliable && sure};
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

/// Blocks by what they are in: those surely in another language than English apart from the rest.
struct Languages {
  std::string all, rest;
  std::vector<std::size_t> foreign;
  std::set<std::string> names;
};

Languages languages_of(const Article& article) {
  Languages found;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (!is_read(block.kind)) continue;
    append_block(article, block, found.all);
    std::string text;
    append_block(article, block, text);
    const std::optional<Recognised> language = recognise(text);
    if (language && language->sure && language->code != "en") {
      found.foreign.push_back(i);
      found.names.insert(sentence_case(language->name));
    } else {
      append_block(article, block, found.rest);
    }
  }
  return found;
}

/// An English article keeps them, but they are not read.
void set_aside(const Languages& languages, Article& article) {
  if (languages.foreign.empty()) return;
  for (const std::size_t i : languages.foreign) article.blocks[i].kind = BlockKind::kJunk;
  std::string names;
  for (const std::string& name : languages.names) names += (names.empty() ? "" : ", ") + name;
  const std::size_t count = languages.foreign.size();
  article.warnings.push_back(std::to_string(count) + (count == 1 ? " paragraph is" : " paragraphs are") +
                             " not English (" + names + "): not read for statements");
}

}  // namespace

bool is_english(const Article& article) {
  return article.language.empty() || article.language == "en" || article.language.starts_with("en-") ||
         article.language == "eng" || article.language == "english";
}

void finish_article(Article& article, std::size_t replaced_sequences) {
  lower_case(article.language);
  if (replaced_sequences > 0) {
    article.warnings.push_back(std::to_string(replaced_sequences) +
                               " invalid byte sequences replaced by U+FFFD");
  }
  const Languages languages = languages_of(article);
  if (languages.all.empty()) {
    article.warnings.push_back("nothing to read: no title, heading or paragraph was found");
    return;
  }
  const std::optional<Recognised> found = recognise(languages.all), rest = recognise(languages.rest);
  const bool mostly_other = found && found->sure && found->code != "en";
  if (!mostly_other || (rest && rest->sure && rest->code == "en")) {
    set_aside(languages, article);
    const bool keeps = is_english(article) && !article.language.empty();  // "en-gb"
    if (found && found->sure && !keeps) article.language = "en";
    return;
  }
  article.language = found->code;
  lower_case(article.language);
  article.warnings.push_back("the text is " + sentence_case(found->name) + " (" + article.language +
                             "), not English; it is not read for statements");
}

}  // namespace dossier::ingest
