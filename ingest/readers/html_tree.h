// Small helpers over Gumbo's tree.
#pragma once

#include <gumbo.h>

#include <span>
#include <string>
#include <string_view>

namespace dossier::ingest {

inline std::span<GumboNode* const> children_of(const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return {};
  const GumboVector& vector = node->v.element.children;
  return {reinterpret_cast<GumboNode* const*>(vector.data), vector.length};
}

inline bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }

inline GumboTag tag_of(const GumboNode* node) {
  return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

/// The attribute's value; empty if it is absent.
inline std::string_view attribute_of(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

/// All text below the node, in order.
void append_text(const GumboNode* node, std::string& out);
std::string text_below(const GumboNode* node);

}  // namespace dossier::ingest
