// The order is the model's: token vectors, tags, arcs and with them sentences, then entities, which never
// cross the start of a sentence, then the rules. Texts go through the networks together, each state a step at
// a time, so that the small products of single states become larger ones.
#include "ingest/nlp/batch_reader.h"

#include <algorithm>
#include <cstring>

namespace dossier::ingest::nlp {
namespace {

void grow(AlignedFloats& floats, std::size_t size) {
  if (floats.size() < size) floats.resize(size);
}

// `features` of a state, as rows of the table; `begin` is the row of its text's first token.
template <std::size_t N>
void append_rows(const std::array<std::int32_t, N>& features, std::size_t begin,
                 std::vector<std::int32_t>& rows) {
  for (const std::int32_t token : features) {
    rows.push_back(token < 0 ? -1 : static_cast<std::int32_t>(begin) + token);
  }
}

// Takes all states to their end, a step of each at a time. `step(i, scores)` says whether state i wants
// another.
template <typename State, typename Step>
void run_all(const TransitionScorer& scorer, const RowLayout& layout, std::vector<State>& states,
             TransitionScorer::Workspace& workspace, const Step& step) {
  std::vector<std::size_t> active;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (!states[i].is_final()) active.push_back(i);
  }
  std::vector<std::int32_t> rows;
  while (!active.empty()) {
    rows.clear();
    for (const std::size_t i : active) append_rows(states[i].features(), layout.begins[i], rows);
    float* scores = scorer.score(rows, workspace);
    std::size_t kept = 0;
    for (std::size_t k = 0; k < active.size(); ++k) {
      step(active[k], scores + k * scorer.score_stride());
      if (!states[active[k]].is_final()) active[kept++] = active[k];
    }
    active.resize(kept);
  }
}

// One sentence was asked for: what is left of roots hangs from the first.
void join_roots(Tree& tree) {
  std::uint32_t first = static_cast<std::uint32_t>(tree.heads.size());
  for (std::uint32_t i = 0; i < tree.heads.size(); ++i) {
    if (tree.heads[i] != i) continue;
    if (first == tree.heads.size()) {
      first = i;
    } else {
      tree.heads[i] = first;
      tree.deprels[i] = Deprel::kDep;
    }
  }
}

}  // namespace

Tree tree_of(const ArcEagerState& state, std::uint32_t count, const std::vector<ParserClass>& classes) {
  Tree tree;
  tree.heads.resize(count);
  tree.deprels.assign(count, Deprel::kRoot);
  tree.lifted.assign(count, 0);
  tree.lifted_from.assign(count, Deprel::kOther);
  for (std::uint32_t i = 0; i < count; ++i) {
    tree.heads[i] = i;
    if (state.head(i) < 0) continue;
    const ParserClass& made = classes[state.label(i)];
    tree.heads[i] = static_cast<std::uint32_t>(state.head(i));
    tree.deprels[i] = made.deprel;
    tree.lifted[i] = made.lifted ? 1 : 0;
    tree.lifted_from[i] = made.lifted_from;
  }
  return tree;
}

void BatchReader::read(std::vector<Reading>& readings) {
  words_.trim();
  for (Reading& reading : readings) find_words(reading);
  const float* vectors = encode(readings, networks_.shared, 0);
  tag(readings, vectors);
  parse(readings, vectors);
  if (networks_.entity_own) vectors = encode(readings, *networks_.entity_own, 1);
  find_entities(readings, vectors);
  for (Reading& reading : readings) apply_rules(reading);
}

void BatchReader::find_words(Reading& reading) {
  reading.words.resize(reading.forms.size());
  reading.is_space.resize(reading.forms.size());
  for (std::size_t i = 0; i < reading.forms.size(); ++i) {
    reading.words[i] = words_.find_or_make(reading.forms[i], reading.pieces[i].norm, networks_.vocabulary);
    reading.is_space[i] = reading.words[i]->is_space ? 1 : 0;
  }
}

// Vectors of all rows of the layout, which it sets.
const float* BatchReader::encode(const std::vector<Reading>& readings, const Encoder& encoder,
                                 std::size_t which) {
  std::vector<std::size_t> counts;
  wanted_.clear();
  for (const Reading& reading : readings) {
    counts.push_back(reading.words.size());
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
      wanted_.push_back({reading.words[i], reading.pieces[i].space_after});
    }
  }
  words_.make_mixes(wanted_, which, encoder);
  layout_ = lay_out(counts, encoder.padding());
  const std::size_t width = encoder.width(), size = (layout_.rows + 2) * width;
  grow(matrix_, size);
  grow(scratch_, size);
  std::fill_n(matrix_.data(), size, 0.0F);
  std::fill_n(scratch_.data(), width, 0.0F);
  std::fill_n(scratch_.data() + size - width, width, 0.0F);
  parts_.assign(layout_.rows + 2, encoder.silence());
  for (std::size_t r = 0; r < readings.size(); ++r) {
    std::size_t row = layout_.begins[r] + 1;
    for (std::size_t i = 0; i < readings[r].words.size(); ++i, ++row) {
      const Lexeme& word = *readings[r].words[i];
      const bool space_after = readings[r].pieces[i].space_after;
      std::memcpy(matrix_.data() + row * width, words_.mix(word, space_after, which, encoder),
                  width * sizeof(float));
      parts_[row] = words_.part(word, space_after, which, encoder);
    }
  }
  return encoder.run(layout_.rows, parts_, matrix_.data(), scratch_.data()) + width;
}

void BatchReader::tag(std::vector<Reading>& readings, const float* vectors) {
  const LinearLayer& tagger = networks_.tagger;
  const std::vector<Tag>& tags = networks_.architecture.tags;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const std::size_t count = readings[r].words.size();
    grow(tag_scores_, count * tagger.padded_outputs);
    apply_linear(tagger, vectors + layout_.begins[r] * tagger.inputs, tagger.inputs, count,
                 tag_scores_.data(), tagger.padded_outputs);
    readings[r].tags.resize(count);
    readings[r].tag_margins.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const float* scores = tag_scores_.data() + i * tagger.padded_outputs;
      const float* best = std::max_element(scores, scores + tags.size());
      float second = -ClassMasks::kCertain;
      for (const float* s = scores; s != scores + tags.size(); ++s)
        second = s == best ? second : std::max(second, *s);
      readings[r].tags[i] = tags[static_cast<std::size_t>(best - scores)];
      readings[r].tag_margins[i] = *best - second;
    }
  }
}

void BatchReader::parse(std::vector<Reading>& readings, const float* vectors) {
  networks_.parser.prepare(vectors, layout_.rows, workspace_);
  const std::vector<ParserClass>& classes = networks_.architecture.parser_classes;
  std::vector<ArcEagerState> states;
  states.reserve(readings.size());
  for (const Reading& reading : readings) {
    states.emplace_back(static_cast<std::uint32_t>(reading.words.size()), reading.one_sentence);
  }
  for (Reading& reading : readings) reading.arc_margins.assign(reading.words.size(), ClassMasks::kCertain);
  run_all(networks_.parser, layout_, states, workspace_, [&](std::size_t i, float* scores) {
    const unsigned valid = states[i].valid_actions();
    const int best = networks_.parser_masks.best(valid, scores);
    if (best < 0) return states[i].finish();
    const auto chosen = static_cast<std::size_t>(best);
    if (const std::int32_t decided = states[i].decided(classes[chosen].action); decided >= 0) {
      float& margin = readings[i].arc_margins[static_cast<std::size_t>(decided)];
      margin = std::min(margin, networks_.parser_masks.lead(valid, scores, best));
    }
    states[i].apply(classes[chosen].action, static_cast<std::uint16_t>(chosen));
  });
  for (std::size_t r = 0; r < readings.size(); ++r) {
    Reading& reading = readings[r];
    reading.tree = tree_of(states[r], static_cast<std::uint32_t>(reading.words.size()), classes);
    put_back_lifted(reading.is_space, reading.tree);
    if (reading.one_sentence) join_roots(reading.tree);
    reading.starts = sentence_starts(reading.tree.heads);
  }
}

void BatchReader::find_entities(std::vector<Reading>& readings, const float* vectors) {
  networks_.entities.prepare(vectors, layout_.rows, workspace_);
  const std::vector<EntityClass>& classes = networks_.architecture.entity_classes;
  std::vector<BiluoState> states;
  states.reserve(readings.size());
  for (const Reading& reading : readings) {
    states.emplace_back(reading.is_space.data(), reading.starts.data(),
                        static_cast<std::uint32_t>(reading.words.size()));
  }
  run_all(networks_.entities, layout_, states, workspace_, [&](std::size_t i, const float* scores) {
    const int best = networks_.entity_masks.best(states[i].condition().index(), scores);
    if (best < 0) return states[i].finish();
    states[i].apply(classes[static_cast<std::size_t>(best)]);
  });
  for (std::size_t r = 0; r < readings.size(); ++r) readings[r].entities = states[r].entities();
}

void BatchReader::apply_rules(Reading& reading) {
  reading.ruled.assign(reading.words.size(), {});
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    reading.ruled[i].word = reading.words[i];
    reading.ruled[i].tag = reading.tags[i];
    reading.ruled[i].deprel = reading.tree.deprels[i];
  }
  networks_.ruler.apply(reading.ruled, tokenizer_session_.matcher);
}

}  // namespace dossier::ingest::nlp
