// Rows to text, one format a renderer.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/graph/reader.h"
#include "dossier/query/engine.h"

namespace dossier::shell {

enum class Format { kBox, kTable, kCsv, kTsv, kJson, kJsonl, kMarkdown, kVertical, kPlain };

/// "box", "table", ...; nothing for another word.
std::optional<Format> find_format(std::string_view name);
/// All of them, for help: "box, table, ...".
std::string format_names();

/// Called in the order begin, row..., end; writes to the stream that it was made with.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin(const std::vector<std::string>& columns) = 0;
  virtual void row(const query::Row& row, const graph::Reader& reader) = 0;
  virtual void end() = 0;
};

/// `width` is the terminal's in columns, 0 for no limit: box and table fold longer cells to it.
std::unique_ptr<Renderer> make_renderer(Format format, std::ostream& out, int width);

}  // namespace dossier::shell
