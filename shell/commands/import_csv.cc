#include "shell/commands/import_csv.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <future>
#include <optional>
#include <span>
#include <thread>

#include "dossier/status_macros.h"
#include "shell/commands/csv_columns.h"
#include "shell/commands/id_map.h"
#include "shell/csv_reader.h"

namespace dossier::shell {
namespace {

// Where the rows go: an empty store is filled in bulk, another one by a transaction.
class Target {
 public:
  using Properties = graph::BulkImport::Properties;

  virtual ~Target() = default;
  virtual graph::KeyId key(std::string_view name) = 0;
  virtual graph::LabelId label(std::string_view name) = 0;
  virtual graph::TypeId type(std::string_view name) = 0;
  /// So that nodes are found by the ids of their file.
  virtual Status index(graph::KeyId key) = 0;
  virtual Result<graph::NodeId> add_node(std::span<const graph::LabelId> labels, Properties properties) = 0;
  virtual Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                                  Properties properties) = 0;
  virtual Status finish() = 0;
};

class BulkTarget : public Target {
 public:
  explicit BulkTarget(std::unique_ptr<graph::BulkImport> import) : import_(std::move(import)) {}
  graph::KeyId key(std::string_view name) override { return import_->key(name); }
  graph::LabelId label(std::string_view name) override { return import_->label(name); }
  graph::TypeId type(std::string_view name) override { return import_->type(name); }
  // A property that earlier nodes carry already stays without an index: that costs time, not answers.
  Status index(graph::KeyId key) override {
    Status status = import_->create_index(key);
    return status.code() == StatusCode::kInvalidArgument ? Status() : status;
  }
  Result<graph::NodeId> add_node(std::span<const graph::LabelId> labels, Properties properties) override {
    return import_->add_node(labels, properties);
  }
  Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                          Properties properties) override {
    return import_->add_relationship(start, type, end, properties);
  }
  Status finish() override { return import_->finish(); }

 private:
  std::unique_ptr<graph::BulkImport> import_;
};

class TransactionTarget : public Target {
 public:
  explicit TransactionTarget(std::unique_ptr<graph::Transaction> transaction)
      : transaction_(std::move(transaction)) {}
  graph::KeyId key(std::string_view name) override { return transaction_->key(name); }
  graph::LabelId label(std::string_view name) override { return transaction_->label(name); }
  graph::TypeId type(std::string_view name) override { return transaction_->type(name); }
  Status index(graph::KeyId key) override { return transaction_->create_index(key); }
  Result<graph::NodeId> add_node(std::span<const graph::LabelId> labels, Properties properties) override {
    return transaction_->create_node({labels.begin(), labels.end()}, {properties.begin(), properties.end()});
  }
  Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                          Properties properties) override {
    return transaction_->create_relationship(start, type, end, {properties.begin(), properties.end()})
        .status();
  }
  Status finish() override { return transaction_->commit(); }

 private:
  std::unique_ptr<graph::Transaction> transaction_;
};

Result<std::unique_ptr<Target>> target_for(graph::Store& store) {
  Result<std::unique_ptr<graph::BulkImport>> import = store.begin_bulk_import();
  if (import.ok()) return std::unique_ptr<Target>(std::make_unique<BulkTarget>(*std::move(import)));
  if (import.status().code() != StatusCode::kInvalidArgument) return import.status();
  DOSSIER_ASSIGN_OR_RETURN(std::unique_ptr<graph::Transaction> transaction, store.begin());
  return std::unique_ptr<Target>(std::make_unique<TransactionTarget>(std::move(transaction)));
}

// A file's header: its columns, and the property keys of those that are kept.
struct Table {
  std::string file;
  std::vector<Column> columns;
  std::vector<graph::KeyId> keys;
  std::vector<std::size_t> by_key;  // columns in the order of their keys: properties then come out sorted
  bool has_ends = false;            // of relationships
};

// The rows of a block with their cells as values. What is a text points into the block.
struct Rows {
  struct Row {
    std::uint64_t line;
    std::string_view id, labels, type;
    graph::NodeId start{}, end{};
    std::size_t properties_end;  // in `properties`; they begin where the row before ends
  };
  void clear() {
    reader.reset();
    rows.clear();
    properties.clear();
  }

  CsvBlock block;
  std::optional<CsvReader> reader;  // holds cells that had quotes in them
  std::vector<Row> rows;
  graph::Properties properties;
  Status status;  // why there are no more
};

graph::Value id_value(std::string_view id) {
  static const Column kInteger{ColumnRole::kProperty, "", CellType::kInteger, false};
  Result<graph::Value> number = parse_cell(id, kInteger);
  return number.ok() ? *std::move(number) : graph::Value(id);
}

// One block, in any thread.
class BlockParser {
 public:
  BlockParser(const Table& table, const IdMap& nodes, Rows& out) : table_(table), nodes_(nodes), out_(out) {}

  Status run() {
    CsvReader& reader = out_.reader.emplace(out_.block.bytes, table_.file, out_.block.first_line);
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, reader.next(cells_));
      if (!more) return {};
      if (cells_.size() != table_.columns.size()) {
        return invalid_argument(reader.place() + ": " + std::to_string(cells_.size()) + " cells, expected " +
                                std::to_string(table_.columns.size()));
      }
      if (Status status = take_row(reader.line()); !status.ok()) return status.with_context(reader.place());
    }
  }

 private:
  Status take_row(std::uint64_t line) {
    Rows::Row row{.line = line, .id = {}, .labels = {}, .type = {}, .properties_end = 0};
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      switch (table_.columns[i].role) {
        case ColumnRole::kId:
          row.id = cells_[i];
          break;
        case ColumnRole::kLabel:
          row.labels = cells_[i];
          break;
        case ColumnRole::kType:
          row.type = cells_[i];
          break;
        case ColumnRole::kStartId:
          start_ = cells_[i];
          break;
        case ColumnRole::kEndId:
          end_ = cells_[i];
          break;
        default:
          break;
      }
    }
    if (table_.has_ends) {
      DOSSIER_RETURN_IF_ERROR(find_end(start_, row.start));
      DOSSIER_RETURN_IF_ERROR(find_end(end_, row.end));
    }
    for (const std::size_t i : table_.by_key) DOSSIER_RETURN_IF_ERROR(add_property(i));
    row.properties_end = out_.properties.size();
    out_.rows.push_back(row);
    return {};
  }

  Status add_property(std::size_t i) {
    const Column& column = table_.columns[i];
    if (column.role == ColumnRole::kId) {
      out_.properties.emplace_back(table_.keys[i], id_value(cells_[i]));
      return {};
    }
    DOSSIER_ASSIGN_OR_RETURN(graph::Value value, parse_cell(cells_[i], column));
    if (!value.is_null()) out_.properties.emplace_back(table_.keys[i], std::move(value));
    return {};
  }

  Status find_end(std::string_view id, graph::NodeId& node) const {
    const std::optional<graph::NodeId> known = nodes_.find(id);
    if (!known) return invalid_argument("no node file has the id '" + std::string(id) + "'");
    node = *known;
    return {};
  }

  const Table& table_;
  const IdMap& nodes_;
  Rows& out_;
  std::vector<std::string_view> cells_;
  std::string_view start_, end_;
};

class CsvImporter {
 public:
  explicit CsvImporter(Target& target) : target_(target) {}

  Status take_nodes(const std::string& file) {
    return for_each_row(file, {ColumnRole::kId}, [this](const Rows::Row& row, Target::Properties properties) {
      return take_node(row, properties);
    });
  }
  Status take_relationships(const std::string& file) {
    return for_each_row(file, {ColumnRole::kStartId, ColumnRole::kEndId},
                        [this](const Rows::Row& row, Target::Properties properties) {
                          return take_relationship(row, properties);
                        });
  }
  const CsvImportReport& report() const { return report_; }

 private:
  // Blocks are parsed by all cores and taken in their order, so that the cores change nothing but the time.
  template <typename Take>
  Status for_each_row(const std::string& file, std::initializer_list<ColumnRole> required, const Take& take) {
    constexpr std::size_t kBlock = 256 << 10;
    std::ifstream in(file, std::ios::binary);
    if (!in) return not_found(file + ": cannot be read");
    CsvBlocks blocks(in, kBlock);
    CsvBlock block;
    bool more = blocks.next(block);
    DOSSIER_ASSIGN_OR_RETURN(const Table table, read_header(file, required, block));
    const std::size_t threads = std::max(std::thread::hardware_concurrency(), 1u);
    std::vector<Rows> rows(threads);  // used in turn, so that their memory is taken once
    std::deque<std::future<void>> parsing;
    for (std::size_t read = 0, taken = 0; more || taken < read; ++taken) {
      for (; more && parsing.size() < threads; ++read) {
        Rows& next = rows[read % threads];
        next.clear();
        std::swap(next.block, block);
        parsing.push_back(std::async(std::launch::async, [&table, &next, this] {
          next.status = BlockParser(table, nodes_, next).run();
        }));
        more = blocks.next(block);
      }
      parsing.front().get();
      parsing.pop_front();
      DOSSIER_RETURN_IF_ERROR(take_block(file, rows[taken % threads], take));
    }
    return {};
  }

  template <typename Take>
  static Status take_block(const std::string& file, const Rows& rows, const Take& take) {
    const Target::Properties properties(rows.properties);
    std::size_t begin = 0;
    for (const Rows::Row& row : rows.rows) {
      Status status = take(row, properties.subspan(begin, row.properties_end - begin));
      if (!status.ok()) return status.with_context(file + ":" + std::to_string(row.line));
      begin = row.properties_end;
    }
    return rows.status;
  }

  // Takes the header off the first block.
  Result<Table> read_header(const std::string& file, std::initializer_list<ColumnRole> required,
                            CsvBlock& block) {
    CsvReader reader(block.bytes, file);
    std::vector<std::string_view> cells;
    DOSSIER_ASSIGN_OR_RETURN(const bool any, reader.next(cells));
    if (!any) return invalid_argument(file + ": is empty; expected a header such as name,:ID,:LABEL");
    Table table;
    table.file = file;
    for (const std::string_view header : cells) {
      Result<Column> column = parse_column(header);
      if (!column.ok()) return column.status().with_context(file + ":1");
      table.keys.push_back(column->name.empty() ? graph::KeyId{} : target_.key(column->name));
      const bool is_named_id = column->role == ColumnRole::kId && !column->name.empty();
      if (is_named_id) DOSSIER_RETURN_IF_ERROR(target_.index(table.keys.back()));
      if (is_named_id || column->role == ColumnRole::kProperty) table.by_key.push_back(table.columns.size());
      table.columns.push_back(*std::move(column));
    }
    std::stable_sort(table.by_key.begin(), table.by_key.end(),
                     [&](std::size_t a, std::size_t b) { return table.keys[a] < table.keys[b]; });
    for (const ColumnRole role : required) {
      if (std::none_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& c) { return c.role == role; })) {
        return invalid_argument(
            file + ":1: a column :ID of nodes, or :START_ID and :END_ID of relationships, is missing");
      }
    }
    table.has_ends = required.size() == 2;
    block.first_line = reader.next_line();
    block.bytes.erase(0, reader.offset());
    return table;
  }

  Status take_node(const Rows::Row& row, Target::Properties properties) {
    labels_.clear();
    for (std::size_t begin = 0; begin < row.labels.size();) {
      const std::size_t end = std::min(row.labels.find(';', begin), row.labels.size());
      if (end > begin) labels_.push_back(target_.label(row.labels.substr(begin, end - begin)));
      begin = end + 1;
    }
    std::sort(labels_.begin(), labels_.end());
    labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
    DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId node, target_.add_node(labels_, properties));
    if (!nodes_.add(row.id, node))
      return invalid_argument("the id '" + std::string(row.id) + "' was given before");
    ++report_.nodes;
    return {};
  }

  Status take_relationship(const Rows::Row& row, Target::Properties properties) {
    if (row.type.empty()) return invalid_argument("the relationship has no type; expected a column :TYPE");
    ++report_.relationships;
    return target_.add_relationship(row.start, target_.type(row.type), row.end, properties);
  }

  Target& target_;
  CsvImportReport report_;
  IdMap nodes_;
  std::vector<graph::LabelId> labels_;  // of the node being taken
};

}  // namespace

Result<CsvImportReport> import_csv(graph::Store& store, const std::vector<std::string>& node_files,
                                   const std::vector<std::string>& relationship_files) {
  DOSSIER_ASSIGN_OR_RETURN(const std::unique_ptr<Target> target, target_for(store));
  CsvImporter importer(*target);
  for (const std::string& file : node_files) DOSSIER_RETURN_IF_ERROR(importer.take_nodes(file));
  for (const std::string& file : relationship_files)
    DOSSIER_RETURN_IF_ERROR(importer.take_relationships(file));
  DOSSIER_RETURN_IF_ERROR(target->finish());
  return importer.report();
}

}  // namespace dossier::shell
