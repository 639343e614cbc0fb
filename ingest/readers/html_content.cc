// Two passes. The first finds the container: each paragraph gives its parent a score, and half of it to the grandparent,
// one point and one for each comma and each hundred bytes, lowered by the share of its text that is links; <article>,
// <main> and articleBody weigh more, elements named like furniture less. The best container's tree is then walked in
// order and cut into blocks. Elements that HTML itself marks as furniture (nav, footer, aside, form, button) never count;
// a table counts where it only lays the page out (Readability's question too).
// Class and id names are hints for choosing the container and for captions and bylines; sites agree on few, and those are
// Readability's. Tests: tests/ingest/readers/html_test.cc.

#include "ingest/readers/html_content.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "ingest/readers/html_tree.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kProseBytes = 80;  // of text directly in an element: below, it is a label
constexpr std::size_t kCellBytes = 200;  // of text in a table's cell: below, it is a datum
constexpr double kLinkDensity = 0.5;     // of a block: above, it is a list of links

enum class Role : std::uint8_t {
  kSkip,
  kInline,
  kBlock,
  kParagraph,
  kHeading,
  kTitle,
  kListItem,
  kQuote,
  kCaption,
  kByline,
  kTime
};

bool matches(std::string_view text, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

const RE2& furniture_names() {
  static const RE2 pattern(
      R"((?i)(?:^|[\s_-])(?:ad|ads|advert\w*|banner|breadcrumbs?|combx|comments?|community|cookies?|disqus|footer|gdpr|legends|menu|nav|navbar|navigation|newsletter|outbrain|pager|popup|promos?|recirc\w*|related\w*|recommend\w*|remark|replies|rss|share|sharing|shar\w*bar|sharedaddy|shoutbox|sidebar|skyscraper|social|sponsor\w*|subscribe|subscription|supplemental|taboola|tags|toolbar|trending|widget|yom-remote)(?:$|[\s_-]))",
      RE2::Quiet);
  return pattern;
}

const RE2& caption_names() {
  static const RE2 pattern(
      R"((?i)(?:^|[\s_-])(?:captions?|figcaption|credits?|photo-credit|image-credit|copyright)(?:$|[\s_-]))",
      RE2::Quiet);
  return pattern;
}

const RE2& byline_names() {
  static const RE2 pattern(
      R"((?i)(?:^|[\s_-])(?:byline|author|authors|dateline|writtenby|p-author|contributors?)(?:$|[\s_-]))",
      RE2::Quiet);
  return pattern;
}

std::string names_of(const GumboNode* node) {
  std::string names(attribute_of(node, "class"));
  names += ' ';
  names += attribute_of(node, "id");
  return names;
}

bool is_hidden(const GumboNode* node) {
  const std::string_view style = attribute_of(node, "style");
  return gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr ||
         attribute_of(node, "aria-hidden") == "true" || style.find("display:none") != style.npos ||
         style.find("display: none") != style.npos;
}

Role role_of_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_LABEL:
      return Role::kSkip;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
      return Role::kParagraph;
    case GUMBO_TAG_H1:
      return Role::kTitle;
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return Role::kHeading;
    case GUMBO_TAG_LI:
      return Role::kListItem;
    case GUMBO_TAG_BLOCKQUOTE:
      return Role::kQuote;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
      return Role::kCaption;
    case GUMBO_TAG_TIME:
      return Role::kTime;
    case GUMBO_TAG_ADDRESS:
      return Role::kByline;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
      return Role::kBlock;
    default:
      return Role::kInline;
  }
}

bool holds_prose(const GumboNode* cell) {
  std::size_t bytes = 0;
  std::vector<const GumboNode*> open = {cell};
  while (!open.empty() && bytes < kCellBytes) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_TEXT) bytes += std::string_view(node->v.text.text).size();
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return bytes >= kCellBytes;
}

/// A table of data: it names its columns, or no cell holds more than a datum.
bool is_data_table(const GumboNode* table) {
  bool has_prose = false;
  std::vector<const GumboNode*> open = {table};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_THEAD) return true;
    has_prose = has_prose || (tag == GUMBO_TAG_TD && holds_prose(node));
    for (const GumboNode* child : children_of(node)) {
      if (is_element(child) && tag_of(child) != GUMBO_TAG_TABLE) open.push_back(child);
    }
  }
  return !has_prose;
}

Role role_of(const GumboNode* node) {
  if (!is_element(node)) return Role::kSkip;
  const Role role = role_of_tag(tag_of(node));
  if (role == Role::kSkip || is_hidden(node)) return Role::kSkip;
  if (tag_of(node) == GUMBO_TAG_TABLE && is_data_table(node)) return Role::kSkip;
  if (role == Role::kTitle || role == Role::kHeading || role == Role::kTime) return role;
  const std::string names = names_of(node);
  if (names.size() <= 1) return role;
  if (matches(names, caption_names()) && role != Role::kListItem) return Role::kCaption;
  if (matches(names, byline_names()) || attribute_of(node, "rel") == "author") return Role::kByline;
  const bool outermost = tag_of(node) == GUMBO_TAG_BODY || tag_of(node) == GUMBO_TAG_HTML ||
                         tag_of(node) == GUMBO_TAG_ARTICLE || tag_of(node) == GUMBO_TAG_MAIN;
  if (!outermost && role != Role::kInline && matches(names, furniture_names())) return Role::kSkip;
  return role;
}

struct Amount {
  std::size_t bytes = 0, linked = 0, commas = 0;
};

/// Text below a node, furniture left out. Iterative: pages nest deep.
Amount amount_below(const GumboNode* node) {
  Amount amount;
  std::vector<std::pair<const GumboNode*, bool>> open = {{node, false}};
  while (!open.empty()) {
    const auto [next, in_link] = open.back();
    open.pop_back();
    if (next->type == GUMBO_NODE_TEXT) {
      const std::string_view text = next->v.text.text;
      amount.bytes += text.size();
      amount.linked += in_link ? text.size() : 0;
      amount.commas += static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
    }
    const bool link = in_link || tag_of(next) == GUMBO_TAG_A;
    for (const GumboNode* child : children_of(next)) open.emplace_back(child, link);
  }
  return amount;
}

class ContainerFinder {
 public:
  const GumboNode* run(const GumboNode* root) {
    score_paragraphs(root);
    const GumboNode* best = nullptr;
    double best_score = 0;
    for (const auto& [node, score] : scores_) {
      const double weighted = score * weight_of(node);
      const bool earlier = best == nullptr || order_[node] < order_[best];
      if (weighted > best_score || (weighted == best_score && earlier)) {
        best = node;
        best_score = weighted;
      }
    }
    return best == nullptr ? root : widened(best);
  }

 private:
  void score_paragraphs(const GumboNode* root) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      const Role role = node == root ? Role::kBlock : role_of(node);
      if (role == Role::kSkip) continue;
      order_.emplace(node, order_.size());
      if (role == Role::kParagraph || (role == Role::kBlock && has_own_text(node))) give(node);
      for (const GumboNode* child : children_of(node)) {
        if (is_element(child)) open.push_back(child);
      }
    }
  }

  /// Text directly in a <div> or <td>, parted by <br>, as older sites set paragraphs.
  static bool has_own_text(const GumboNode* node) {
    std::size_t bytes = 0;
    for (const GumboNode* child : children_of(node)) {
      if (child->type == GUMBO_NODE_TEXT) bytes += trim(child->v.text.text).size();
    }
    return bytes >= kProseBytes;
  }

  void give(const GumboNode* paragraph) {
    const Amount amount = amount_below(paragraph);
    if (amount.bytes < 25) return;
    const double density = static_cast<double>(amount.linked) / static_cast<double>(amount.bytes);
    const double score =
        (1.0 + static_cast<double>(amount.commas) + std::min(amount.bytes / 100.0, 3.0)) * (1 - density);
    const bool own = tag_of(paragraph) != GUMBO_TAG_P;
    const GumboNode* parent = own ? paragraph : paragraph->parent;
    for (double share = 1.0; parent != nullptr && share > 0.1; share /= 2, parent = parent->parent) {
      if (is_element(parent)) scores_[parent] += score * share;
    }
  }

  static double weight_of(const GumboNode* node) {
    if (attribute_of(node, "itemprop") == "articleBody") return 1.6;
    switch (tag_of(node)) {
      case GUMBO_TAG_ARTICLE:
        return 1.5;
      case GUMBO_TAG_MAIN:
        return 1.2;
      case GUMBO_TAG_BODY:
        return 0.7;
      default:
        return 1.0;
    }
  }

  /// The <article> around the best container, which has the headline and the standfirst too.
  static const GumboNode* widened(const GumboNode* best) {
    for (const GumboNode* above = best; above != nullptr; above = above->parent) {
      if (tag_of(above) == GUMBO_TAG_ARTICLE) return above;
    }
    return best;
  }

  std::unordered_map<const GumboNode*, double> scores_;
  std::unordered_map<const GumboNode*, std::size_t> order_;
};

class BlockWalker {
 public:
  explicit BlockWalker(ArticleBuilder& builder) : builder_(builder) {}

  void run(const GumboNode* container) {
    visit_children(container, BlockKind::kParagraph);
    flush(BlockKind::kParagraph);
  }

 private:
  void visit(const GumboNode* node, BlockKind kind) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      text_ += node->v.text.text;
      linked_ += in_link_ > 0 ? trim(node->v.text.text).size() : 0;
      return;
    }
    const Role role = role_of(node);
    if (role == Role::kSkip) return;
    if (role == Role::kInline) {
      in_link_ += tag_of(node) == GUMBO_TAG_A;
      visit_children(node, kind);
      in_link_ -= tag_of(node) == GUMBO_TAG_A;
    } else if (role == Role::kTime && !trim(text_).empty()) {
      visit_children(node, kind);  // a date within a sentence
    } else {
      flush(kind);
      const BlockKind inner = kind_of(role, kind);
      visit_children(node, inner);
      flush(inner);
    }
  }

  void visit_children(const GumboNode* node, BlockKind kind) {
    for (const GumboNode* child : children_of(node)) visit(child, kind);
  }

  /// Captions, bylines and quotations hand their kind down; a paragraph in a list item is the item.
  static BlockKind kind_of(Role role, BlockKind outer) {
    if (outer == BlockKind::kCaption || outer == BlockKind::kByline) return outer;
    switch (role) {
      case Role::kTitle:
        return BlockKind::kTitle;
      case Role::kHeading:
        return BlockKind::kHeading;
      case Role::kListItem:
        return BlockKind::kListItem;
      case Role::kQuote:
        return BlockKind::kQuote;
      case Role::kCaption:
        return BlockKind::kCaption;
      case Role::kByline:
        return BlockKind::kByline;
      case Role::kTime:
        return BlockKind::kDateline;
      case Role::kParagraph:
        return outer;
      default:
        return outer;
    }
  }

  void flush(BlockKind kind) {
    const std::string_view text = trim(text_);
    const bool links =
        !text.empty() && static_cast<double>(linked_) > kLinkDensity * static_cast<double>(text.size());
    const bool kept =
        !links || kind == BlockKind::kTitle || kind == BlockKind::kByline || features_of(text).words > 40;
    if (kept && !(kind == BlockKind::kTitle && has_title_)) {
      builder_.add_block(kind, text);
      has_title_ = has_title_ || (kind == BlockKind::kTitle && !text.empty());
    }
    text_.clear();
    linked_ = 0;
  }

  ArticleBuilder& builder_;
  std::string text_;
  std::size_t linked_ = 0;
  int in_link_ = 0;
  bool has_title_ = false;
};

}  // namespace

void append_text(const GumboNode* node, std::string& out) {
  std::vector<const GumboNode*> open = {node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (next->type == GUMBO_NODE_TEXT || next->type == GUMBO_NODE_WHITESPACE ||
        next->type == GUMBO_NODE_CDATA) {
      out += next->v.text.text;
    }
    const auto children = children_of(next);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

std::string text_below(const GumboNode* node) {
  std::string text;
  append_text(node, text);
  return text;
}

void append_html_blocks(const GumboNode* root, ArticleBuilder& builder) {
  BlockWalker(builder).run(ContainerFinder().run(root));
}

}  // namespace dossier::ingest
