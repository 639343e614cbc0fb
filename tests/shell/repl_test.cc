#include <catch2/catch.hpp>
#include <sstream>

#include "shell/command_line.h"

using namespace dossier::shell;

namespace {

std::pair<std::string, std::string> talk(const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  run_command_line(std::vector<std::string>{"shell", ":memory:"}, {in, out, err});
  return {out.str(), err.str()};
}

}  // namespace

TEST_CASE("a query may take several lines and ends with a semicolon", "[shell][repl]") {
  CHECK(talk("RETURN 1 +\n 2\n;\nRETURN 'x';\n").first == "3\nx\n");
}

TEST_CASE("the last query needs no semicolon", "[shell][repl]") { CHECK(talk("RETURN 7").first == "7\n"); }

TEST_CASE("an error leaves the shell going", "[shell][repl]") {
  const auto [out, err] = talk("RETURN oops;\nRETURN 2;\n");
  CHECK(out == "2\n");
  CHECK(err.find("oops") != std::string::npos);
}

TEST_CASE("parameters, formats and the schema are set by commands", "[shell][repl]") {
  CHECK(talk(":param who=Ada\nRETURN $who;\n").first == "Ada\n");
  CHECK(talk(":format csv\nRETURN 1 AS n;\n").first == "n\n1\n");
  CHECK(talk("CREATE (:Person);\n:schema\n").first.find(":Person  1") != std::string::npos);
  CHECK(talk(":nonsense\n").second.find(":help") != std::string::npos);
}

TEST_CASE("what a command of the shell says is not kept back until the next query", "[shell][repl]") {
  struct Passed : std::stringbuf {
    int sync() override {
      text = str();
      return 0;
    }
    std::string text;
  } passed;
  struct Complaint : std::stringbuf {  // what had been passed on when it came
    explicit Complaint(const Passed& passed) : passed(passed) {}
    std::streamsize xsputn(const char* text, std::streamsize size) override {
      if (before.empty()) before = passed.text;
      return std::stringbuf::xsputn(text, size);
    }
    const Passed& passed;
    std::string before;
  } complaint(passed);
  std::istringstream in(":help\n:nonsense\n");
  std::ostream out(&passed), err(&complaint);
  run_command_line(std::vector<std::string>{"shell", ":memory:"}, {in, out, err});
  CHECK(complaint.before.find(":quit") != std::string::npos);
}
