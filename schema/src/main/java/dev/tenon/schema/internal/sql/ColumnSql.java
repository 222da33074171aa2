package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes statements and definitions of columns.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
public final class ColumnSql {

    private static final ColumnDefault.Cases<String> VALUE = new ColumnDefault.Cases<>() {
        @Override
        public String expression(ColumnDefault.Expression expression) {
            String sql = expression.sql();
            return " DEFAULT " + (InlineDefaultRule.standsAlone(sql) ? sql : "(" + sql + ")");
        }

        @Override
        public String identity(ColumnDefault.Identity identity) {
            return " " + ColumnSql.identity(identity);
        }

        @Override
        public String generated(ColumnDefault.Generated generated) {
            return " GENERATED ALWAYS AS (" + generated.sql() + ") " + (generated.virtual() ? "VIRTUAL" : "STORED");
        }
    };

    private ColumnSql() {}

    /** The column definition in {@code CREATE TABLE} or {@code ADD COLUMN}. */
    static String definition(Column column) {
        return Identifier.quote(column.name())
                + " "
                + TypeSql.name(column.type())
                + collation(column)
                + (column.nullable() ? "" : " NOT NULL")
                + column.defaultValue().map(value -> value.match(VALUE)).orElse("");
    }

    public static String add(QualifiedName table, Column column) {
        return TableSql.alter(table) + " ADD COLUMN " + definition(column);
    }

    public static String drop(QualifiedName table, String column) {
        return TableSql.alter(table) + " DROP COLUMN " + Identifier.quote(column);
    }

    public static String rename(QualifiedName table, String before, String after) {
        return TableSql.alter(table) + " RENAME COLUMN " + Identifier.quote(before) + " TO " + Identifier.quote(after);
    }

    /** Changes the type; {@code using} converts the values if the server has no cast. */
    public static String setType(QualifiedName table, Column column, Optional<String> using) {
        return alter(table, column.name()) + " TYPE " + TypeSql.name(column.type()) + collation(column)
                + using.map(sql -> " USING " + sql).orElse("");
    }

    /** One statement with the actions of several statements about columns of the table. */
    public static String together(QualifiedName table, List<String> statements) {
        String start = TableSql.alter(table) + " ";
        return start
                + String.join(
                        ", ",
                        statements.stream()
                                .map(sql -> sql.substring(start.length()))
                                .toList());
    }

    public static String setNotNull(QualifiedName table, String column) {
        return alter(table, column) + " SET NOT NULL";
    }

    public static String dropNotNull(QualifiedName table, String column) {
        return alter(table, column) + " DROP NOT NULL";
    }

    public static String setDefault(QualifiedName table, String column, ColumnDefault.Expression value) {
        return alter(table, column) + " SET DEFAULT " + value.sql();
    }

    public static String dropDefault(QualifiedName table, String column) {
        return alter(table, column) + " DROP DEFAULT";
    }

    public static String addIdentity(QualifiedName table, String column, ColumnDefault.Identity identity) {
        return alter(table, column) + " ADD " + identity(identity);
    }

    /** Changes {@code ALWAYS} or {@code BY DEFAULT} and the options of the sequence; its current value stays. */
    public static String setIdentity(QualifiedName table, Column column, ColumnDefault.Identity identity) {
        return alter(table, column.name()) + " SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT")
                + SequenceSql.all(identity.options(), column.type()).stream()
                        .map(option -> " SET " + option)
                        .collect(Collectors.joining());
    }

    public static String dropIdentity(QualifiedName table, String column) {
        return alter(table, column) + " DROP IDENTITY";
    }

    /** Turns a generated column into a plain one that keeps its values. */
    public static String dropExpression(QualifiedName table, String column) {
        return alter(table, column) + " DROP EXPRESSION";
    }

    /** The statements that change the storage options, one for each option. */
    public static List<String> setStorage(QualifiedName table, Column before, Column after) {
        ColumnStorage old = before.storage();
        ColumnStorage now = after.storage();
        String alter = alter(table, after.name());
        List<String> statements = new ArrayList<>();
        if (!old.strategy().equals(now.strategy())) {
            statements.add(alter + " SET STORAGE " + now.strategy().orElseGet(() -> TypeStorage.ofType(after.type())));
        }
        if (!old.compression().equals(now.compression())) {
            statements.add(alter + " SET COMPRESSION "
                    + now.compression()
                            .map(method -> method.name().toLowerCase(Locale.ROOT))
                            .orElse("default"));
        }
        if (!old.statistics().equals(now.statistics())) {
            statements.add(alter + " SET STATISTICS " + now.statistics().orElse(-1));
        }
        return List.copyOf(statements);
    }

    public static String comment(QualifiedName table, String column, Optional<String> comment) {
        return CommentSql.on("COLUMN " + Identifier.quote(table) + "." + Identifier.quote(column), comment);
    }

    private static String alter(QualifiedName table, String column) {
        return TableSql.alter(table) + " ALTER COLUMN " + Identifier.quote(column);
    }

    private static String identity(ColumnDefault.Identity identity) {
        String options = SequenceSql.options(identity.options());
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static String collation(Column column) {
        return column.collation()
                .map(name -> " COLLATE " + Identifier.quote(name))
                .orElse("");
    }
}
