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

/** A schema during edits, with its history. */
final class EditedSchema {

    final Tokens tokens;
    /** The schema before the edits. */
    final Schema before;

    Schema schema;
    /** The tokens of objects that existed before, with known values. */
    final Set<String> old = new TreeSet<>();
    /** For each replacing token, the replaced one. */
    final Map<String, String> origins = new HashMap<>();
    /** For each label that takes the rows of a removed one, the original token. */
    final Map<String, String> taken = new HashMap<>();

    EditedSchema(Schema schema, Tokens tokens) {
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

    /** Renames an object, and returns the token of its new name. */
    String rename(String token) {
        String fresh = tokens.next();
        schema = Tokens.replace(schema, token, fresh);
        origins.put(fresh, origin(token));
        return fresh;
    }

    /** Exchanges two names. */
    void swap(String one, String other) {
        String free = tokens.next();
        schema = Tokens.replace(Tokens.replace(Tokens.replace(schema, one, free), other, one), free, other);
        String origin = origin(one);
        origins.put(one, origin(other));
        origins.put(other, origin);
    }

    /** Gives an object the name of another one, which gets a fresh name. */
    void follow(String one, String other) {
        rename(other);
        schema = Tokens.replace(schema, one, other);
        origins.put(other, origin(one));
    }

    /** Declares that the name is free for a new object, which is not the one that had it. */
    void makeNew(String token) {
        origins.put(token, tokens.next());
    }

    /** Declares that a conversion gives a column other values than those of its type. */
    void forgetValues(String column) {
        old.remove(origin(column));
    }

    /** Continues with another schema, without its dangling references. */
    void set(Schema other) {
        schema = ReferencePruner.of(other);
    }

    RandomTable names(RandomChoices random) {
        return new RandomTable(random, tokens);
    }

    /** Moves an object to another PostgreSQL schema, with all its references. */
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

    /** Whether its values are those of the same object before. */
    boolean isOld(String name) {
        return old.contains(origin(name));
    }

    /** Returns the tables with rows, with only the columns whose values are known. */
    List<Table> withKnownValues() {
        return schema.tables().stream()
                .filter(table -> isOld(table.name().name()))
                .map(this::withKnownValues)
                .filter(table -> !table.columns().isEmpty())
                .toList();
    }

    /** Returns the table without the columns that are new to its rows, because all their values are equal. */
    Table withKnownValues(Table table) {
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
