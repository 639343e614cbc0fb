#include "ingest/resolve/salience.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

constexpr float kRecency = 100, kSubject = 80, kObject = 50, kOblique = 40, kNested = 10;
constexpr std::uint32_t kReach = 4;  // sentences

float role_weight(const DocumentTree& tree, std::uint32_t head) {
  switch (tree.token(tree.first_conjunct(head)).deprel) {
    case Deprel::kRoot:
    case Deprel::kNsubj:
    case Deprel::kNsubjpass:
      return kSubject;
    case Deprel::kDobj:
      return kObject;
    case Deprel::kDative:
    case Deprel::kAgent:
      return kOblique;
    case Deprel::kPobj: {
      const std::uint32_t governor = tree.token(tree.token(head).head).head;
      return tree.token(governor).upos == Upos::kVerb ? kOblique : kNested;
    }
    default:
      return kNested;
  }
}

}  // namespace

float salience(const DocumentTree& tree, const Resolution& resolution, const Entity& entity,
               std::uint32_t before) {
  const std::uint32_t here = tree.sentence_of(before);
  std::array<float, kReach + 1> highest{};  // a factor counts once a sentence
  for (const std::uint32_t m : entity.mentions) {
    const Mention& mention = resolution.mentions[m];
    if (mention.head >= before || here - mention.sentence > kReach) continue;
    float& best = highest[here - mention.sentence];
    best = std::max(best, kRecency + role_weight(tree, mention.head));
  }
  float sum = 0;
  for (std::uint32_t back = 0; back <= kReach; ++back) sum += highest[back] / static_cast<float>(1U << back);
  return sum;
}

std::uint32_t last_sentence(const Resolution& resolution, const Entity& entity, std::uint32_t before) {
  std::uint32_t last = kNone;
  for (const std::uint32_t m : entity.mentions) {
    const Mention& mention = resolution.mentions[m];
    if (mention.head < before && (last == kNone || mention.sentence > last)) last = mention.sentence;
  }
  return last;
}

}  // namespace dossier::ingest
