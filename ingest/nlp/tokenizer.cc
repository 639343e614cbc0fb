// Three steps, after spaCy's tokenizer.pyx (docs there call the exceptions special cases):
//
// 1. White space cuts the text into chunks. One space between two chunks is a flag of the token before it;
// any other
//    white space is a token of its own.
// 2. A chunk loses prefixes and suffixes, one at a time at either end, until what is left is an exception, a
// URL, or
//    can lose no more; then infixes cut it. "(don't)" -> ( do n't )
// 3. Exceptions that hold punctuation, such as ":-)" or "'Cause", may have been taken apart by step 2, or
// stand
//    beside other punctuation. Each is kept as the tokens that step 2 alone makes of it; where those stand in
//    a row the exception's own tokens replace them. Longer rows win; then the first. Not behind a digit, which is ours:
//    the dot of "It made $80m. She left" ends the sentence, where spaCy reads the abbreviation "m.".
//
// Tested by tokenizer_test.cc.
#include "ingest/nlp/tokenizer.h"

#include <algorithm>

#include "ingest/nlp/characters.h"
#include "ingest/nlp/json_tensor.h"

namespace dossier::ingest::nlp {
namespace {

constexpr std::size_t kLongestChunk = 10'000;  // bytes; longer ones stay whole
constexpr std::size_t kLongestSuffix = 64;     // bytes, dots aside: no alternative of the pattern comes near
constexpr std::size_t kLongestCachedChunk = 48;  // bytes
constexpr std::size_t kCachedChunks = 16'000;

struct Match {
  std::size_t begin = 0, end = 0;
};

std::string_view bytes_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// Step 3's choice among rows that overlap. A row that is passed over still keeps others from its tokens.
std::vector<Match> chosen(std::vector<Match> matches, std::size_t count) {
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    const std::size_t left = a.end - a.begin, right = b.end - b.begin;
    return left != right ? left > right : a.begin < b.begin;
  });
  std::vector<bool> taken(count);
  std::vector<Match> kept;
  for (const Match& match : matches) {
    if (!taken[match.begin] && !taken[match.end - 1]) kept.push_back(match);
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(match.begin),
              taken.begin() + static_cast<std::ptrdiff_t>(match.end), true);
  }
  std::sort(kept.begin(), kept.end(), [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return kept;
}

// Where to look for a suffix. It ends where the text does, and only a row of dots has no greatest length, so
// that in long chunks the search need not begin at the front: taking 1,000 brackets off one by one stays
// linear.
std::size_t suffix_search_begin(std::string_view text) {
  if (text.size() <= kLongestSuffix) return 0;
  std::size_t at = text.size();
  while (at > 0 && text[at - 1] == '.') --at;
  at -= std::min(at, kLongestSuffix);
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

Result<Tokenizer> Tokenizer::load(const WeightsFile& file, const Vocabulary& vocabulary) {
  Tokenizer tokenizer;
  std::string patterns[4];
  DOSSIER_RETURN_IF_ERROR(read_json_tensor(file, "text.tokenizer", [&](const nlohmann::json& table) {
    constexpr const char* kNames[] = {"prefix", "suffix", "infix", "url"};
    for (std::size_t i = 0; i < 4; ++i) patterns[i] = table.at(kNames[i]).get<std::string>();
    for (const auto& exception : table.at("exceptions")) {
      Special special;
      for (const auto& word : exception.at(1)) {
        special.push_back(
            {word.at(0).get<std::string>(),
             word.at(1).is_null() ? 0 : vocabulary.id(word.at(1).get_ref<const std::string&>())});
      }
      tokenizer.specials_.emplace(exception.at(0).get<std::string>(), std::move(special));
    }
  }));
  Pattern* compiled[] = {&tokenizer.prefix_, &tokenizer.suffix_, &tokenizer.infix_, &tokenizer.url_};
  for (std::size_t i = 0; i < 4; ++i) {
    DOSSIER_ASSIGN_OR_RETURN(*compiled[i], Pattern::compile(patterns[i]));
  }
  DOSSIER_RETURN_IF_ERROR(tokenizer.add_phrases());
  return tokenizer;
}

Status Tokenizer::add_phrases() {
  Session session;
  std::vector<Piece> pieces;
  for (const auto& [text, special] : specials_) {
    std::size_t size = 0;
    for (const Word& word : special) size += word.text.size();
    if (size != text.size() || text.empty())
      return corruption("language model: exception \"" + text + "\" changes its text");
    const bool has_affix = prefix_.find(text, session.matcher) || suffix_.find(text, session.matcher) ||
                           infix_.find(text, session.matcher) || text.find(' ') != std::string::npos;
    if (!has_affix) continue;
    pieces.clear();
    append_chunks(text, false, session, pieces);
    if (pieces.empty()) continue;
    std::vector<std::string> phrase;
    for (const Piece& piece : pieces) phrase.emplace_back(bytes_of(text, {piece.begin, piece.end}));
    phrases_[phrase.front()].push_back(std::move(phrase));
  }
  return {};
}

Piece Tokenizer::make_piece(std::string_view text, Span span, std::uint64_t norm) const {
  return {span.begin, span.end, norm, false, phrases_.find(bytes_of(text, span)) != phrases_.end()};
}

const Tokenizer::Special* Tokenizer::find_special(std::string_view text, bool use_specials) const {
  if (!use_specials) return nullptr;
  const auto at = specials_.find(text);
  return at == specials_.end() ? nullptr : &at->second;
}

void Tokenizer::tokenize(std::string_view text, Session& session, std::vector<Piece>& pieces) const {
  const std::size_t first = pieces.size();
  append_chunks(text, true, session, pieces);
  replace_phrases(text, first, pieces);
  join_numero(text, first, pieces);
  join_percent(text, first, pieces);
}

// `No. 3`: the dot belongs to the word before a number, as in the treebanks that the model learnt from; spaCy cuts it
// off.
void Tokenizer::join_numero(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const {
  for (std::size_t i = first; i + 2 < pieces.size(); ++i) {
    const Piece &word = pieces[i], &dot = pieces[i + 1], &number = pieces[i + 2];
    const char digit = text[number.begin];
    if (bytes_of(text, {word.begin, word.end}) != "No" || bytes_of(text, {dot.begin, dot.end}) != "." ||
        word.end != dot.begin || number.begin > dot.end + 1 || digit < '0' || digit > '9')
      continue;
    Piece joined = make_piece(text, {word.begin, dot.end});
    joined.space_after = dot.space_after;
    pieces[i] = joined;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// `per cent` is `percent` to the networks, which have seen no other.
void Tokenizer::join_percent(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const {
  for (std::size_t i = first; i + 1 < pieces.size(); ++i) {
    const Piece &per = pieces[i], &cent = pieces[i + 1];
    if (bytes_of(text, {per.begin, per.end}) != "per" || bytes_of(text, {cent.begin, cent.end}) != "cent" ||
        !per.space_after || cent.begin != per.end + 1)
      continue;
    pieces[i].end = cent.end;
    pieces[i].space_after = cent.space_after;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// Without `use_specials`, no exception is looked up: what the patterns alone make of the text.
void Tokenizer::append_chunks(std::string_view text, bool use_specials, Session& session,
                              std::vector<Piece>& pieces) const {
  if (text.empty()) return;
  const auto append = [&](Span chunk) {
    if (use_specials && chunk.end - chunk.begin <= kLongestCachedChunk) {
      append_cached(text, chunk, session, pieces);
    } else {
      split_chunk(text, chunk, use_specials, session, pieces);
    }
  };
  bool in_space = is_space(first_character(text).code);
  std::uint32_t start = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = first_character(text.substr(at));
    if (is_space(c.code) != in_space) {
      if (start < at) append({start, at});
      start = at;
      if (c.code == U' ') {
        pieces.back().space_after = true;
        ++start;
      }
      in_space = !in_space;
    }
    at += static_cast<std::uint32_t>(c.size);
  }
  if (start < text.size()) append({start, static_cast<std::uint32_t>(text.size())});
}

void Tokenizer::append_cached(std::string_view text, Span chunk, Session& session,
                              std::vector<Piece>& pieces) const {
  const std::string_view bytes = bytes_of(text, chunk);
  auto known = session.chunks.find(bytes);
  if (known == session.chunks.end()) {
    if (session.chunks.size() >= kCachedChunks) session.chunks.clear();
    std::vector<Piece> made;
    split_chunk(bytes, {0, static_cast<std::uint32_t>(bytes.size())}, true, session, made);
    known = session.chunks.emplace(bytes, std::move(made)).first;
  }
  for (Piece piece : known->second) {
    piece.begin += chunk.begin;
    piece.end += chunk.begin;
    pieces.push_back(piece);
  }
}

void Tokenizer::split_chunk(std::string_view text, Span chunk, bool use_specials, Session& session,
                            std::vector<Piece>& pieces) const {
  if (chunk.end - chunk.begin > kLongestChunk) {
    pieces.push_back(make_piece(text, chunk));
    return;
  }
  session.suffixes.clear();
  const Span core = strip_affixes(text, chunk, use_specials, session, pieces);
  if (core.begin < core.end) append_core(text, core, use_specials, session, pieces);
  pieces.insert(pieces.end(), session.suffixes.rbegin(), session.suffixes.rend());
}

// Appends the prefixes, keeps the suffixes in the session, and returns what is between.
Span Tokenizer::strip_affixes(std::string_view text, Span core, bool use_specials, Session& session,
                              std::vector<Piece>& pieces) const {
  std::uint32_t last_size = 0;
  while (core.begin < core.end && core.end - core.begin != last_size) {
    if (find_special(bytes_of(text, core), use_specials) != nullptr) break;
    last_size = core.end - core.begin;
    const auto prefix = prefix_.find(bytes_of(text, core), session.matcher);
    const std::uint32_t p = prefix ? prefix->end : 0;
    const Span after{core.begin + p, core.end};
    if (p > 0 && p < last_size && find_special(bytes_of(text, after), use_specials) != nullptr) {
      pieces.push_back(make_piece(text, {core.begin, after.begin}));
      return after;
    }
    const std::string_view rest = bytes_of(text, after);
    const auto suffix = suffix_.find(rest, session.matcher, suffix_search_begin(rest));
    const std::uint32_t q = suffix ? suffix->end - suffix->begin : 0;
    const Span before{core.begin, core.end - q};
    if (q > 0 && q < last_size && find_special(bytes_of(text, before), use_specials) != nullptr) {
      session.suffixes.push_back(make_piece(text, {before.end, core.end}));
      return before;
    }
    if (p > 0) pieces.push_back(make_piece(text, {core.begin, after.begin}));
    if (q > 0 && p + q <= last_size) {
      session.suffixes.push_back(make_piece(text, {before.end, core.end}));
      core.end = before.end;
    }
    core.begin = after.begin;
  }
  return core;
}

void Tokenizer::append_core(std::string_view text, Span core, bool use_specials, Session& session,
                            std::vector<Piece>& pieces) const {
  const std::string_view bytes = bytes_of(text, core);
  if (const Special* special = find_special(bytes, use_specials)) {
    for (const Word& word : *special) {
      const auto end = core.begin + static_cast<std::uint32_t>(word.text.size());
      pieces.push_back(make_piece(text, {core.begin, end}, word.norm));
      core.begin = end;
    }
    return;
  }
  std::uint32_t done = 0;  // bytes of the core that are in tokens
  const auto append = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin < end) pieces.push_back(make_piece(text, {core.begin + begin, core.begin + end}));
  };
  if (!url_.matches_at_start(bytes, session.matcher)) {
    std::size_t from = 0;
    while (from < bytes.size()) {
      const auto infix = infix_.find(bytes, session.matcher, from);
      if (!infix) break;
      from = infix->end > infix->begin ? infix->end
                                       : infix->end + first_character(bytes.substr(infix->end)).size;
      if (infix->begin == 0) continue;
      append(done, infix->begin);
      append(infix->begin, infix->end);
      done = infix->end;
    }
  }
  append(done, static_cast<std::uint32_t>(bytes.size()));
}

void Tokenizer::replace_phrases(std::string_view text, std::size_t first, std::vector<Piece>& pieces) const {
  std::vector<Match> matches;
  const auto word = [&](std::size_t i) { return bytes_of(text, {pieces[i].begin, pieces[i].end}); };
  for (std::size_t i = first; i < pieces.size(); ++i) {
    if (!pieces[i].may_start_phrase) continue;
    const char before = i > first && pieces[i - 1].end == pieces[i].begin ? text[pieces[i].begin - 1] : ' ';
    const bool unit = before >= '0' && before <= '9';
    for (const std::vector<std::string>& phrase : phrases_.find(word(i))->second) {
      if (unit && phrase.size() == 2 && phrase[1] == ".") continue;
      std::size_t size = 1;
      while (size < phrase.size() && i + size < pieces.size() && word(i + size) == phrase[size]) ++size;
      if (size == phrase.size()) matches.push_back({i, i + size});
    }
  }
  if (matches.empty()) return;
  std::vector<Piece> replaced;
  std::size_t at = first;
  for (const Match& match : chosen(std::move(matches), pieces.size())) {
    const Special* special =
        find_special(bytes_of(text, {pieces[match.begin].begin, pieces[match.end - 1].end}), true);
    if (special == nullptr) continue;
    replaced.insert(replaced.end(), pieces.begin() + static_cast<std::ptrdiff_t>(at),
                    pieces.begin() + static_cast<std::ptrdiff_t>(match.begin));
    std::uint32_t begin = pieces[match.begin].begin;
    for (const Word& part : *special) {
      const auto end = begin + static_cast<std::uint32_t>(part.text.size());
      replaced.push_back(make_piece(text, {begin, end}, part.norm));
      begin = end;
    }
    replaced.back().space_after = pieces[match.end - 1].space_after;
    at = match.end;
  }
  replaced.insert(replaced.end(), pieces.begin() + static_cast<std::ptrdiff_t>(at), pieces.end());
  pieces.resize(first);
  pieces.insert(pieces.end(), replaced.begin(), replaced.end());
}

}  // namespace dossier::ingest::nlp
