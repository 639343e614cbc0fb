#include "shell/render/renderer.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "query/json/json_text.h"
#include "query/json/plain_json.h"
#include "shell/render/csv_cell.h"
#include "shell/render/grid.h"
#include "shell/render/text_layout.h"
#include "shell/render/value_text.h"

namespace dossier::shell {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 9> kFormats = {{{"box", Format::kBox},
                                                                          {"table", Format::kTable},
                                                                          {"csv", Format::kCsv},
                                                                          {"tsv", Format::kTsv},
                                                                          {"json", Format::kJson},
                                                                          {"jsonl", Format::kJsonl},
                                                                          {"markdown", Format::kMarkdown},
                                                                          {"vertical", Format::kVertical},
                                                                          {"plain", Format::kPlain}}};

// IANA text/tab-separated-values has no quoting: backslash escapes, as PostgreSQL's COPY.
std::string tsv_cell(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string plain_cell(const std::string& text) { return text; }

/// A line a row, cells joined by a separator.
class DelimitedRenderer : public Renderer {
 public:
  DelimitedRenderer(std::ostream& out, std::string_view separator, std::string (*cell)(const std::string&),
                    bool header)
      : out_(out), separator_(separator), cell_(cell), header_(header) {}

  void begin(const std::vector<std::string>& columns) override {
    if (header_ && !columns.empty()) write(columns);
  }
  void row(const query::Row& row, const graph::Reader& reader) override {
    std::vector<std::string> cells;
    for (const graph::Value& value : row) cells.push_back(to_text(value, reader));
    write(cells);
  }
  void end() override {}

 private:
  void write(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ << (i ? separator_ : "") << cell_(cells[i]);
    out_ << '\n';
  }
  std::ostream& out_;
  std::string_view separator_;
  std::string (*cell_)(const std::string&);
  bool header_;
};

/// An object a row: one a line, or all in one array.
class JsonRenderer : public Renderer {
 public:
  JsonRenderer(std::ostream& out, bool array) : out_(out), array_(array) {}
  void begin(const std::vector<std::string>& columns) override { columns_ = columns; }
  void row(const query::Row& row, const graph::Reader& reader) override {
    std::string text = "{";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ", ";
      query::append_json_string(columns_[i], text);
      text += ": ";
      if (!query::append_plain_json(row[i], reader, text).ok()) text += "null";
    }
    text += '}';
    if (array_) out_ << (first_ ? "[" : ",\n ");
    out_ << text;
    if (!array_) out_ << '\n';
    first_ = false;
  }
  void end() override {
    if (array_) out_ << (first_ ? "[]\n" : "]\n");
  }

 private:
  std::ostream& out_;
  bool array_;
  bool first_ = true;
  std::vector<std::string> columns_;
};

/// A line a cell: for rows with long texts.
class VerticalRenderer : public Renderer {
 public:
  VerticalRenderer(std::ostream& out, int width) : out_(out), width_(width) {}
  void begin(const std::vector<std::string>& columns) override {
    columns_ = columns;
    for (const std::string& column : columns_) name_width_ = std::max(name_width_, display_width(column));
  }
  void row(const query::Row& row, const graph::Reader& reader) override {
    out_ << "-- row " << ++number_ << '\n';
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string name = pad(columns_[i], name_width_);
      const int room = width_ > name_width_ + 12 ? width_ - name_width_ - 3 : 1 << 20;
      for (const std::string& line : fold(to_text(row[i], reader), room)) {
        out_ << name << " | " << line << '\n';
        name = std::string(static_cast<std::size_t>(name_width_), ' ');
      }
    }
  }
  void end() override {}

 private:
  std::ostream& out_;
  int width_;
  int name_width_ = 0;
  int number_ = 0;
  std::vector<std::string> columns_;
};

}  // namespace

std::optional<Format> find_format(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::string format_names() {
  std::string names;
  for (const auto& [name, format] : kFormats) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

std::unique_ptr<Renderer> make_renderer(Format format, std::ostream& out, int width) {
  switch (format) {
    case Format::kCsv:
      return std::make_unique<DelimitedRenderer>(out, ",", csv_cell, true);
    case Format::kTsv:
      return std::make_unique<DelimitedRenderer>(out, "\t", tsv_cell, true);
    case Format::kPlain:
      return std::make_unique<DelimitedRenderer>(out, " | ", plain_cell, false);
    case Format::kJson:
      return std::make_unique<JsonRenderer>(out, true);
    case Format::kJsonl:
      return std::make_unique<JsonRenderer>(out, false);
    case Format::kVertical:
      return std::make_unique<VerticalRenderer>(out, width);
    case Format::kBox:
    case Format::kTable:
    case Format::kMarkdown:
      break;
  }
  return make_grid_renderer(format, out, width);
}

}  // namespace dossier::shell
