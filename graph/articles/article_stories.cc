// Near copies are one story. Being a near copy is a property of two articles' sentences; stories are the
// connected components of it, and a story's id is that of its smallest article id, so which articles came
// first, or were there for a while, changes nothing:
//
//   put A      A                          story 0: its own
//   put B ~ A  {A, B}                     both get id(min(A, B)); A's evidence moves there
//   put C ~ B  {A, B, C}                  although C may not resemble A
//   retract B  {A} {C}                    both their own again
//
// In the table `story`, behind eight bytes ff, which begin no relationship's id: 'f' feature, article; 'k'
// article -> sketch; 'm' story, article.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "dossier/status_macros.h"
#include "graph/articles/article_writer.h"

namespace dossier::graph {
namespace {

using kv::Table;

constexpr std::size_t kMaxPostings = 64;  // a run of words in more articles than these says little about more

std::vector<ArticleId> last_ids(const kv::Entries& entries) {
  std::vector<ArticleId> ids;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (key.size() >= 8) ids.push_back(ArticleId{load_u64(key.data() + key.size() - 8)});
  }
  return ids;
}

std::uint64_t story_of_id(std::string_view id) { return XXH3_64bits(id.data(), id.size()) | kComputedStory; }

}  // namespace

Status ArticleWriter::add_to_story(ArticleId article, const std::vector<Sentence>& sentences) {
  const std::optional<ArticleSketch> mine = sketch_of(sentences);
  if (!mine) return {};
  std::set<ArticleId> candidates, members{article};
  for (const std::uint64_t feature : mine->features) {
    kv::Entries postings;
    DOSSIER_RETURN_IF_ERROR(
        view().read_prefix(Table::kStory, feature_prefix(feature), {kMaxPostings, true}, postings));
    for (const ArticleId other : last_ids(postings)) candidates.insert(other);
    writer_.put(Table::kStory, feature_key(feature, article), {});
  }
  writer_.put(Table::kStory, sketch_key(article), encode_sketch(*mine));
  for (const ArticleId other : candidates) {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleSketch> theirs, sketch(other));
    if (!theirs || shared_part(*mine, *theirs) < kNearCopy) continue;
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleMeta> meta, find_meta(other));
    members.insert(other);
    if (!meta || meta->story == 0) continue;
    DOSSIER_ASSIGN_OR_RETURN(const std::vector<ArticleId> all, members_of(meta->story));
    members.insert(all.begin(), all.end());
  }
  return members.size() > 1 ? make_story(members) : Status();
}

// Called when the article's evidence is gone: what is left of its story may fall apart.
Status ArticleWriter::remove_from_story(ArticleId article, const ArticleMeta& meta) {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleSketch> mine, sketch(article));
  if (!mine) return {};
  for (const std::uint64_t feature : mine->features)
    writer_.erase(Table::kStory, feature_key(feature, article));
  writer_.erase(Table::kStory, sketch_key(article));
  if (meta.story == 0) return {};
  writer_.erase(Table::kStory, member_key(meta.story, article));
  DOSSIER_ASSIGN_OR_RETURN(const std::vector<ArticleId> left, members_of(meta.story));
  std::set<ArticleId> rest(left.begin(), left.end());
  rest.erase(article);
  while (!rest.empty()) {
    std::set<ArticleId> story{*rest.begin()};
    std::vector<ArticleId> open{*rest.begin()};
    rest.erase(rest.begin());
    while (!open.empty()) {
      const ArticleId at = open.back();
      open.pop_back();
      DOSSIER_ASSIGN_OR_RETURN(const std::vector<ArticleId> near, near_copies(at, rest));
      for (const ArticleId other : near) {
        rest.erase(other);
        story.insert(other);
        open.push_back(other);
      }
    }
    DOSSIER_RETURN_IF_ERROR(make_story(story));
  }
  return {};
}

Result<std::vector<ArticleId>> ArticleWriter::near_copies(ArticleId article,
                                                          const std::set<ArticleId>& among) const {
  std::vector<ArticleId> near;
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleSketch> mine, sketch(article));
  for (const ArticleId other : among) {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleSketch> theirs, sketch(other));
    if (mine && theirs && shared_part(*mine, *theirs) >= kNearCopy) near.push_back(other);
  }
  return near;
}

Status ArticleWriter::make_story(const std::set<ArticleId>& members) {
  std::uint64_t story = 0;
  for (const ArticleId member : members) {
    DOSSIER_ASSIGN_OR_RETURN(const std::optional<ArticleMeta> meta, find_meta(member));
    if (!meta) return corruption("an article that a story lists is missing");
    const std::uint64_t own = story_of_id(meta->summary.id);
    if (story == 0 || own < story) story = own;
  }
  if (members.size() == 1) story = 0;
  for (const ArticleId member : members) DOSSIER_RETURN_IF_ERROR(move_to_story(member, story));
  return {};
}

Status ArticleWriter::move_to_story(ArticleId article, std::uint64_t story) {
  DOSSIER_ASSIGN_OR_RETURN(std::optional<ArticleMeta> meta, find_meta(article));
  if (!meta || meta->story == story) return {};
  kv::Entries supports;
  DOSSIER_RETURN_IF_ERROR(
      view().read_prefix(Table::kSupport, id_key(raw(article)), {SIZE_MAX, true}, supports));
  for (std::size_t i = 0; i < supports.size(); ++i) {
    const std::string_view key = supports.key(i);
    if (key.size() != 24) return corruption("a key of the table support is damaged");
    const RelationshipId statement{load_u64(key.data() + 8)};
    DOSSIER_ASSIGN_OR_RETURN(std::optional<StatementTally> tally, statement_tally(statement));
    if (!tally) return corruption("evidence that an article lists is missing");
    DOSSIER_RETURN_IF_ERROR(change_story(statement, meta->story, article, -1, *tally));
    DOSSIER_RETURN_IF_ERROR(change_story(statement, story, article, 1, *tally));
    writer_.put(Table::kEvidence, id_key(raw(statement)), encode_statement_tally(*tally));
    statements_.insert(statement);
  }
  if (meta->story != 0) writer_.erase(Table::kStory, member_key(meta->story, article));
  if (story != 0) writer_.put(Table::kStory, member_key(story, article), {});
  meta->story = story;
  writer_.put(Table::kArticle, article_meta_key(article), encode_meta(*meta));
  return {};
}

Result<std::vector<ArticleId>> ArticleWriter::members_of(std::uint64_t story) const {
  kv::Entries entries;
  DOSSIER_RETURN_IF_ERROR(view().read_prefix(Table::kStory, member_prefix(story), {SIZE_MAX, true}, entries));
  return last_ids(entries);
}

Result<std::optional<ArticleSketch>> ArticleWriter::sketch(ArticleId article) const {
  DOSSIER_ASSIGN_OR_RETURN(const std::optional<std::string> bytes,
                           view().get(Table::kStory, sketch_key(article)));
  if (!bytes) return std::optional<ArticleSketch>();
  DOSSIER_ASSIGN_OR_RETURN(ArticleSketch found, decode_sketch(*bytes));
  return std::optional<ArticleSketch>(std::move(found));
}

}  // namespace dossier::graph
