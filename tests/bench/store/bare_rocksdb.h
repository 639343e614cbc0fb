// The database that hand-written loops work on: compressed as the store's own, nothing else of it.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

/// Opens a new one below the folder; ends the program where that fails.
inline std::unique_ptr<rocksdb::DB> open_bare(const std::filesystem::path& folder,
                                              rocksdb::Options options = {}) {
  options.create_if_missing = true;
  options.compression = rocksdb::kLZ4Compression;
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status status = rocksdb::DB::Open(options, (folder / "db").string(), &opened);
  if (!status.ok()) {
    std::fprintf(stderr, "%s\n", status.ToString().c_str());
    std::abort();
  }
  return std::unique_ptr<rocksdb::DB>(opened);
}
