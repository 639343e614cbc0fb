// Whom a report tells of before it names him: "A nurse who robbed patients was jailed. Karen Holm, 44, must serve ..."
#pragma once

#include "ingest/extract/document_tree.h"
#include "ingest/resolve/mention.h"

namespace dossier::ingest {

struct LeadPerson {
  std::uint32_t mention = kNone, entity = kNone;  // of the noun; of the name
};

/// The noun of the first sentence and who it is; nothing where the next two sentences do not tell.
LeadPerson find_lead_person(const DocumentTree& tree, const Resolution& resolution);

/// "The governor of Norrland declared an emergency. Governor Ana Roe said ...": the person whom the next two sentences
/// introduce with that office, if nobody else has it; kNone for what is no office of something named.
std::uint32_t find_holder_named_later(const DocumentTree& tree, const Resolution& resolution,
                                      const Mention& office);

}  // namespace dossier::ingest
