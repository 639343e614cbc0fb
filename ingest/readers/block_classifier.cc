// A news page copied to text is a head (title, byline, publisher, date, picture with caption), a body, and a tail (credits,
// share buttons). The body begins at the first block that reads as prose: it ends a sentence and is no caption. Short
// blocks without sentence punctuation are the title when they come first, bylines or names in the head, headings between
// paragraphs, and leftovers in the tail. The shapes of single blocks are in line_features; here is what their place says.
//
// The rules follow jusText (Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora", 2011) in classing
// blocks first alone and then by their neighbours; link density is the HTML reader's.
// Tests: tests/ingest/readers/block_classifier_test.cc.

#include "ingest/readers/block_classifier.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "ingest/readers/dates.h"
#include "ingest/readers/line_features.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t kTitleWords = 40;
constexpr std::size_t kHeadingWords = 14;
constexpr std::size_t kNameWords = 6;
constexpr std::size_t kLeftoverWords = 4;
constexpr std::size_t kShoutWords = 3;
constexpr std::size_t kLongWord = 5;                     // bytes: names, and words that mean something
constexpr std::size_t kTailBlocks = 4, kTailWords = 40;  // of notes after the article's end
constexpr std::size_t kFirstParagraphs = 6;              // a dateline stands in one of them
constexpr std::size_t kLargestBlock = std::size_t{32} << 10;

class Classifier {
 public:
  explicit Classifier(Article& article) : article_(article) {}

  void run() {
    join_broken_paragraphs();
    measure();
    mark_shapes();
    mark_head();
    mark_between();
    mark_tail();
    mark_notes();
    split_datelines();
    cut_large_blocks();
  }

 private:
  struct Seen {
    LineFeatures features;
    bool open = false;   // kind still to be decided
    bool prose = false;  // reads as a paragraph whatever its place
    bool repeated = false;
  };

  std::string_view text_of(const Block& block) const {
    return std::string_view(article_.text).substr(block.span.begin, block.span.end - block.span.begin);
  }
  std::string_view text_of(std::size_t i) const { return text_of(article_.blocks[i]); }
  std::size_t count() const { return article_.blocks.size(); }

  void decide(std::size_t i, BlockKind kind) {
    article_.blocks[i].kind = kind;
    seen_[i].open = false;
  }

  /// A paragraph of some sentences that stops within one, and a next that goes on with it: one paragraph.
  void join_broken_paragraphs() {
    std::vector<Block> joined;
    for (const Block& block : article_.blocks) {
      if (!joined.empty() && continues(joined.back(), block)) {
        std::fill(article_.text.begin() + joined.back().span.end, article_.text.begin() + block.span.begin,
                  ' ');
        joined.back().span.end = block.span.end;
      } else {
        joined.push_back(block);
      }
    }
    article_.blocks = std::move(joined);
  }

  bool continues(const Block& first, const Block& second) const {
    if (first.kind != BlockKind::kParagraph || second.kind != BlockKind::kParagraph) return false;
    const std::string_view text = text_of(first), next = text_of(second);
    if (text.size() > kLargestBlock) return false;
    const LineFeatures before = features_of(text);
    const char last = text.back();
    const bool breaks_off = std::isalpha(static_cast<unsigned char>(last)) != 0 || last == ',';
    if (!before.has_inner_end || before.ends_sentence || !breaks_off || has_credit(text)) return false;
    if (ends_in_attribution(text)) return false;
    const LineFeatures after = features_of(next);
    return after.ends_sentence && after.words > kLeftoverWords && !has_credit(next) &&
           list_mark_length(next) == 0;
  }

  /// `… a long game." – Matthew Ingram`: what follows the last sentence is who said it.
  static bool ends_in_attribution(std::string_view text) {
    const std::size_t end = text.find_last_of(".!?\"");
    const std::string_view rest = end == text.npos ? text : text.substr(end);
    return rest.find(" - ") != rest.npos || rest.find("–") != rest.npos || rest.find("—") != rest.npos;
  }

  void measure() {
    seen_.resize(count());
    std::unordered_map<std::string_view, std::size_t> occurrences;
    for (std::size_t i = 0; i < count(); ++i) {
      seen_[i].features = features_of(text_of(i));
      seen_[i].open = article_.blocks[i].kind == BlockKind::kParagraph;
      if (text_of(i).size() < 200) ++occurrences[text_of(i)];
    }
    for (std::size_t i = 0; i < count(); ++i) {
      const auto found = occurrences.find(text_of(i));
      seen_[i].repeated = found != occurrences.end() && found->second > 1;
    }
  }

  void mark_shapes() {
    for (std::size_t i = 0; i < count(); ++i) {
      if (!seen_[i].open) continue;
      const std::string_view text = text_of(i);
      const LineFeatures& features = seen_[i].features;
      if (is_debris(text)) {
        decide(i, BlockKind::kJunk);
      } else if (const auto day = find_date(text)) {
        decide(i, BlockKind::kDateline);
        if (article_.date.empty()) article_.date = *day;
      } else if (has_credit(text)) {
        decide(i, BlockKind::kCaption);
      } else if (is_byline(text)) {
        decide(i, BlockKind::kByline);
        fill_author(byline_names(text));
      } else if (is_pull_quote(text)) {
        decide(i, BlockKind::kQuote);
      } else if (list_mark_length(text) > 0 && features.words > 1) {
        article_.blocks[i].span.begin += static_cast<std::uint32_t>(list_mark_length(text));
        decide(i, BlockKind::kListItem);
      } else {
        const std::size_t least = text.ends_with(':') ? kLeftoverWords : 2;
        seen_[i].prose = (features.ends_sentence || features.has_inner_end) && features.words >= least;
      }
    }
  }

  std::size_t body_begin() const {
    for (std::size_t i = 0; i < count(); ++i) {
      if (seen_[i].open && seen_[i].prose && reads_on(i)) return i;
    }
    return count();
  }

  /// A standfirst reads as prose but stands in the head: what follows it are still names, dates and captions.
  bool reads_on(std::size_t i) const {
    for (std::size_t next = i + 1; next < count(); ++next) {
      if (article_.blocks[next].kind == BlockKind::kJunk) continue;
      return !seen_[next].open || seen_[next].prose || seen_[next].features.words > kNameWords || next > 6;
    }
    return true;
  }

  void mark_head() {
    const std::size_t body = body_begin();
    const std::size_t title = has_title_block() ? count() : find_title(body);
    bool has_title = has_title_block();
    bool first = true;  // of the blocks that may be the title
    for (std::size_t i = 0; i < body; ++i) {
      if (!seen_[i].open) continue;
      const LineFeatures& features = seen_[i].features;
      const bool sentence = seen_[i].prose && !(first && text_of(i).ends_with('?'));
      if (sentence) {
        first = false;
        continue;
      }
      if (i == title) {
        has_title = true;
        decide(i, BlockKind::kTitle);
      } else if (const auto day = find_date_within(text_of(i)); day && features.words <= kHeadingWords) {
        decide(i, BlockKind::kDateline);
        if (article_.date.empty()) article_.date = *day;
      } else if (features.words <= kNameWords && features.capitalised > 0) {
        mark_name(i);
      } else {
        decide(i, features.words <= kLeftoverWords ? BlockKind::kJunk : BlockKind::kHeading);
      }
      first = first && !has_title && features.words < 3;
    }
    if (article_.title.empty() && has_title) article_.title = std::string(text_of(*title_block()));
  }

  std::vector<Block>::const_iterator title_block() const {
    return std::find_if(article_.blocks.begin(), article_.blocks.end(),
                        [](const Block& block) { return block.kind == BlockKind::kTitle; });
  }
  bool has_title_block() const { return title_block() != article_.blocks.end(); }

  /// The first line that may be the title and says what the body speaks of, else the first that may be: what a page shows
  /// above its headline (`Skip to content`) says nothing of it.
  std::size_t find_title(std::size_t body) const {
    std::unordered_set<std::string> spoken_of;
    for (std::size_t i = body; i < std::min(count(), body + kFirstParagraphs); ++i)
      add_long_words(text_of(i), spoken_of);
    std::size_t leading = count();
    bool leads = true;
    for (std::size_t i = 0; i < body; ++i) {
      if (!seen_[i].open) continue;
      if (seen_[i].prose && !(leads && text_of(i).ends_with('?'))) {
        leads = false;
        continue;
      }
      if (!may_be_title(i)) {
        leads = leads && seen_[i].features.words < 3;
        continue;
      }
      std::unordered_set<std::string> words;
      add_long_words(text_of(i), words);
      if (std::any_of(words.begin(), words.end(),
                      [&](const std::string& word) { return spoken_of.contains(word); }))
        return i;
      if (leads) leading = i;
      leads = false;
    }
    return leading;
  }

  static void add_long_words(std::string_view text, std::unordered_set<std::string>& words) {
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() &&
          (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || (text[at] & 0x80) != 0)) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
      } else {
        if (word.size() >= kLongWord) words.insert(word);
        word.clear();
      }
    }
  }

  /// Where the metadata has a title, only a line that says the same is one.
  bool may_be_title(std::size_t i) const {
    if (!article_.title.empty()) return text_of(i) == article_.title;
    const std::size_t words = seen_[i].features.words;
    return words >= 3 && words <= kTitleWords && !seen_[i].repeated;
  }

  /// A short line of the head: who wrote it, or who published it.
  void mark_name(std::size_t i) {
    const std::string_view text = text_of(i);
    decide(i, BlockKind::kByline);
    const std::size_t dot = text.find('.');
    const bool domain = dot != text.npos && dot + 1 < text.size() && text.find(' ') == text.npos;
    const bool named_like_a_paper = text.starts_with("The ") || domain;
    const bool names_only =
        seen_[i].features.capitalised == seen_[i].features.words && seen_[i].features.words > 1;
    if (named_like_a_paper && !seen_[i].repeated) {
      if (article_.publisher.empty()) article_.publisher = std::string(text);
    } else if (names_only && !seen_[i].features.all_caps) {
      fill_author(text);
    }
  }

  void fill_author(std::string_view names) {
    if (article_.author.empty()) article_.author = std::string(names);
  }

  void mark_between() {
    for (std::size_t i = body_begin(); i < count(); ++i) {
      if (!seen_[i].open || seen_[i].prose) continue;
      const LineFeatures& features = seen_[i].features;
      const bool shout = features.all_caps && features.words <= kShoutWords;
      const bool aside = text_of(i).starts_with('(') && text_of(i).ends_with(')');
      if (seen_[i].repeated || shout || aside ||
          (features.starts_lower && features.words <= kLeftoverWords)) {
        decide(i, BlockKind::kJunk);
      } else if (features.words <= kHeadingWords) {
        decide(i, BlockKind::kHeading);
      }
    }
  }

  /// Headings with no paragraph after them head nothing.
  void mark_tail() {
    for (std::size_t i = count(); i-- > 0;) {
      const BlockKind kind = article_.blocks[i].kind;
      if (kind == BlockKind::kParagraph || kind == BlockKind::kListItem || kind == BlockKind::kQuote) break;
      if (kind != BlockKind::kHeading) continue;
      const LineFeatures& features = seen_[i].features;
      const bool name =
          features.words > 1 && features.words <= kNameWords && features.capitalised == features.words;
      article_.blocks[i].kind = name ? BlockKind::kByline : BlockKind::kJunk;
      if (name && i + 1 == count()) fill_author(text_of(i));
    }
  }

  /// What agencies add: short blocks after a row of underscores, or after who reported and edited.
  void mark_notes() {
    for (std::size_t i = count() / 2; i < count(); ++i) {
      const std::string_view text = text_of(i);
      const bool row = text.size() >= 3 && text.find_first_not_of('_') == text.npos;
      const bool credits = article_.blocks[i].kind == BlockKind::kByline && is_byline(text);
      if (i == 0 || !(row || credits) || count() - i > kTailBlocks + 1) continue;
      for (std::size_t note = i + 1; note < count(); ++note) {
        if (seen_[note].features.words <= kTailWords) article_.blocks[note].kind = BlockKind::kJunk;
      }
      return;
    }
  }

  /// `BEIJING – Chinese President …`, in the first paragraphs only.
  void split_datelines() {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < count() && paragraphs < kFirstParagraphs; ++i) {
      if (article_.blocks[i].kind != BlockKind::kParagraph) continue;
      ++paragraphs;
      const auto length = static_cast<std::uint32_t>(dateline_length(text_of(i)));
      if (length == 0) continue;
      Block dateline{{article_.blocks[i].span.begin, article_.blocks[i].span.begin + length},
                     BlockKind::kDateline};
      while (article_.text[dateline.span.end - 1] == ' ') --dateline.span.end;
      if (article_.date.empty()) article_.date = find_date_within(text_of(dateline)).value_or("");
      article_.blocks[i].span.begin += length;
      article_.blocks.insert(article_.blocks.begin() + static_cast<std::ptrdiff_t>(i), dateline);
      return;
    }
  }

  void cut_large_blocks() {
    if (std::all_of(article_.blocks.begin(), article_.blocks.end(),
                    [](const Block& block) { return block.span.end - block.span.begin <= kLargestBlock; })) {
      return;
    }
    std::vector<Block> cut;
    for (Block block : article_.blocks) {
      while (block.span.end - block.span.begin > kLargestBlock) {
        const std::size_t length = cut_length(text_of(block));
        cut.push_back(
            {{block.span.begin, block.span.begin + static_cast<std::uint32_t>(length)}, block.kind});
        block.span.begin += static_cast<std::uint32_t>(length);
        while (block.span.begin < block.span.end && article_.text[block.span.begin] == ' ')
          ++block.span.begin;
      }
      if (block.span.begin < block.span.end) cut.push_back(block);
    }
    article_.blocks = std::move(cut);
  }

  /// At the last sentence end within the limit, else the last blank, else a character's border.
  static std::size_t cut_length(std::string_view text) {
    const std::string_view window = text.substr(0, kLargestBlock);
    for (const std::string_view end : {". ", "! ", "? ", "\" ", " "}) {
      const std::size_t at = window.rfind(end);
      if (at != window.npos && at > kLargestBlock / 2) return at + (end == " " ? 0 : 1);
    }
    std::size_t at = kLargestBlock;
    while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  }

  Article& article_;
  std::vector<Seen> seen_;
};

}  // namespace

void classify_blocks(Article& article) {
  std::erase_if(article.blocks, [](const Block& block) { return block.span.begin >= block.span.end; });
  if (!article.blocks.empty()) Classifier(article).run();
}

}  // namespace dossier::ingest
