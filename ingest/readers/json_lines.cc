#include "ingest/readers/json_lines.h"

#include <nlohmann/json.hpp>
#include <string>

#include "dossier/status_macros.h"
#include "ingest/readers/article_builder.h"
#include "ingest/readers/dates.h"
#include "ingest/readers/finish.h"
#include "ingest/readers/front_matter.h"
#include "ingest/readers/html.h"
#include "ingest/readers/line_features.h"
#include "ingest/readers/plain_text.h"
#include "ingest/readers/text_encoding.h"

namespace dossier::ingest {
namespace {

using nlohmann::json;

/// A value as metadata: strings as they are, lists joined, objects by their name, numbers in full.
std::string as_metadata(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_object()) return value.contains("name") ? as_metadata(value["name"]) : std::string();
  std::string joined;
  if (!value.is_array()) return joined;
  for (const json& item : value) {
    const std::string one = as_metadata(item);
    if (one.empty()) continue;
    if (!joined.empty()) joined += ", ";
    joined += one;
  }
  return joined;
}

const json* find_text(const json& object) {
  for (const std::string_view wanted : {"text", "body", "content", "articlebody", "maintext"}) {
    for (const auto& [key, value] : object.items()) {
      if (lower(key) == wanted && value.is_string()) return &value;
    }
  }
  return nullptr;
}

void set_fields(const json& object, Article& article) {
  for (const auto& [key, value] : object.items()) {
    const std::string name = lower(key);
    if (name == "id" || name == "_id" || name == "guid") {
      fill(article.id, as_metadata(value));
    } else if (value.is_number() && article.date.empty() &&
               (name == "date" || name == "published" || name == "timestamp")) {
      article.date = find_epoch_date(value.get<double>()).value_or("");
    } else {
      set_metadata(key, as_metadata(value), article);
    }
  }
}

bool looks_like_html(std::string_view text) {
  const std::string_view start = trim(text.substr(0, 256));
  return start.starts_with("<") && text.find("</") != text.npos;
}

class JsonLinesReader {
 public:
  JsonLinesReader(std::string_view name, const ReadOptions& options, const ArticleSink& sink)
      : name_(name), options_(options), sink_(sink) {}

  Result<ReadReport> run(std::string_view text) {
    if (const json whole = parse_whole(text); !whole.is_discarded()) {
      std::size_t number = 0;
      if (whole.is_object()) {
        DOSSIER_RETURN_IF_ERROR(see(whole, ++number));
      } else {
        for (const json& item : whole) DOSSIER_RETURN_IF_ERROR(see(item, ++number));
      }
      return std::move(report_);
    }
    std::size_t number = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = trim(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++number;
      if (line.empty()) continue;
      DOSSIER_RETURN_IF_ERROR(see(parse(line), number));
    }
    return std::move(report_);
  }

 private:
  /// A pretty-printed file: an array, or an object whose first line is only its brace.
  static json parse_whole(std::string_view text) {
    const std::string_view start = trim(text.substr(0, text.find('\n')));
    const bool whole = trim(text).starts_with("[") || start == "{";
    return whole ? parse(text) : json(json::value_t::discarded);
  }

  static json parse(std::string_view text) {
    if (nested_too_deep(text)) return json(json::value_t::discarded);
    return json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  }

  /// The parser recurses in its destructor; no article needs more than this.
  static bool nested_too_deep(std::string_view text) {
    constexpr int kDeepest = 200;
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (in_string) {
        if (c == '\\') ++i;
        in_string = c != '"';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '[' || c == '{') {
        if (++depth > kDeepest) return true;
      } else if (c == ']' || c == '}') {
        --depth;
      }
    }
    return false;
  }

  void report(std::size_t number, std::string_view what) {
    report_.problems.push_back(std::string(name_) + ":" + std::to_string(number) + ": " + std::string(what));
  }

  Status see(const json& object, std::size_t number) {
    if (!object.is_object()) {
      report(number, "not a JSON object; expected one such as {\"text\": \"…\"}");
      return Status();
    }
    const json* text = find_text(object);
    if (text == nullptr) {
      report(number, "no text: expected a string under text, body or content");
      return Status();
    }
    if (text->get_ref<const std::string&>().size() > options_.max_article_bytes) {
      report(number,
             "the text is larger than the limit of " + std::to_string(options_.max_article_bytes) + " bytes");
      return Status();
    }
    Result<DecodedText> decoded = decode_text(text->get_ref<const std::string&>());
    if (!decoded.ok()) {
      report(number, decoded.status().message());
      return Status();
    }
    return give(object, *std::move(decoded), number);
  }

  Status give(const json& object, DecodedText decoded, std::size_t number) {
    Article known;
    set_fields(object, known);
    Article article = looks_like_html(decoded.text)
                          ? read_html(decoded.text, std::move(known))
                          : read_plain_text(std::move(decoded.text), std::move(known));
    if (article.id.empty()) article.id = std::string(name_) + "#" + std::to_string(number);
    finish_article(article, decoded.replaced);
    ++report_.articles;
    return sink_(std::move(article));
  }

  std::string_view name_;
  const ReadOptions& options_;
  const ArticleSink& sink_;
  ReadReport report_;
};

}  // namespace

Result<ReadReport> read_json_lines(std::string_view text, std::string_view name, const ReadOptions& options,
                                   const ArticleSink& sink) {
  return JsonLinesReader(name, options, sink).run(text);
}

}  // namespace dossier::ingest
