#include "graph/core.h"
#include "graph/graph_view.h"

namespace dossier::graph {
namespace {

class SnapshotReader : public ReaderOver<Reader> {
 public:
  explicit SnapshotReader(std::shared_ptr<const Commit> commit)
      : graph_(std::move(commit), nullptr, nullptr) {}

 protected:
  const GraphView& graph() const override { return graph_; }

 private:
  GraphView graph_;
};

}  // namespace

std::unique_ptr<Reader> make_snapshot(std::shared_ptr<const Commit> commit) {
  return std::make_unique<SnapshotReader>(std::move(commit));
}

}  // namespace dossier::graph
