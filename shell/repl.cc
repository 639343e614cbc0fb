#include "shell/repl.h"

#include <fstream>
#include <functional>
#include <map>
#include <ostream>
#include <sstream>

#include "query/executor/functions/text.h"
#include "shell/completion.h"
#include "shell/interrupt.h"
#include "shell/line_editor.h"
#include "shell/parameters.h"

namespace dossier::shell {
namespace {

constexpr std::string_view kHelp =
    "A query ends with ';' and may take several lines. Commands stand on a line of their own:\n"
    "  :format NAME     how rows are shown\n"
    "  :param NAME=VAL  sets a parameter, used as $NAME; VAL is a number, true, false, null, JSON or text\n"
    "  :params          shows the parameters\n"
    "  :schema          labels, relationship types and property keys of this graph\n"
    "  :source FILE     runs a script\n"
    "  :timing          shows how long each query takes, or stops showing it\n"
    "  :help  :quit\n"
    "Ctrl-C stops a running query. The words of the language: docs/query-language.md.\n";

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

class Repl {
 public:
  Repl(Session& session, ShowOptions options, const Streams& streams)
      : session_(session),
        options_(options),
        streams_(streams),
        editor_(streams.in, [&session](std::string_view beginning) {
          return complete_word(beginning, *session.store().snapshot());
        }) {}

  int run() {
    if (editor_.interactive()) {
      streams_.out << session_.store().describe() << "\n:help helps, :quit leaves.\n" << std::flush;
    }
    while (!done_) {
      std::optional<std::string> line = editor_.read(pending_.empty() ? "dossier> " : "     ... ");
      if (!line) break;
      take(*line);
    }
    if (!trimmed(pending_).empty()) run_text(pending_);
    return status_;
  }

 private:
  void take(const std::string& line) {
    const std::string_view text = trimmed(line);
    if (pending_.empty() && text.empty()) return;
    if (pending_.empty() && text.front() == ':') {
      editor_.remember(std::string(text));
      return command(text.substr(1));
    }
    pending_ += line + '\n';
    if (text.empty() || text.back() != ';') return;
    const std::string whole = std::exchange(pending_, {});
    editor_.remember(std::string(trimmed(whole)));
    run_text(whole);
  }

  void run_text(const std::string& text) {
    interrupt_flag()->store(false);
    for (const auto& [query, line] : query::split_statements(text)) {
      const int status = session_.show(query, parameters_, options_, streams_, line);
      if (status != kDone && !editor_.interactive()) status_ = status;
    }
  }

  void command(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string word(text.substr(0, space));
    const std::string rest(space == std::string_view::npos ? "" : trimmed(text.substr(space)));
    static const std::map<std::string, void (Repl::*)(const std::string&), std::less<>> kCommands = {
        {"format", &Repl::set_format},
        {"param", &Repl::set_parameter},
        {"params", &Repl::show_parameters},
        {"schema", &Repl::show_schema},
        {"source", &Repl::source},
        {"timing", &Repl::toggle_timing},
        {"help", &Repl::help},
        {"quit", &Repl::quit},
        {"exit", &Repl::quit},
        {"q", &Repl::quit}};
    const auto found = kCommands.find(word);
    if (found == kCommands.end()) return complain("unknown command :" + word + "; :help lists them");
    (this->*found->second)(rest);
    streams_.out << std::flush;  // the editor writes to the terminal past the stream
  }

  void complain(const std::string& what) {
    streams_.err << what << '\n';
    if (!editor_.interactive()) status_ = kFailed;
  }

  void set_format(const std::string& name) {
    const std::optional<Format> format = find_format(name);
    if (!format) return complain("unknown format '" + name + "'; expected one of " + format_names());
    options_.format = *format;
  }

  void set_parameter(const std::string& text) {
    const Result<std::pair<std::string, graph::Value>> parameter = parse_parameter(text);
    if (!parameter.ok()) return complain(parameter.status().message());
    set(parameters_, *parameter);
  }

  void show_parameters(const std::string&) {
    for (const auto& [name, value] : parameters_)
      streams_.out << '$' << name << " = " << query::display_text(value) << '\n';
  }

  void show_schema(const std::string&) {
    const auto reader = session_.store().snapshot();
    streams_.out << reader->node_count() << " nodes, " << reader->relationship_count() << " relationships\n";
    for (const std::string& label : reader->labels()) {
      const std::uint64_t count = reader->node_count(*reader->find_label(label));
      if (count > 0) streams_.out << "  :" << label << "  " << count << '\n';
    }
    for (const std::string& type : reader->types()) {
      const std::uint64_t count = reader->relationship_count(*reader->find_type(type));
      if (count > 0) streams_.out << "  -[:" << type << "]->  " << count << '\n';
    }
  }

  void source(const std::string& file) {
    std::ifstream in(file);
    if (!in) return complain(file + ": cannot be read");
    std::ostringstream text;
    text << in.rdbuf();
    run_text(text.str());
  }

  void toggle_timing(const std::string&) { options_.timing = !options_.timing; }
  void help(const std::string&) { streams_.out << kHelp << "Formats: " << format_names() << ".\n"; }
  void quit(const std::string&) { done_ = true; }

  Session& session_;
  ShowOptions options_;
  Streams streams_;
  query::Parameters parameters_;
  std::string pending_;
  bool done_ = false;
  int status_ = kDone;
  LineEditor editor_;
};

}  // namespace

int run_repl(Session& session, ShowOptions options, const Streams& streams) {
  return Repl(session, options, streams).run();
}

}  // namespace dossier::shell
