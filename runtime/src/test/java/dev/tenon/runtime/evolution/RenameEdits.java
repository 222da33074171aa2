package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;

/** Edits by which columns and tables take the names of others. */
final class RenameEdits {

    static final List<Edit> ALL = List.of(
            columns("swap columns", (edited, random, one, other) -> edited.swap(one, other)),
            columns("rename columns in a chain", (edited, random, one, other) -> edited.follow(one, other)),
            Edit.table("take name of renamed column", RenameEdits::takeColumn),
            Edit.table("rename column and change its type", RenameEdits::convert),
            tables("swap tables", (edited, random, one, other) -> edited.swap(one, other)),
            tables("rename tables in a chain", (edited, random, one, other) -> edited.follow(one, other)),
            Edit.table("take name of renamed table", RenameEdits::takeTable));

    private RenameEdits() {}

    /** An edit of two names that differ only in their tokens. */
    @FunctionalInterface
    private interface OfTwo {
        void apply(EditedSchema edited, RandomChoices random, String one, String other);
    }

    private static Edit columns(String name, OfTwo change) {
        return Edit.table(name, (edited, random, table) -> {
            String one = random.of(table.columns()).name();
            random.maybe(table.columns().stream()
                            .map(Column::name)
                            .filter(other -> sameWithoutToken(one, other))
                            .toList())
                    .ifPresent(other -> change.apply(edited, random, Tokens.of(one), Tokens.of(other)));
        });
    }

    private static Edit tables(String name, OfTwo change) {
        return Edit.table(
                name,
                (edited, random, table) -> random.maybe(edited.schema.tables().stream()
                                .map(Table::name)
                                .filter(other -> other.schema().equals(table.name().schema())
                                        && sameWithoutToken(table.name().name(), other.name()))
                                .toList())
                        .ifPresent(other -> change.apply(
                                edited, random, Tokens.of(table.name().name()), Tokens.of(other.name()))));
    }

    private static boolean sameWithoutToken(String one, String other) {
        return !one.equals(other) && one.replace(Tokens.of(one), "").equals(other.replace(Tokens.of(other), ""));
    }

    private static void takeColumn(EditedSchema edited, RandomChoices random, Table table) {
        String name = random.of(table.columns()).name();
        String fresh = edited.rename(Tokens.of(name));
        edited.makeNew(Tokens.of(name));
        Column column = Column.of(name, ColumnType.builtin(random.of(List.of("integer", "text"))))
                .withNullable(true);
        edited.schema.tables().stream()
                .filter(each -> each.column(name.replace(Tokens.of(name), fresh)).isPresent())
                .findFirst()
                .ifPresent(owner -> edited.replace(owner, each -> each.withColumns(Edit.plus(each.columns(), column))));
    }

    private static void takeTable(EditedSchema edited, RandomChoices random, Table table) {
        edited.rename(Tokens.of(table.name().name()));
        edited.makeNew(Tokens.of(table.name().name()));
        Table fresh = edited.names(random).table(edited.schema).withName(table.name());
        edited.set(edited.schema.withTables(Edit.plus(edited.schema.tables(), fresh)));
    }

    private static void convert(EditedSchema edited, RandomChoices random, Table table) {
        Column column = random.of(table.columns());
        Optional<Column> converted = ColumnConversions.converted(edited, random, table, column);
        if (converted.isPresent()) {
            edited.replace(table, column, each -> converted.get());
            edited.rename(Tokens.of(column.name()));
        }
    }
}
