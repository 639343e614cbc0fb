// The two hash functions that a model's numbers depend on: ids of strings, and rows of embedding tables.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dossier::ingest::nlp {

/// MurmurHash64A with seed 1: what spaCy calls the hash of a string. See Vocabulary::id for the id.
///
/// Source   A. Appleby, MurmurHash2.cpp, public domain; spaCy spacy/strings.pyx.
std::uint64_t string_hash(std::string_view text);

/// Four 32-bit values of one key; modulo the table's rows they are the rows to add.
///
/// Source   MurmurHash3_x86_128 for 8 bytes, as thinc's HashEmbed has it.
std::array<std::uint32_t, 4> embedding_hash(std::uint64_t key, std::uint32_t seed);

}  // namespace dossier::ingest::nlp
