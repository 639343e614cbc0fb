// Runs docs/query-language.md from top to bottom: every ```cypher block, and below it what it must give:
// ```rows (columns, then rows), ```error (as render_error draws it), ```warnings or ```plan (with ? for the times).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "dossier/graph/store.h"
#include "dossier/query/diagnostics.h"
#include "dossier/query/engine.h"
#include "query/grammar/tree.h"
#include "query/procedures.h"
#include "tests/support/value_text.h"

namespace dossier::query {
namespace {

struct Block {
  std::string kind, text;
  int line = 0;
};

std::vector<Block> blocks(std::istream& page) {
  std::vector<Block> found;
  std::string line;
  bool inside = false;
  for (int number = 1; std::getline(page, line); ++number) {
    if (line.starts_with("```")) {
      if (!inside) found.push_back({line.substr(3), "", number});
      inside = !inside;
    } else if (inside) {
      found.back().text += line + "\n";
    }
  }
  return found;
}

/// Cells padded so that columns stand below each other.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  const auto width = [](const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
  };
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text += std::string(widths[i] - width(row[i]), ' ') + " | ";
    }
    text += "\n";
  }
  return text;
}

/// What a query gives, as a block of that kind shows it.
std::string answer(Engine& engine, const std::string& query, const std::string& kind) {
  auto cursor = engine.run(query);
  if (!cursor.ok()) return render_error(cursor.status(), query) + "\n";
  std::vector<std::vector<std::string>> rows{(*cursor)->columns()};
  Row row;
  while (true) {
    const auto more = (*cursor)->next(row);
    if (!more.ok()) return render_error(more.status(), query) + "\n";
    if (!*more) break;
    rows.emplace_back();
    for (const graph::Value& value : row)
      rows.back().push_back(testing::value_text(value, (*cursor)->reader()));
  }
  if (kind == "plan") return std::regex_replace((*cursor)->plan(), std::regex("[0-9.]+ ms"), "? ms");
  if (kind != "warnings") return rows[0].empty() ? "" : table(rows);
  std::string text;
  for (const Warning& warning : (*cursor)->warnings()) text += render_warning(warning, query) + "\n";
  return text;
}

std::string without_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("every example of docs/query-language.md gives what stands below it", "[query][docs]") {
  std::ifstream page(DOSSIER_QUERY_LANGUAGE_PAGE);
  REQUIRE(page);
  const std::vector<Block> all = blocks(page);
  REQUIRE(all.size() > 60);
  auto store = graph::Store::open(":memory:", {});
  REQUIRE(store.ok());
  Engine engine(std::move(*store));
  std::ofstream actual;  // DOSSIER_DOCS_ACTUAL=file: what the examples give, to bring the page up to date
  if (const char* path = std::getenv("DOSSIER_DOCS_ACTUAL")) actual.open(path);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind != "cypher") continue;
    const bool shown = i + 1 < all.size() && all[i + 1].kind != "cypher";
    const std::string kind = shown ? all[i + 1].kind : "rows";
    const std::string given = answer(engine, without_end(all[i].text), kind);
    actual << all[i].line << "\n" << given << "\x01\n";
    INFO("line " << all[i].line << ": " << all[i].text);
    CHECK(given == (shown ? all[i + 1].text : ""));
  }
}

TEST_CASE("every clause of the grammar and every procedure has an example on the page", "[query][docs]") {
  std::ifstream in(DOSSIER_QUERY_LANGUAGE_PAGE);
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  std::string examples;
  std::istringstream again(page);
  for (const Block& block : blocks(again)) {
    if (block.kind == "cypher") examples += block.text;
  }
  std::size_t clauses = 0;
#define DOSSIER_NAME(rule, name) #name,
  for (std::string name : {DOSSIER_GRAMMAR_NODES(DOSSIER_NAME)}) {
    if (!name.ends_with("Clause")) continue;
    name.resize(name.size() - 6);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
    INFO(name);
    CHECK(examples.find(name + " ") != std::string::npos);
    ++clauses;
  }
#undef DOSSIER_NAME
  CHECK(clauses >= 11);
  for (const std::string& name : ProcedureRegistry().names()) {
    INFO(name);
    CHECK(page.find("`" + name + "(") != std::string::npos);
    CHECK(examples.find("CALL " + name + "(") != std::string::npos);
  }
}

}  // namespace dossier::query
