#include "shell/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <ostream>

#include "dossier/version.h"
#include "shell/commands/commands.h"
#include "shell/render/renderer.h"

namespace dossier::shell {
namespace {

using Command = int (*)(const CommandLine&, const Streams&);

class Parser {
 public:
  Parser() {
    app_.set_version_flag("--version", std::string("dossier ") + kVersion);
    app_.require_subcommand(1);
    app_.footer(
        "`dossier DB` is `dossier shell DB`.\nExit status: 0 done, 1 the input or the query failed, 2 wrong "
        "usage, "
        "3 the store cannot be opened, 130 interrupted.");
    add_reading();
    add_asking();
    add_keeping();
  }

  /// The command chosen, or an exit status when there is nothing to run.
  int run(std::vector<std::string> arguments, const Streams& streams) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::ParseError& error) {
      const int code = app_.exit(error, streams.out, streams.err);
      return code == 0 ? kDone : kUsage;
    }
    return chosen_(line_, streams);
  }

  bool knows(const std::string& name) const {
    const auto subcommands = app_.get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(subcommands.begin(), subcommands.end(),
                       [&](const CLI::App* sub) { return sub->get_name() == name; });
  }

 private:
  CLI::App* add(const std::string& name, const std::string& what, Command command) {
    CLI::App* sub = app_.add_subcommand(name, what);
    sub->callback([this, command] { chosen_ = command; });
    return sub;
  }

  CLI::App* add_on_database(const std::string& name, const std::string& what, Command command) {
    CLI::App* sub = add(name, what, command);
    sub->add_option("DB", line_.database, "The database, a folder that dossier makes")
        ->type_name("")
        ->required();
    sub->add_flag("--accept-loss", line_.accept_loss, "Open although acknowledged commits are missing");
    sub->add_option("--memory", line_.memory_budget_mb, "Memory budget in MiB")->type_name("MIB");
    return sub;
  }

  void add_inputs(CLI::App* sub, const std::string& name, const std::string& what, bool required = true) {
    CLI::Option* option = sub->add_option(name, line_.inputs, what)->type_name("");
    if (required) option->required();
  }

  void add_format(CLI::App* sub, const std::string& what) {
    sub->add_option("--format", line_.format, what)->type_name("FORMAT");
  }

  void add_model(CLI::App* sub) {
    sub->add_option("--model", line_.model, "Language model, a .dlm file")->type_name("FILE");
  }

  CLI::App* add_on_texts(const std::string& name, const std::string& what, const std::string& formats,
                         Command command) {
    CLI::App* sub = add(name, what, command);
    add_inputs(sub, "FILE", "Files, or - for standard input", false);
    add_format(sub, formats);
    add_model(sub);
    sub->add_flag(
        "--one-sentence-per-line", line_.one_sentence_per_line,
        "Each line is one sentence; where marks are words of their own, its tokens are taken as given");
    return sub;
  }

  void add_reading() {
    CLI::App* ingest = add_on_database("ingest", "Read articles into a database", run_ingest);
    add_inputs(ingest, "PATH",
               "Files, folders, or - for standard input: text, Markdown, HTML, JSONL, also .gz and .zst");
    add_model(ingest);
    ingest->add_option("--jobs,-j", line_.jobs, "Threads; changes the time, not the graph")->type_name("N");
    ingest->add_flag("--force", line_.force, "Read articles again that have not changed");
    ingest->add_flag("--no-sync", line_.no_sync, "Faster; a power cut may lose the last articles");
    ingest->add_flag("--quiet,-q", line_.quiet, "No line for each article");

    CLI::App* extract =
        add_on_texts("extract", "The statements of a text, without a database", "text or jsonl", run_extract);
    extract->add_flag("--explain", line_.explain,
                      "Show the rule, the words and the parse behind each statement");

    CLI::App* parse = add_on_texts("parse", "The sentences of a text as the language model reads them",
                                   "jsonl or conllu", run_parse);
    parse->add_flag("--trace", line_.trace,
                    "JSON lines of what the networks compute for the whole file as one text: ids, vectors, "
                    "scores, steps");
  }

  void add_asking() {
    CLI::App* query = add_on_database("query", "Run one query", run_query);
    add_inputs(query, "CYPHER", "The query, or - for standard input");
    add_parameters(query);
    add_showing(query);

    CLI::App* run = add_on_database("run", "Run scripts: queries ended by ';'", run_scripts);
    add_inputs(run, "FILE", "Scripts, or - for standard input");
    add_parameters(run);
    add_showing(run);

    CLI::App* shell = add_on_database("shell", "Ask interactively", run_shell);
    add_showing(shell);

    CLI::App* about = add_on_database("about", "The dossier on a person, place or organisation", run_about);
    add_inputs(about, "NAME", "A name or an alias");
    CLI::App* why = add_on_database("why", "The evidence behind statements", run_why);
    add_inputs(why, "S [P] [O]", "Subject, predicate and object; '*' for any");
  }

  void add_parameters(CLI::App* sub) {
    sub->add_option("-p,--param", line_.parameters, "Parameter name=value, JSON or text")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
  }

  void add_showing(CLI::App* sub) {
    add_format(sub, "How rows are shown: " + format_names());
    sub->add_option("--timeout", line_.time_limit, "Seconds that a query may take")->type_name("SECONDS");
    sub->add_option("--memory-limit", line_.memory_limit_mb, "Memory that a query may take, in MiB")
        ->type_name("MIB");
    sub->add_flag("--timing", line_.timing, "Say how long each query took");
    sub->add_flag("--no-sync", line_.no_sync, "Faster writes; a power cut may lose the last ones");
  }

  void add_keeping() {
    add_on_database("articles", "The articles in a database", run_articles);
    add_inputs(add_on_database("retract", "Take articles and all that stood on them alone away", run_retract),
               "ARTICLE", "Article ids, as `dossier articles` shows them");
    CLI::App* out = add_on_database("export", "Write the graph out", run_export);
    add_format(out, "jsonl, csv, graphml, gexf, dot, html, ntriples, turtle, cypher or ftm");
    CLI::App* in = add_on_database("import", "Bring a graph in", run_import);
    add_inputs(in, "FILE", "Statements as `dossier export --format jsonl` writes them", false);
    in->add_option("--nodes", line_.nodes, "CSV files with :ID, :LABEL and name:type columns")
        ->type_name("FILE");
    in->add_option("--relationships", line_.relationships, "CSV files with :START_ID, :END_ID, :TYPE columns")
        ->type_name("FILE");
    CLI::App* check = add_on_database("check", "Verify a database", run_check);
    check->add_flag("--repair", line_.repair, "Rebuild what can be derived");
    add_on_database("backup", "Copy a database, also while another process writes it", run_backup)
        ->add_option("DIR", line_.copy, "A folder that is not there yet")
        ->required();
    CLI::App* restore = add("restore", "Bring a backup back as a database", run_restore);
    restore->add_option("DIR", line_.copy, "What `dossier backup` made")->required();
    restore->add_option("DB", line_.database, "The database, a folder that is not there yet")->required();
    add_on_database("stats", "Counts of a database", run_stats);
  }

  CLI::App app_{"dossier reads news articles and answers questions about what they say.", "dossier"};
  CommandLine line_;
  Command chosen_ = nullptr;
};

}  // namespace

int run_command_line(std::span<const std::string> arguments, const Streams& streams) {
  Parser parser;
  std::vector<std::string> words(arguments.begin(), arguments.end());
  if (words.size() == 1 && words[0].rfind('-', 0) != 0 && !parser.knows(words[0]))
    words.insert(words.begin(), "shell");
  return parser.run(std::move(words), streams);
}

}  // namespace dossier::shell
