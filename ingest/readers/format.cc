#include "ingest/readers/format.h"

#include <array>
#include <string>
#include <utility>

#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 12> kExtensions = {
    {{".txt", Format::kPlainText},
     {".text", Format::kPlainText},
     {".md", Format::kMarkdown},
     {".markdown", Format::kMarkdown},
     {".mdown", Format::kMarkdown},
     {".html", Format::kHtml},
     {".htm", Format::kHtml},
     {".xhtml", Format::kHtml},
     {".jsonl", Format::kJsonLines},
     {".ndjson", Format::kJsonLines},
     {".jl", Format::kJsonLines},
     {".json", Format::kJsonLines}}};

}  // namespace

std::string_view without_compression(std::string_view name) {
  const std::string lowered = lower(name);
  for (const std::string_view extension : {".gz", ".zst", ".zstd"}) {
    if (lowered.ends_with(extension)) return name.substr(0, name.size() - extension.size());
  }
  return name;
}

Format format_of_name(std::string_view name) {
  const std::string lowered = lower(without_compression(name));
  for (const auto& [extension, format] : kExtensions) {
    if (lowered.ends_with(extension)) return format;
  }
  return Format::kDetect;
}

Format format_of_content(std::string_view text) {
  const std::string start = lower(trim(text.substr(0, 1024)));
  for (const std::string_view mark :
       {"<!doctype html", "<html", "<head", "<body", "<article", "<?xml", "<div", "<p>", "<h1"}) {
    if (start.starts_with(mark)) return Format::kHtml;
  }
  if (start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{\n"))
    return Format::kJsonLines;
  if (start.starts_with("---\n") && start.find("\n---") != start.npos) return Format::kMarkdown;
  if (start.starts_with("# ")) return Format::kMarkdown;
  return Format::kPlainText;
}

}  // namespace dossier::ingest
