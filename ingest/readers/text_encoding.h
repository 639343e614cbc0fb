// Bytes of unknown encoding -> valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dossier/result.h"

namespace dossier::ingest {

struct DecodedText {
  std::string text;          // valid UTF-8 without byte order mark; no control characters but \t and \n
  std::string charset;       // what the bytes were read as
  std::size_t replaced = 0;  // invalid sequences, each now U+FFFD
};

/// Decodes by byte order mark, else as UTF-8 if it is, else by `declared`, else by statistics.
///
/// Shape    for UTF-8 input without mark the length stays: \r and other control characters become spaces (a lone \r
///          becomes \n), so spans are spans of the input, up to the first replaced sequence.
/// Errors   InvalidArgument for binary data: NUL bytes, many control characters, or a known file signature.
/// Cost     linear.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared = {});

/// Bytes of the well-formed UTF-8 sequence that `bytes` starts with; 0 if there is none.
std::size_t utf8_sequence_length(std::string_view bytes);

}  // namespace dossier::ingest
