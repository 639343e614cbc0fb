// SHA-256, for the identity of a weights file.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace dossier::ingest::nlp {

/// The digest of `bytes`, in hexadecimal.
///
/// Source   NIST FIPS 180-4.
std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace dossier::ingest::nlp
