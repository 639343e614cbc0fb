// Who does something in a clause, and to whom it is done.
#pragma once

#include <cstdint>
#include <string>

#include "ingest/extract/document_tree.h"

namespace dossier::ingest {

/// "arrested [three men]", "[three men] were arrested": of a coordination's first or a later part.
bool suffers(const DocumentTree& tree, std::uint32_t t);
/// "a fire that killed [nine people]": in a clause that only describes a noun
bool suffers_in_passing(const DocumentTree& tree, std::uint32_t t);
/// "[Police] arrested three men"
bool does_to_another(const DocumentTree& tree, std::uint32_t t);
/// "thanked [Erik] for his help", "[Erik] was criticised over his remarks": of an owner, who is judged for what he owns.
std::uint32_t whom_judged(const DocumentTree& tree, std::uint32_t owner);
/// "sentenced [Erik] after he confessed", "because he lied": of the subject of a clause that tells why, who is judged.
std::uint32_t whom_judged_above(const DocumentTree& tree, std::uint32_t subject);
/// "was chosen by [Ana] as her deputy": of an owner, who does what its clause tells in the passive.
std::uint32_t agent_above(const DocumentTree& tree, std::uint32_t owner);
/// "attacker", "thief", "victim", "defendant": who did or suffered wrong, or is said to have
bool tells_of_wrong(const std::string& noun);
/// "suspect", "defendant", "thief": so, and who is pursued for it
bool is_accused(const std::string& noun);
/// "[He] was accused of it", "police arrested [him]"
bool charged(const DocumentTree& tree, std::uint32_t t);
/// "police arrested [three men]", "[he] was convicted": who is held to have done wrong
bool pursued(const DocumentTree& tree, std::uint32_t t);
/// "attack" of "attacker", "rob" of "robber": what one does who is called so; empty for none
std::string deed_of(const std::string& noun);
/// "[Rebels] attacked a base", "[Norsk] agreed to buy it", "an attack by [rebels]"
bool did(const DocumentTree& tree, std::uint32_t t, const std::string& deed);

}  // namespace dossier::ingest
