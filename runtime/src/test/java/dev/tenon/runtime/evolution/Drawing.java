package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A schema while it is edited, and how it came from the one before. */
final class Drawing {

    final Tokens tokens;
    /** What it is compared with later. */
    final Schema before;

    Schema schema;
    /** The tokens of what was there before, with values that are known. */
    final Set<String> old = new TreeSet<>();
    /** For each token that took the place of one, that one. */
    final Map<String, String> origins = new HashMap<>();
    /** For each label that gets the rows of one that is gone, the token which that had at first. */
    final Map<String, String> taken = new HashMap<>();

    Drawing(Schema schema, Tokens tokens) {
        this.schema = schema;
        this.before = schema;
        this.tokens = tokens;
        for (Table table : schema.tables()) {
            old.add(Tokens.of(table.name().name()));
            table.columns().stream()
                    .filter(column -> !column.generated())
                    .forEach(column -> old.add(Tokens.of(column.name())));
        }
        schema.enums().forEach(type -> {
            old.add(Tokens.of(type.name().name()));
            type.labels().forEach(label -> old.addAll(Tokens.in(label)));
        });
    }

    void rename(String token) {
        String fresh = tokens.next();
        schema = Tokens.replace(schema, token, fresh);
        origins.put(fresh, origins.getOrDefault(token, token));
    }

    /** Goes on with another schema, as far as it is whole. */
    void set(Schema other) {
        schema = ReferencePruner.of(other);
    }

    RandomTable names(RandomChoices dice) {
        return new RandomTable(dice, tokens);
    }

    /** Takes an object into another PostgreSQL schema, wherever it is spoken of. */
    void move(QualifiedName from, QualifiedName to) {
        String text = SnapshotJson.write(schema);
        text = text.replace(json(Identifier.quote(from)), json(Identifier.quote(to)));
        set(SnapshotJson.read(text.replace(json(from.toString()), json(to.toString()))));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    void replace(Table table, UnaryOperator<Table> change) {
        set(schema.withTables(Edit.replaced(schema.tables(), table, change)));
    }

    void replace(Table table, Column column, UnaryOperator<Column> change) {
        replace(table, owner -> owner.withColumns(Edit.replaced(owner.columns(), column, change)));
    }

    /** Whether it holds what the same thing before held. */
    boolean isOld(String name) {
        return old.contains(origin(name));
    }

    /** The tables with rows, and of their columns those that hold values which are known. */
    List<Table> settled() {
        return schema.tables().stream()
                .filter(table -> isOld(table.name().name()))
                .map(this::settled)
                .filter(table -> !table.columns().isEmpty())
                .toList();
    }

    /** The table without the columns that are new to its rows: all of these have one value. */
    Table settled(Table table) {
        if (!isOld(table.name().name())) {
            return table;
        }
        Set<String> fresh = new TreeSet<>();
        table.columns().stream()
                .map(Column::name)
                .filter(column -> !isOld(column))
                .forEach(column -> fresh.add(Tokens.of(column)));
        List<Column> columns =
                table.columns().stream().filter(column -> isOld(column.name())).toList();
        return columns.isEmpty()
                ? table
                : table.withColumns(columns)
                        .withConstraints(table.constraints().stream()
                                .filter(each ->
                                        Tokens.in(each.toString()).stream().noneMatch(fresh::contains))
                                .toList());
    }

    String origin(String name) {
        String token = Tokens.of(name);
        return origins.getOrDefault(token, token);
    }
}
