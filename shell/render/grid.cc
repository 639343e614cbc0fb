// Box, table and Markdown: cells in columns. The rows are kept until the end, since the widest decides.
#include "shell/render/grid.h"

#include <algorithm>
#include <ostream>

#include "shell/render/text_layout.h"
#include "shell/render/value_text.h"

namespace dossier::shell {
namespace {

struct Lines {
  std::string_view left, fill, cross, right;
};

struct Style {
  std::string_view bar;
  std::optional<Lines> top, middle, bottom;
};

Style style_of(Format format) {
  if (format == Format::kBox) {
    return {"│", Lines{"┌", "─", "┬", "┐"}, Lines{"├", "─", "┼", "┤"}, Lines{"└", "─", "┴", "┘"}};
  }
  if (format == Format::kTable) {
    const Lines line{"+", "-", "+", "+"};
    return {"|", line, line, line};
  }
  return {"|", std::nullopt, Lines{"|", "-", "|", "|"}, std::nullopt};
}

class GridRenderer : public Renderer {
 public:
  GridRenderer(Format format, std::ostream& out, int width)
      : format_(format),
        style_(style_of(format)),
        out_(out),
        width_(format == Format::kMarkdown ? 0 : width) {}

  void begin(const std::vector<std::string>& columns) override { columns_ = columns; }

  void row(const query::Row& row, const graph::Reader& reader) override {
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (const graph::Value& value : row) cells.push_back(cell(value, reader));
    rows_.push_back(std::move(cells));
  }

  void end() override {
    if (columns_.empty()) return;
    measure();
    rule(style_.top);
    line(columns_);
    rule(style_.middle);
    for (const auto& row : rows_) line(row);
    rule(style_.bottom);
    if (format_ != Format::kMarkdown) {
      out_ << rows_.size() << (rows_.size() == 1 ? " row\n" : " rows\n");
    }
  }

 private:
  std::string cell(const graph::Value& value, const graph::Reader& reader) const {
    std::string text = to_text(value, reader);
    if (format_ != Format::kMarkdown) return text;
    std::string escaped;
    for (const char c : text) {
      if (c == '|') escaped += '\\';
      escaped += c == '\n' ? std::string("<br>") : std::string(1, c);
    }
    return escaped;
  }

  void measure() {
    widths_.clear();
    for (const std::string& column : columns_) widths_.push_back(display_width(column));
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        for (const std::string& part : fold(row[i], 1 << 20)) {
          widths_[i] = std::max(widths_[i], display_width(part));
        }
      }
    }
    widths_ = fit_columns(std::move(widths_), width_, static_cast<int>(columns_.size()) * 3 + 1);
  }

  void rule(const std::optional<Lines>& lines) {
    if (!lines) return;
    out_ << lines->left;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i > 0) out_ << lines->cross;
      for (int n = 0; n < widths_[i] + 2; ++n) out_ << lines->fill;
    }
    out_ << lines->right << '\n';
  }

  void line(const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> folded;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      folded.push_back(fold(cells[i], widths_[i]));
      height = std::max(height, folded.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
      for (std::size_t i = 0; i < folded.size(); ++i) {
        out_ << style_.bar << ' ' << pad(y < folded[i].size() ? folded[i][y] : "", widths_[i]) << ' ';
      }
      out_ << style_.bar << '\n';
    }
  }

  Format format_;
  Style style_;
  std::ostream& out_;
  int width_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<int> widths_;
};

}  // namespace

std::unique_ptr<Renderer> make_grid_renderer(Format format, std::ostream& out, int width) {
  return std::make_unique<GridRenderer>(format, out, width);
}

}  // namespace dossier::shell
