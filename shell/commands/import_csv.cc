#include "shell/commands/import_csv.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <unordered_map>

#include "dossier/status_macros.h"
#include "shell/commands/csv_columns.h"
#include "shell/csv_reader.h"

namespace dossier::shell {
namespace {

// Where the rows go: an empty store is filled in bulk, another one by a transaction.
class Target {
 public:
  virtual ~Target() = default;
  virtual graph::KeyId key(std::string_view name) = 0;
  virtual graph::LabelId label(std::string_view name) = 0;
  virtual graph::TypeId type(std::string_view name) = 0;
  /// So that nodes are found by the ids of their file.
  virtual Status index(graph::KeyId key) = 0;
  virtual Result<graph::NodeId> add_node(std::vector<graph::LabelId> labels, graph::Properties properties) = 0;
  virtual Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                                  graph::Properties properties) = 0;
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
  Result<graph::NodeId> add_node(std::vector<graph::LabelId> labels, graph::Properties properties) override {
    return import_->add_node(labels, properties);
  }
  Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                          graph::Properties properties) override {
    return import_->add_relationship(start, type, end, properties);
  }
  Status finish() override { return import_->finish(); }

 private:
  std::unique_ptr<graph::BulkImport> import_;
};

class TransactionTarget : public Target {
 public:
  explicit TransactionTarget(std::unique_ptr<graph::Transaction> transaction) : transaction_(std::move(transaction)) {}
  graph::KeyId key(std::string_view name) override { return transaction_->key(name); }
  graph::LabelId label(std::string_view name) override { return transaction_->label(name); }
  graph::TypeId type(std::string_view name) override { return transaction_->type(name); }
  Status index(graph::KeyId key) override { return transaction_->create_index(key); }
  Result<graph::NodeId> add_node(std::vector<graph::LabelId> labels, graph::Properties properties) override {
    return transaction_->create_node(std::move(labels), std::move(properties));
  }
  Status add_relationship(graph::NodeId start, graph::TypeId type, graph::NodeId end,
                          graph::Properties properties) override {
    return transaction_->create_relationship(start, type, end, std::move(properties)).status();
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

class CsvImporter {
 public:
  explicit CsvImporter(Target& target) : target_(target) {}

  Status take_nodes(const std::string& file) {
    return for_each_row(file, {ColumnRole::kId}, [&](const Table& table) { return take_node(table); });
  }
  Status take_relationships(const std::string& file) {
    return for_each_row(file, {ColumnRole::kStartId, ColumnRole::kEndId},
                        [&](const Table& table) { return take_relationship(table); });
  }
  const CsvImportReport& report() const { return report_; }

 private:
  struct Table {
    std::vector<Column> columns;
    std::vector<graph::KeyId> keys;  // of property columns
    std::vector<std::string_view> cells;
    std::string place;
  };

  template <typename Take>
  Status for_each_row(const std::string& file, std::initializer_list<ColumnRole> required, Take take) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return not_found(file + ": cannot be read");
    CsvReader reader(in, file);
    Table table;
    DOSSIER_ASSIGN_OR_RETURN(const bool any, reader.next(table.cells));
    if (!any) return invalid_argument(file + ": is empty; expected a header such as name,:ID,:LABEL");
    for (const std::string_view header : table.cells) {
      Result<Column> column = parse_column(header);
      if (!column.ok()) return column.status().with_context(file + ":1");
      table.keys.push_back(column->name.empty() ? graph::KeyId{} : target_.key(column->name));
      if (column->role == ColumnRole::kId && !column->name.empty()) {
        DOSSIER_RETURN_IF_ERROR(target_.index(table.keys.back()));
      }
      table.columns.push_back(*std::move(column));
    }
    for (const ColumnRole role : required) {
      if (std::none_of(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.role == role; })) {
        return invalid_argument(file + ":1: a column :ID of nodes, or :START_ID and :END_ID of relationships, is missing");
      }
    }
    while (true) {
      DOSSIER_ASSIGN_OR_RETURN(const bool more, reader.next(table.cells));
      if (!more) return {};
      table.place = reader.place();
      if (table.cells.size() != table.columns.size()) {
        return invalid_argument(table.place + ": " + std::to_string(table.cells.size()) + " cells, expected " +
                                std::to_string(table.columns.size()));
      }
      if (Status status = take(table); !status.ok()) return status.with_context(table.place);
    }
  }

  Status add_property(const Table& table, std::size_t i, graph::Properties& properties) {
    Result<graph::Value> value = parse_cell(table.cells[i], table.columns[i]);
    if (!value.ok()) return value.status();
    if (!value->is_null()) properties.emplace_back(table.keys[i], *std::move(value));
    return {};
  }

  static void sort_by_key(graph::Properties& properties) {
    std::sort(properties.begin(), properties.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  Status take_node(const Table& table) {
    graph::Properties properties;
    std::vector<graph::LabelId> labels;
    std::string_view id;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Column& column = table.columns[i];
      if (column.role == ColumnRole::kProperty) DOSSIER_RETURN_IF_ERROR(add_property(table, i, properties));
      if (column.role == ColumnRole::kLabel) add_labels(table.cells[i], labels);
      if (column.role != ColumnRole::kId) continue;
      id = table.cells[i];
      if (!column.name.empty()) properties.emplace_back(table.keys[i], id_value(id));
    }
    sort_by_key(properties);
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    DOSSIER_ASSIGN_OR_RETURN(const graph::NodeId node, target_.add_node(std::move(labels), std::move(properties)));
    if (!nodes_.emplace(id, node).second) return invalid_argument("the id '" + std::string(id) + "' was given before");
    ++report_.nodes;
    return {};
  }

  void add_labels(std::string_view text, std::vector<graph::LabelId>& labels) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      if (end > begin) labels.push_back(target_.label(text.substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  static graph::Value id_value(std::string_view id) {
    Result<graph::Value> number = parse_cell(id, Column{ColumnRole::kProperty, "", CellType::kInteger, false});
    return number.ok() ? *std::move(number) : graph::Value(id);
  }

  Result<graph::NodeId> end(std::string_view id) const {
    const auto known = nodes_.find(std::string(id));
    if (known == nodes_.end()) return invalid_argument("no node file has the id '" + std::string(id) + "'");
    return known->second;
  }

  Status take_relationship(const Table& table) {
    graph::Properties properties;
    std::optional<graph::NodeId> from, to;
    std::string_view type;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      switch (table.columns[i].role) {
        case ColumnRole::kStartId: {
          DOSSIER_ASSIGN_OR_RETURN(from, end(table.cells[i]));
          break;
        }
        case ColumnRole::kEndId: {
          DOSSIER_ASSIGN_OR_RETURN(to, end(table.cells[i]));
          break;
        }
        case ColumnRole::kType: type = table.cells[i]; break;
        case ColumnRole::kProperty: DOSSIER_RETURN_IF_ERROR(add_property(table, i, properties)); break;
        default: break;
      }
    }
    if (type.empty()) return invalid_argument("the relationship has no type; expected a column :TYPE");
    sort_by_key(properties);
    ++report_.relationships;
    return target_.add_relationship(*from, target_.type(type), *to, std::move(properties));
  }

  Target& target_;
  CsvImportReport report_;
  std::unordered_map<std::string, graph::NodeId> nodes_;
};

}  // namespace

Result<CsvImportReport> import_csv(graph::Store& store, const std::vector<std::string>& node_files,
                                   const std::vector<std::string>& relationship_files) {
  DOSSIER_ASSIGN_OR_RETURN(const std::unique_ptr<Target> target, target_for(store));
  CsvImporter importer(*target);
  for (const std::string& file : node_files) DOSSIER_RETURN_IF_ERROR(importer.take_nodes(file));
  for (const std::string& file : relationship_files) DOSSIER_RETURN_IF_ERROR(importer.take_relationships(file));
  DOSSIER_RETURN_IF_ERROR(target->finish());
  return importer.report();
}

}  // namespace dossier::shell
