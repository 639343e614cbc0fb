#pragma once

#include "shell/render/renderer.h"

namespace dossier::shell {

/// kBox, kTable or kMarkdown.
std::unique_ptr<Renderer> make_grid_renderer(Format format, std::ostream& out, int width);

}  // namespace dossier::shell
