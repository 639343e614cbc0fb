// Made by tools/train_pronouns.py from tests/data/links.tsv. Do not edit.
#include "ingest/resolve/pronoun_weights.h"

namespace dossier::ingest {

const float kPronounWeights[3][kPronounFeatures] = {
    {2.12F, 0.90F,  -0.63F, 0.02F,  -1.42F, 0.87F,  -0.33F, -0.96F, 0.18F,  0.54F, 1.21F, 0.67F,
     0.20F, 2.14F,  -0.55F, 0.18F,  1.42F,  -0.06F, -0.59F, 0.40F,  -0.28F, 0.36F, 1.18F, 0.18F,
     0.44F, -2.67F, -0.65F, -0.94F, -0.78F, -0.48F, -0.15F, 1.25F,  1.50F,  -0.01F},
    {2.36F, 0.64F,  -0.94F, -0.66F, -1.08F, 0.85F,  -0.60F, -1.02F, 0.02F,  0.33F, 0.95F, 0.16F,
     0.24F, 2.09F,  -0.63F, 0.29F,  1.25F,  -0.08F, -0.81F, 0.43F,  -0.28F, 0.36F, 0.57F, -0.03F,
     0.13F, -2.45F, -0.43F, -0.43F, -0.69F, -0.36F, 0.23F,  1.71F,  1.27F,  0.10F},
    {2.86F, 0.24F,  -0.99F, -0.46F, -1.20F, 0.39F,  -0.72F, -0.66F, 0.30F,  0.64F, 1.17F, 0.75F,
     0.35F, 2.09F,  -0.50F, 0.20F,  1.70F,  -0.06F, -0.67F, 0.57F,  -0.42F, 0.39F, 0.64F, -0.16F,
     0.23F, -2.45F, -0.79F, -1.03F, -1.05F, -0.43F, 0.28F,  1.62F,  1.41F,  -0.13F}};

const float kNothingWeights[3][kNothingFeatures] = {
    {0.74F, 0.48F, 0.42F, 0.01F, 0.37F, -0.02F, 0.20F, -0.12F, 0.60F, -0.19F, 0.02F, -0.51F},
    {1.25F, 0.73F, 0.87F, 0.35F, 0.45F, 0.30F, -0.06F, -0.10F, 0.95F, 0.09F, 0.05F, -0.57F},
    {1.20F, 0.64F, 0.32F, -0.31F, 0.58F, -0.19F, 0.49F, -0.05F, 0.75F, -0.28F, 0.04F, -0.58F}};

}  // namespace dossier::ingest
