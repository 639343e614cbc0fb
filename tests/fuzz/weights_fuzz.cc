// Any bytes as a weights file: refused or opened, never worse.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "ingest/nlp/weights_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto path =
      std::filesystem::temp_directory_path() / ("weights_fuzz_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto opened = dossier::ingest::nlp::WeightsFile::open(path);
  if (opened.ok()) (void)(*opened)->verify();
  return 0;
}
