#include "ingest/readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ingest/readers/article_builder.h"
#include "ingest/readers/html_tree.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

using nlohmann::json;

constexpr std::size_t kLargestJson = std::size_t{1} << 20;
constexpr int kDeepest = 64;

/// What a page declares, by how far it is to be trusted: a field takes the first that gives it.
struct Declared {
  std::vector<json> linked_data;
  std::vector<std::pair<std::string, std::string>>
      properties;  // meta name or property, lower case -> content
  std::string title_element, canonical, language, time;
};

void collect_meta(const GumboNode* node, Declared& declared) {
  for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = attribute_of(node, kind);
    if (!name.empty()) declared.properties.emplace_back(lower(name), attribute_of(node, "content"));
  }
}

void collect_script(const GumboNode* node, Declared& declared) {
  if (attribute_of(node, "type") != "application/ld+json") return;
  const std::string source = text_below(node);
  const auto depth = std::count_if(source.begin(), source.end(), [](char c) { return c == '[' || c == '{'; });
  if (source.size() > kLargestJson || depth > 20'000) return;
  int open = 0, deepest = 0;
  for (const char c : source) {
    open += (c == '[' || c == '{') - (c == ']' || c == '}');
    deepest = std::max(deepest, open);
  }
  if (deepest > kDeepest * 4) return;
  json data = json::parse(source, nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/true);
  if (!data.is_discarded()) declared.linked_data.push_back(std::move(data));
}

void collect_element(const GumboNode* node, Declared& declared) {
  switch (tag_of(node)) {
    case GUMBO_TAG_META:
      collect_meta(node, declared);
      break;
    case GUMBO_TAG_SCRIPT:
      collect_script(node, declared);
      break;
    case GUMBO_TAG_TITLE:
      if (declared.title_element.empty()) declared.title_element = text_below(node);
      break;
    case GUMBO_TAG_HTML:
      declared.language = std::string(attribute_of(node, "lang"));
      break;
    case GUMBO_TAG_LINK:
      if (lower(attribute_of(node, "rel")) == "canonical")
        declared.canonical = std::string(attribute_of(node, "href"));
      break;
    case GUMBO_TAG_TIME:
      if (declared.time.empty()) declared.time = std::string(attribute_of(node, "datetime"));
      break;
    default:
      break;
  }
}

Declared collect(const GumboNode* root) {
  Declared declared;
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    collect_element(node, declared);
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return declared;
}

bool is_article_type(const json& type) {
  if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article_type);
  if (!type.is_string()) return false;
  const std::string& name = type.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report";
}

/// The first object of an article type, wherever lists and @graph hold it.
const json* find_article(const json& data, int depth = 0) {
  if (depth > kDeepest) return nullptr;
  if (data.is_object()) {
    if (data.contains("@type") && is_article_type(data["@type"])) return &data;
    return data.contains("@graph") ? find_article(data["@graph"], depth + 1) : nullptr;
  }
  if (!data.is_array()) return nullptr;
  for (const json& item : data) {
    if (const json* found = find_article(item, depth + 1)) return found;
  }
  return nullptr;
}

std::string name_in(const json& object, const char* key, int depth = 0) {
  if (depth > kDeepest || !object.is_object() || !object.contains(key)) return {};
  const json& value = object[key];
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return name_in(value, value.contains("name") ? "name" : "@id", depth + 1);
  std::string joined;
  if (!value.is_array()) return joined;
  for (const json& item : value) {
    const std::string one = item.is_string() ? item.get<std::string>() : name_in(item, "name", depth + 1);
    if (one.empty()) continue;
    if (!joined.empty()) joined += ", ";
    joined += one;
  }
  return joined;
}

void fill_from_linked_data(const Declared& declared, Article& article) {
  for (const json& data : declared.linked_data) {
    const json* found = find_article(data);
    if (found == nullptr) continue;
    fill(article.title, name_in(*found, "headline"));
    fill_date(article, name_in(*found, "datePublished"));
    fill(article.publisher, name_in(*found, "publisher"));
    fill(article.author, name_in(*found, "author"));
    fill(article.url, name_in(*found, "url"));
    fill(article.url, name_in(*found, "mainEntityOfPage"));
    fill(article.language, name_in(*found, "inLanguage"));
    return;
  }
}

struct Property {
  std::string_view name;
  std::string Article::*field;
};
constexpr std::array<Property, 24> kProperties = {{{"og:title", &Article::title},
                                                   {"twitter:title", &Article::title},
                                                   {"dc.title", &Article::title},
                                                   {"headline", &Article::title},
                                                   {"article:published_time", &Article::date},
                                                   {"og:published_time", &Article::date},
                                                   {"datepublished", &Article::date},
                                                   {"pubdate", &Article::date},
                                                   {"publish-date", &Article::date},
                                                   {"parsely-pub-date", &Article::date},
                                                   {"sailthru.date", &Article::date},
                                                   {"dc.date", &Article::date},
                                                   {"dcterms.created", &Article::date},
                                                   {"date", &Article::date},
                                                   {"og:site_name", &Article::publisher},
                                                   {"dc.publisher", &Article::publisher},
                                                   {"publisher", &Article::publisher},
                                                   {"author", &Article::author},
                                                   {"article:author", &Article::author},
                                                   {"parsely-author", &Article::author},
                                                   {"dc.creator", &Article::author},
                                                   {"og:url", &Article::url},
                                                   {"content-language", &Article::language},
                                                   {"og:locale", &Article::language}}};

void fill_from_properties(const Declared& declared, Article& article) {
  for (const Property& wanted : kProperties) {
    for (const auto& [name, content] : declared.properties) {
      if (name != wanted.name || content.empty()) continue;
      if (wanted.field == &Article::date) {
        fill_date(article, content);
      } else if (wanted.field != &Article::author || !content.starts_with("http")) {
        fill(article.*wanted.field, content);
      }
    }
  }
}

/// "Headline | The Daily" -> "Headline", where the site's name is known.
std::string without_site(std::string_view title, std::string_view site) {
  title = trim(title);
  if (site.empty() || title.size() <= site.size() || !title.ends_with(site)) return std::string(title);
  std::string_view rest = title.substr(0, title.size() - site.size());
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '|' || rest.back() == '-'))
    rest.remove_suffix(1);
  for (const std::string_view dash : {"–", "—", "·", "»"}) {
    if (rest.ends_with(dash)) rest = trim(rest.substr(0, rest.size() - dash.size()));
  }
  return rest.size() + site.size() == title.size() ? std::string(title) : std::string(rest);
}

}  // namespace

void read_html_metadata(const GumboNode* root, Article& article) {
  const Declared declared = collect(root);
  fill_from_linked_data(declared, article);
  fill(article.url, declared.canonical);
  fill_from_properties(declared, article);
  fill(article.title, without_site(declared.title_element, article.publisher));
  fill(article.language, declared.language);
  fill_date(article, declared.time);
}

}  // namespace dossier::ingest
