// Made by tools/train_links.py from tests/data/links.tsv. Do not edit.
#include "ingest/resolve/nominal_weights.h"

namespace dossier::ingest {

const float kNominalWeights[kNominalFeatures] = {
    1.63F,  0.94F, 1.18F,  2.11F,  1.37F, 1.53F,  -0.35F, -0.05F, -0.07F, 1.12F,  1.20F,
    -0.11F, 0.42F, 0.13F,  0.08F,  0.35F, -0.91F, 0.04F,  0.61F,  -0.66F, 1.25F,  -0.74F,
    -0.61F, 0.46F, 0.00F,  0.12F,  0.72F, 0.01F,  -0.08F, -0.26F, -0.80F, -0.31F, 0.54F,
    0.94F,  0.98F, -0.59F, -0.42F, 0.85F, 0.57F,  -0.31F, -0.69F, -0.45F, 0.25F,  0.59F,
    0.35F,  0.16F, 0.28F,  -0.44F, 0.02F, 1.32F,  -0.21F, -0.15F, 2.39F,  3.01F,  2.53F};

const float kNewWeights[kNewFeatures] = {2.21F, 1.88F,  0.60F, 0.40F, 0.76F, 1.16F,  -0.79F, 0.52F, -0.01F,
                                         0.17F, -0.36F, 1.12F, 0.07F, 0.50F, -0.84F, 0.27F,  0.37F};

}  // namespace dossier::ingest
