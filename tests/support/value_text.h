// Values as the cases write them: 'text', 1, 1.0, [1, 2], {a: 1}, (:Label {a: 1}), [:TYPE {a: 1}], <(:A)-[:T]->(:B)>.
#pragma once

#include <string>

#include "dossier/graph/reader.h"
#include "dossier/graph/value.h"

namespace dossier::testing {

std::string value_text(const graph::Value& value, const graph::Reader& reader);

}  // namespace dossier::testing
