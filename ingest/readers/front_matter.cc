#include "ingest/readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <string>

#include "ingest/readers/article_builder.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kLargest = std::size_t{64}
                                 << 10;  // YAML past this is text that happens to start with a rule
constexpr std::size_t kDeepest = 20;     // yaml-cpp recurses; front matter is a flat map

struct Key {
  std::string_view name;
  std::string Article::*field;
};
constexpr std::array<Key, 31> kKeys = {{{"title", &Article::title},
                                        {"headline", &Article::title},
                                        {"subject", &Article::title},
                                        {"name", &Article::title},
                                        {"date", &Article::date},
                                        {"published", &Article::date},
                                        {"publishdate", &Article::date},
                                        {"publisheddate", &Article::date},
                                        {"publishedat", &Article::date},
                                        {"publisheddatetime", &Article::date},
                                        {"datepublished", &Article::date},
                                        {"datepublish", &Article::date},
                                        {"pubdate", &Article::date},
                                        {"publicationdate", &Article::date},
                                        {"timestamp", &Article::date},
                                        {"publisher", &Article::publisher},
                                        {"source", &Article::publisher},
                                        {"publication", &Article::publisher},
                                        {"outlet", &Article::publisher},
                                        {"sitename", &Article::publisher},
                                        {"sourcedomain", &Article::publisher},
                                        {"sourcehostname", &Article::publisher},
                                        {"domain", &Article::publisher},
                                        {"author", &Article::author},
                                        {"authors", &Article::author},
                                        {"byline", &Article::author},
                                        {"url", &Article::url},
                                        {"link", &Article::url},
                                        {"canonicalurl", &Article::url},
                                        {"language", &Article::language},
                                        {"lang", &Article::language}}};

/// Lower case, letters only: `Publish-Date` and `publish_date` are one key.
std::string normalised(std::string_view key) {
  std::string name;
  for (const char c : key) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c + 32);
    if (c >= 'a' && c <= 'z') name += c;
  }
  return name;
}

/// The line at `at` without its end and trailing blanks.
std::string_view line_at(std::string_view text, std::size_t at) {
  std::string_view line = text.substr(at, text.find('\n', at) - at);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == text.npos ? text.size() : end + 1;
}

std::string scalar_or_list(const YAML::Node& value) {
  if (value.IsScalar()) return value.Scalar();
  std::string joined;
  if (!value.IsSequence()) return joined;
  for (const YAML::Node& item : value) {
    const YAML::Node& named = item.IsMap() ? item["name"] : item;
    if (!named.IsDefined() || !named.IsScalar()) continue;
    if (!joined.empty()) joined += ", ";
    joined += named.Scalar();
  }
  return joined;
}

bool too_deep(std::string_view yaml) {
  std::size_t depth = 0, deepest = 0, dashes = 0, most_dashes = 0;
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    if (yaml[i] == '[' || yaml[i] == '{') deepest = std::max(deepest, ++depth);
    if ((yaml[i] == ']' || yaml[i] == '}') && depth > 0) --depth;
    dashes = yaml[i] == '\n' ? 0 : dashes + (yaml[i] == '-' || yaml[i] == '?');
    most_dashes = std::max(most_dashes, dashes);
  }
  return deepest > kDeepest || most_dashes > 200;
}

void read_yaml(std::string_view yaml, Article& article) {
  if (too_deep(yaml)) {
    article.warnings.push_back("front matter ignored: nested too deep");
    return;
  }
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap()) {
      article.warnings.push_back("front matter ignored: expected a YAML map, such as `title: …`");
      return;
    }
    for (const auto& entry : root) {
      if (entry.first.IsScalar()) set_metadata(entry.first.Scalar(), scalar_or_list(entry.second), article);
    }
  } catch (const YAML::Exception& error) {
    article.warnings.push_back("front matter ignored: line " + std::to_string(error.mark.line + 2) + ": " +
                               error.msg);
  }
}

}  // namespace

bool is_metadata_key(std::string_view key) {
  const std::string name = normalised(key);
  return std::any_of(kKeys.begin(), kKeys.end(), [&name](const Key& known) { return known.name == name; });
}

void set_metadata(std::string_view key, std::string_view value, Article& article) {
  const std::string name = normalised(key);
  for (const Key& known : kKeys) {
    if (known.name != name) continue;
    if (known.field == &Article::date) {
      fill_date(article, value);
    } else if (known.field == &Article::publisher &&
               (value.starts_with("https:") || value.starts_with("http:"))) {
      fill(article.url, value);  // crawlers' `source`
    } else {
      fill(article.*known.field, value);
    }
    return;
  }
}

std::size_t read_front_matter(std::string_view text, Article& article) {
  if (line_at(text, 0) != "---") return 0;
  const std::size_t begin = next_line(text, 0);
  for (std::size_t at = begin; at < text.size() && at < kLargest; at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    if (line != "---" && line != "...") continue;
    read_yaml(text.substr(begin, at - begin), article);
    return next_line(text, at);
  }
  return 0;
}

}  // namespace dossier::ingest
