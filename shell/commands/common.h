// What the commands share: opening the store, reading whole inputs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "dossier/graph/store.h"
#include "dossier/ingest/model.h"
#include "shell/commands/commands.h"
#include "shell/session.h"

namespace dossier::shell {

enum class Access { kReadOnly, kWrite, kCreate };

graph::StoreOptions store_options(const CommandLine& line, Access access);

/// The whole of a file, or of standard input for "-".
Result<std::string> read_input(const std::string& path, const Streams& streams);

/// The model asked for, or the default one.
Result<std::shared_ptr<const ingest::LanguageModel>> load_model(const CommandLine& line);
std::filesystem::path model_file(const CommandLine& line);

/// The rows' options of the command line; a wrong --format is said on err and gives nothing.
std::optional<ShowOptions> show_options(const CommandLine& line, const Streams& streams);

/// The text is a query that writes as far as its first words tell: whether a store must be opened for writing.
int complain(const Streams& streams, const std::string& what, int status = kFailed);

}  // namespace dossier::shell
