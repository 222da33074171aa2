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

/** Makes tables and their parts at random. */
final class RandomTable {

    private static final List<String> HOSTILE =
            List.of("", "", "", "", "", "Order ", "select ", "ä\"b ", "it's ", "a.b ");

    private final RandomChoices dice;
    private final Tokens tokens;

    RandomTable(RandomChoices dice, Tokens tokens) {
        this.dice = dice;
        this.tokens = tokens;
    }

    String name() {
        return dice.of(HOSTILE) + tokens.next();
    }

    QualifiedName qualified() {
        return new QualifiedName(dice.of(List.of("public", "public", "aside")), name());
    }

    Table table(Schema schema) {
        List<Column> columns = new ArrayList<>();
        int count = 2 + dice.below(5);
        for (int i = 0; i < count; i++) {
            columns.add(column(schema, i == 0));
        }
        Table table = Table.of(qualified(), columns);
        if (!dice.oneIn(6)) {
            table = with(table, new Constraint.PrimaryKey(tokens.next(), keys(table, dice.oneIn(4) ? 2 : 1)));
        }
        return table;
    }

    Column column(Schema schema, boolean key) {
        ColumnType type = key ? dice.of(TypeValues.KEYS) : type(schema);
        return Column.of(name(), type).withNullable(!key && dice.oneIn(2)).withDefault(value(schema, type));
    }

    private ColumnType type(Schema schema) {
        if (dice.oneIn(5) && !schema.enums().isEmpty()) {
            ColumnType named =
                    new ColumnType.UserDefined(dice.of(schema.enums()).name(), List.of());
            return dice.oneIn(3) ? new ColumnType.Array(named) : named;
        }
        return dice.oneIn(2) ? dice.of(TypeValues.KEYS) : dice.of(TypeValues.OTHERS);
    }

    Optional<ColumnDefault> value(Schema schema, ColumnType type) {
        if (List.of("integer", "bigint").contains(type.toString()) && dice.oneIn(4)) {
            return Optional.of(new ColumnDefault.Identity(dice.oneIn(2)));
        }
        return dice.oneIn(3)
                ? Optional.of(new ColumnDefault.Expression(TypeValues.of(type, 1 + dice.below(3), schema)))
                : Optional.empty();
    }

    /** A column that is computed from another. */
    Optional<Column> generated(Table table) {
        return dice.maybe(textual(table))
                .map(column -> Column.of(name(), ColumnType.builtin("integer"))
                        .withNullable(true)
                        .withDefault(Optional.of(new ColumnDefault.Generated("length(" + text(column) + ")"))));
    }

    /** Columns that can be a key together, with those that the table is divided by. */
    List<String> keys(Table table, int count) {
        List<String> names =
                new ArrayList<>(table.partitioning().map(Partitioning::columns).orElse(List.of()));
        for (int i = 0; i < count; i++) {
            dice.maybe(table.columns().stream()
                            .filter(column -> TypeValues.isKey(column.type()) && !column.generated())
                            .filter(column -> !names.contains(column.name()))
                            .toList())
                    .ifPresent(column -> names.add(column.name()));
        }
        return names;
    }

    Optional<Constraint> constraint(Table table) {
        List<String> keys = keys(table, dice.oneIn(4) ? 2 : 1);
        String name = tokens.next();
        Column any = dice.of(table.columns());
        if (keys.isEmpty() || dice.oneIn(2)) {
            return Optional.of(new Constraint.Check(name, "length(" + text(any) + ") < " + (90 + dice.below(9)), true));
        }
        if (dice.oneIn(5)) {
            return Optional.of(new Constraint.Exclusion(
                    name,
                    "btree",
                    List.of(new ExclusionElement(IndexKey.column(keys.get(0)), "=")),
                    dice.oneIn(2) ? Optional.of(Identifier.quote(any.name()) + " IS NOT NULL") : Optional.empty(),
                    Deferrability.NOT_DEFERRABLE));
        }
        Deferrability deferrability = dice.oneIn(5) ? Deferrability.DEFERRABLE : Deferrability.NOT_DEFERRABLE;
        ConstraintIndex index =
                dice.oneIn(5) ? new ConstraintIndex(List.of(any.name()), Map.of()) : ConstraintIndex.PLAIN;
        return Optional.of(new Constraint.Unique(name, keys, dice.oneIn(4), deferrability, index));
    }

    Optional<Constraint> reference(Table table, List<Table> targets) {
        return dice.maybe(targets)
                .flatMap(target -> dice.maybe(keysOf(target)).flatMap(key -> {
                    List<String> own = new ArrayList<>();
                    for (String column : key) {
                        ColumnType type = target.column(column).orElseThrow().type();
                        dice.maybe(table.columns().stream()
                                        .filter(each -> each.type().equals(type) && !own.contains(each.name()))
                                        .filter(each -> !each.generated())
                                        .toList())
                                .ifPresent(each -> own.add(each.name()));
                    }
                    return own.size() < key.size()
                            ? Optional.empty()
                            : Optional.of(Constraint.ForeignKey.of(tokens.next(), own, target.name(), key)
                                    .withOnDelete(
                                            dice.of(List.of(ForeignKeyAction.NO_ACTION, ForeignKeyAction.CASCADE)),
                                            List.of())
                                    .withDeferrability(dice.of(List.of(Deferrability.values()))));
                }));
    }

    /** The columns that others may refer to. */
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
        List<String> plain = keys(table, 1 + dice.below(2));
        plain.forEach(column -> keys.add(new IndexKey(
                new IndexKey.OfColumn(column),
                Optional.empty(),
                Optional.empty(),
                dice.of(List.of(IndexKey.Order.values())))));
        if (keys.isEmpty() || (dice.oneIn(4) && !textual.isEmpty())) {
            String sql = textual.isEmpty() ? "1 + 1" : "lower(" + text(dice.of(textual)) + ")";
            keys.add(IndexKey.expression(sql));
        }
        Optional<String> where = dice.oneIn(4)
                ? Optional.of(Identifier.quote(dice.of(table.columns()).name()) + " IS NOT NULL")
                : Optional.empty();
        boolean unique = !plain.isEmpty() && dice.oneIn(4);
        return Index.of(tokens.next(), "btree", keys)
                .withUnique(unique)
                .withNullsNotDistinct(unique && dice.oneIn(3))
                .withWhere(where)
                .withComment(dice.oneIn(5) ? Optional.of("an index") : Optional.empty());
    }

    /** A policy, which may look at another table. */
    Policy policy(String name, Table table, List<Table> others) {
        String own = text(dice.of(table.columns())) + " <> ''";
        Table other = dice.of(others);
        String column = Identifier.quote(dice.of(other.columns()).name());
        String sql = dice.oneIn(3)
                ? "EXISTS (SELECT FROM " + Identifier.quote(other.name()) + " AS o WHERE o." + column + " IS NOT NULL)"
                : own;
        Policy.Command command = dice.of(List.of(Policy.Command.ALL, Policy.Command.SELECT, Policy.Command.UPDATE));
        List<String> roles = List.of(dice.oneIn(2) ? "public" : SecurityEdits.ROLE);
        return new Policy(name, command, !dice.oneIn(4), roles, Optional.of(sql), Optional.empty());
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
