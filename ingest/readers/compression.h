// .gz and .zst -> bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dossier/result.h"

namespace dossier::ingest {

/// Whether the bytes start as a gzip member or a Zstandard frame does.
bool is_compressed(std::string_view bytes);

/// Decompresses all members or frames.
///
/// Errors   InvalidArgument for damaged or cut-off data; ResourceExhausted when the result would pass max_bytes.
/// Cost     linear in the result; never holds more than max_bytes and a block of it.
Result<std::string> decompress(std::string_view bytes, std::size_t max_bytes);

}  // namespace dossier::ingest
