package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates random tables and their parts. */
final class RandomTable {

    private static final List<String> HOSTILE =
            List.of("", "", "", "", "", "Order ", "select ", "ä\"b ", "it's ", "a.b ");

    private final RandomChoices random;
    private final Tokens tokens;

    RandomTable(RandomChoices random, Tokens tokens) {
        this.random = random;
        this.tokens = tokens;
    }

    String name() {
        return random.of(HOSTILE) + tokens.next();
    }

    QualifiedName qualified() {
        return new QualifiedName(random.of(List.of("public", "public", "aside")), name());
    }

    Table table(Schema schema) {
        List<Column> columns = new ArrayList<>();
        int count = 2 + random.below(5);
        for (int i = 0; i < count; i++) {
            columns.add(column(schema, i == 0));
        }
        Table table = Table.of(qualified(), columns);
        if (!random.oneIn(6)) {
            table = with(table, new Constraint.PrimaryKey(tokens.next(), keys(table, random.oneIn(4) ? 2 : 1)));
        }
        return table;
    }

    Column column(Schema schema, boolean key) {
        ColumnType type = key ? random.of(TypeValues.KEYS) : type(schema);
        return Column.of(name(), type).withNullable(!key && random.oneIn(2)).withDefault(value(schema, type));
    }

    private ColumnType type(Schema schema) {
        if (random.oneIn(5) && !schema.enums().isEmpty()) {
            ColumnType named =
                    new ColumnType.UserDefined(random.of(schema.enums()).name(), List.of());
            return random.oneIn(3) ? new ColumnType.Array(named) : named;
        }
        List<ColumnType> domains = RoutineEdits.domains(schema.objects());
        if (random.oneIn(4) && !domains.isEmpty()) {
            return random.of(domains);
        }
        return random.oneIn(2) ? random.of(TypeValues.KEYS) : random.of(TypeValues.OTHERS);
    }

    Optional<ColumnDefault> value(Schema schema, ColumnType type) {
        if (List.of("integer", "bigint").contains(type.toString()) && random.oneIn(4)) {
            return Optional.of(new ColumnDefault.Identity(random.oneIn(2)));
        }
        return random.oneIn(3)
                ? Optional.of(new ColumnDefault.Expression(TypeValues.of(type, 1 + random.below(3), schema)))
                : Optional.empty();
    }

    /** Generates a column that is computed from another. */
    Optional<Column> generated(Table table) {
        return random.maybe(textual(table))
                .map(column -> Column.of(name(), ColumnType.builtin("integer"))
                        .withNullable(true)
                        .withDefault(Optional.of(new ColumnDefault.Generated("length(" + text(column) + ")"))));
    }

    /** Returns columns that can form a key, together with the partition key. */
    List<String> keys(Table table, int count) {
        List<String> names =
                new ArrayList<>(table.partitioning().map(Partitioning::columns).orElse(List.of()));
        for (int i = 0; i < count; i++) {
            random.maybe(table.columns().stream()
                            .filter(column -> TypeValues.isKey(column.type()) && !column.generated())
                            .filter(column -> !names.contains(column.name()))
                            .toList())
                    .ifPresent(column -> names.add(column.name()));
        }
        return names;
    }

    Optional<Constraint> constraint(Table table) {
        List<String> keys = keys(table, random.oneIn(4) ? 2 : 1);
        String name = tokens.next();
        Column any = random.of(table.columns());
        if (keys.isEmpty() || random.oneIn(2)) {
            return Optional.of(
                    new Constraint.Check(name, "length(" + text(any) + ") < " + (90 + random.below(9)), true));
        }
        if (random.oneIn(5)) {
            return Optional.of(new Constraint.Exclusion(
                    name,
                    "btree",
                    List.of(new ExclusionElement(IndexKey.column(keys.get(0)), "=")),
                    random.oneIn(2) ? Optional.of(Identifier.quote(any.name()) + " IS NOT NULL") : Optional.empty(),
                    Deferrability.NOT_DEFERRABLE));
        }
        Deferrability deferrability = random.oneIn(5) ? Deferrability.DEFERRABLE : Deferrability.NOT_DEFERRABLE;
        ConstraintIndex index =
                random.oneIn(5) ? new ConstraintIndex(List.of(any.name()), Map.of()) : ConstraintIndex.PLAIN;
        return Optional.of(new Constraint.Unique(name, keys, random.oneIn(4), deferrability, index));
    }

    Optional<Constraint> reference(Table table, List<Table> targets) {
        return random.maybe(targets)
                .flatMap(target -> random.maybe(keysOf(target)).flatMap(key -> {
                    List<String> own = new ArrayList<>();
                    for (String column : key) {
                        ColumnType type = target.column(column).orElseThrow().type();
                        random.maybe(table.columns().stream()
                                        .filter(each -> each.type().equals(type) && !own.contains(each.name()))
                                        .filter(each -> !each.generated())
                                        .toList())
                                .ifPresent(each -> own.add(each.name()));
                    }
                    return own.size() < key.size()
                            ? Optional.empty()
                            : Optional.of(Constraint.ForeignKey.of(tokens.next(), own, target.name(), key)
                                    .withOnDelete(
                                            random.of(List.of(ForeignKeyAction.NO_ACTION, ForeignKeyAction.CASCADE)),
                                            List.of())
                                    .withDeferrability(random.of(List.of(Deferrability.values()))));
                }));
    }

    /** Returns the columns that a foreign key may reference. */
    static List<List<String>> keysOf(Table table) {
        List<List<String>> keys = new ArrayList<>();
        table.primaryKey().ifPresent(key -> keys.add(key.columns()));
        table.constraints(Constraint.Unique.class)
                .filter(unique -> unique.deferrability() == Deferrability.NOT_DEFERRABLE)
                .forEach(unique -> keys.add(unique.columns()));
        return keys;
    }

    Index index(Table table) {
        List<IndexKey> keys = new ArrayList<>();
        List<Column> textual = textual(table);
        List<String> plain = keys(table, 1 + random.below(2));
        plain.forEach(column -> keys.add(new IndexKey(
                new IndexKey.OfColumn(column),
                Optional.empty(),
                Optional.empty(),
                random.of(List.of(IndexKey.Order.values())))));
        if (keys.isEmpty() || (random.oneIn(4) && !textual.isEmpty())) {
            String sql = textual.isEmpty() ? "1 + 1" : "lower(" + text(random.of(textual)) + ")";
            keys.add(IndexKey.expression(sql));
        }
        Optional<String> where = random.oneIn(4)
                ? Optional.of(Identifier.quote(random.of(table.columns()).name()) + " IS NOT NULL")
                : Optional.empty();
        boolean unique = !plain.isEmpty() && random.oneIn(4);
        return Index.of(tokens.next(), "btree", keys)
                .withUnique(unique)
                .withNullsNotDistinct(unique && random.oneIn(3))
                .withWhere(where)
                .withComment(random.oneIn(5) ? Optional.of("an index") : Optional.empty());
    }

    /** Generates a policy, which may read another table. */
    Policy policy(String name, Table table, List<Table> others) {
        String own = text(random.of(table.columns())) + " <> ''";
        Table other = random.of(others);
        String column = Identifier.quote(random.of(other.columns()).name());
        String sql = random.oneIn(3)
                ? "EXISTS (SELECT FROM " + Identifier.quote(other.name()) + " AS o WHERE o." + column + " IS NOT NULL)"
                : own;
        Policy.Command command = random.of(List.of(Policy.Command.ALL, Policy.Command.SELECT, Policy.Command.UPDATE));
        List<String> roles = List.of(random.oneIn(2) ? "public" : SecurityEdits.ROLE);
        return new Policy(name, command, !random.oneIn(4), roles, Optional.of(sql), Optional.empty());
    }

    static Table with(Table table, Constraint constraint) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        return table.withConstraints(all);
    }

    private static List<Column> textual(Table table) {
        return table.columns().stream()
                .filter(column -> TypeValues.isText(column.type()) && !column.generated())
                .toList();
    }

    private static String text(Column column) {
        return "(" + Identifier.quote(column.name()) + ")::text";
    }
}
