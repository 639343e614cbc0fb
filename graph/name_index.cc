// Key: form, 00, node u64, kind byte (0 name, 1 alias). Value: of a name, the name as written; of an alias nothing.
// One key a node, not one list a form: a name that many nodes share would make every write as long as the list.
//
// A form longer than kMaxForm bytes is cut there and continued by 01 and its 64-bit hash, so that keys stay short.
// Names have no byte 00 or 01: normalisation makes control characters spaces (checked here for a form that is
// nothing but such characters).
#include "graph/name_index.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <map>

#include "dossier/status_macros.h"
#include "graph/key_codec.h"
#include "graph/names.h"

namespace dossier::graph {
namespace {

constexpr std::size_t kMaxForm = 200;

std::string form_prefix(std::string_view form) {
  std::string prefix(form.substr(0, kMaxForm));
  std::replace_if(
      prefix.begin(), prefix.end(), [](char c) { return c == '\0' || c == '\1'; }, '\2');
  if (form.size() > kMaxForm) {
    prefix.push_back('\1');
    append_u64(prefix, XXH3_64bits(form.data(), form.size()));
  }
  prefix.push_back('\0');
  return prefix;
}

void add(std::string_view form, NodeId node, NameKind kind, std::string_view written,
         std::map<std::string, std::string>& entries) {
  std::string key = form_prefix(form);
  append_u64(key, raw(node));
  key.push_back(static_cast<char>(kind));
  entries.emplace(std::move(key), kind == NameKind::kName ? std::string(written) : std::string());
}

void add_forms(std::string_view written, NodeId node, NameKind kind, bool titled,
               std::map<std::string, std::string>& entries) {
  const std::string form = normalise_name(written);
  add(form, node, kind, written, entries);
  if (!titled) return;
  const std::string_view untitled = without_titles(form);
  if (untitled.size() < form.size()) add(untitled, node, kind, written, entries);
}

}  // namespace

NameEntries name_entries(NodeId node, const Value& name, const Value& aliases, bool titled) {
  std::map<std::string, std::string> entries;
  if (name.is_string()) add_forms(name.as_string(), node, NameKind::kName, titled, entries);
  if (aliases.is_list()) {
    for (const Value& alias : aliases.as_list()) {
      if (alias.is_string()) add_forms(alias.as_string(), node, NameKind::kAlias, titled, entries);
    }
  }
  return {entries.begin(), entries.end()};
}

Status append_name_hits(const View& view, std::string_view form, std::vector<NameHit>& hits) {
  const std::string prefix = form_prefix(form);
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read_prefix(kv::Table::kName, prefix, {SIZE_MAX, true}, entries));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (key.size() != prefix.size() + 9 || key.back() < 0 || key.back() > 1) {
      return corruption("a key of the name table is damaged");
    }
    const NodeId node{load_u64(key.data() + prefix.size())};
    if (!hits.empty() && hits.back().node == node) continue;  // its name; the alias is the same
    hits.push_back({node, static_cast<NameKind>(key.back())});
  }
  return {};
}

Result<std::vector<NodeId>> find_exact_name(const View& view, std::string_view name) {
  const std::string prefix = form_prefix(normalise_name(name));
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view.read_prefix(kv::Table::kName, prefix, {}, entries));
  std::vector<NodeId> nodes;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (key.size() != prefix.size() + 9) return corruption("a key of the name table is damaged");
    if (key.back() == static_cast<char>(NameKind::kName) && entries.value(i) == name) {
      nodes.push_back(NodeId{load_u64(key.data() + prefix.size())});
    }
  }
  return nodes;
}

}  // namespace dossier::graph
