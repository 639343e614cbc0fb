#include "ingest/nlp/lemmatizer.h"

#include <algorithm>
#include <optional>

#include "ingest/nlp/characters.h"
#include "ingest/nlp/json_tensor.h"

namespace dossier::ingest::nlp {
namespace {

// Finds the line that is `word`, or begins with it and a tab, by halves; what stands after the word.
std::optional<std::string_view> find_line(std::string_view lines, std::string_view word) {
  std::size_t low = 0, high = lines.size();
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && lines[begin - 1] != '\n') --begin;
    const std::size_t end = lines.find('\n', begin);
    const std::string_view line = lines.substr(begin, std::min(end, lines.size()) - begin);
    const std::string_view key = line.substr(0, line.find('\t'));
    if (key == word) return line.substr(key.size());
    if (key < word) {
      low = begin + line.size() + 1;
    } else {
      high = begin;
    }
  }
  return std::nullopt;
}

std::string lower_name(Upos upos) { return lower_case(name_of(upos)); }

void add_once(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

}  // namespace

bool Lemmatizer::is_base_form(Upos upos, const Morphology& m) {
  if (upos == Upos::kNoun && m.number_singular) return true;
  if (upos == Upos::kVerb && m.form_finite && m.tense_present && m.number_absent) return true;
  return m.form_infinitive || m.form_none || m.degree_positive;
}

Result<Lemmatizer> Lemmatizer::load(const WeightsFile& file) {
  Lemmatizer lemmatizer;
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.lemmas", [&](const nlohmann::json& rules) {
    for (std::size_t i = 0; i < lemmatizer.tables_.size(); ++i) {
      const auto at = rules.find(lower_name(static_cast<Upos>(i)));
      if (at == rules.end()) continue;
      lemmatizer.tables_[i].present = true;
      for (const auto& ending : *at) {
        lemmatizer.tables_[i].endings.push_back(
            {ending.at(0).get<std::string>(), ending.at(1).get<std::string>()});
      }
    }
  }));
  for (std::size_t i = 0; i < lemmatizer.tables_.size(); ++i) {
    Tables& tables = lemmatizer.tables_[i];
    if (!tables.present) continue;
    const std::string name = lower_name(static_cast<Upos>(i));
    DOSSIER_ASSIGN_OR_RETURN(tables.known, file.text("lemmas.index." + name));
    DOSSIER_ASSIGN_OR_RETURN(tables.irregular, file.text("lemmas.irregular." + name));
  }
  return lemmatizer;
}

std::vector<std::string> Lemmatizer::forms(const std::string& word, const Tables& tables) const {
  std::vector<std::string> known, unknown;
  for (const Ending& ending : tables.endings) {
    if (!word.ends_with(ending.old_ending)) continue;
    std::string form = word.substr(0, word.size() - ending.old_ending.size()) + ending.new_ending;
    if (form.empty()) continue;
    const bool accepted = find_line(tables.known, form) || !is_all_alphabetic(form);
    if (accepted)
      add_once(known, std::move(form));
    else
      unknown.push_back(std::move(form));
  }
  if (const auto line = find_line(tables.irregular, word)) {
    std::string_view rest = *line;
    while (!rest.empty()) {
      rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find('\t'), rest.size());
      const std::string form(rest.substr(0, end));
      if (std::find(known.begin(), known.end(), form) == known.end()) known.insert(known.begin(), form);
      rest.remove_prefix(end);
    }
  }
  return known.empty() ? unknown : known;
}

std::string Lemmatizer::lemma(const Lexeme& word, Upos upos, const Morphology& morphology) const {
  if (upos == Upos::kSpace || is_base_form(upos, morphology)) return word.lower;
  const Tables& tables = tables_[static_cast<std::size_t>(upos)];
  if (!tables.present) return upos == Upos::kPropn ? word.text : word.lower;
  const std::vector<std::string> found = forms(word.lower, tables);
  return found.empty() ? word.text : found.front();
}

}  // namespace dossier::ingest::nlp
