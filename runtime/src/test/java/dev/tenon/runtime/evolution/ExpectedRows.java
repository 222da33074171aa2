package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows that tables must have after a migration, computed from the rows before it without the server. */
final class ExpectedRows {

    /** A computed column: the length of the text of another one. */
    private static final Pattern LENGTH = Pattern.compile("(.*?)\\(\\((.*)\\)::text\\)");

    private final SchemaPair pair;
    private final PairPlan plan;
    private final Connection connection;

    ExpectedRows(SchemaPair pair, PairPlan plan, Connection connection) {
        this.pair = pair;
        this.plan = plan;
        this.connection = connection;
    }

    /** The expected rows of a table. */
    record OfTable(List<String> columns, List<String> rows) {}

    /** Reads the rows before the migration; columns without a known value are left out. */
    Map<Table, OfTable> read() throws SQLException {
        Map<Table, OfTable> all = new LinkedHashMap<>();
        for (Table after : pair.after().schema.tables()) {
            Optional<Table> before = PairPlan.former(pair.before(), pair.after(), after);
            if (before.isPresent()) {
                all.put(after, of(before.get(), after));
            }
        }
        return all;
    }

    private OfTable of(Table before, Table after) throws SQLException {
        Map<Column, Column> kept = new LinkedHashMap<>();
        for (Column column : after.columns()) {
            PairPlan.former(before, pair.after(), column)
                    .filter(old -> !column.generated())
                    .filter(old -> column.nullable() || !old.nullable() || isFilled(after, column))
                    .ifPresent(old -> kept.put(column, old));
        }
        List<Column> computed = after.columns().stream()
                .filter(column -> source(column, kept.keySet()).isPresent())
                .toList();
        List<String> names = new ArrayList<>();
        kept.keySet().forEach(column -> names.add(column.name()));
        computed.forEach(column -> names.add(column.name()));
        List<List<String>> rows = new ArrayList<>();
        List<String> old = kept.values().stream().map(Column::name).toList();
        for (List<String> row : Rows.values(connection, kept(before, after), old)) {
            Map<Column, String> values = new LinkedHashMap<>();
            int at = 0;
            for (Map.Entry<Column, Column> each : kept.entrySet()) {
                values.put(each.getKey(), value(each.getKey(), each.getValue(), row.get(at++)));
            }
            List<String> expected = new ArrayList<>(values.values());
            for (Column column : computed) {
                Column source = source(column, kept.keySet()).orElseThrow();
                String value = Objects.requireNonNull(values.get(source));
                expected.add(value.equals(Rows.NULL) ? value : String.valueOf(value.length() + addend(column)));
            }
            rows.add(expected);
        }
        return new OfTable(names, Rows.joined(rows));
    }

    private boolean isFilled(Table table, Column column) {
        return plan.compiled().hints().backfills().containsKey(ObjectPath.column(table.name(), column.name()));
    }

    private String value(Column column, Column old, String value) {
        if (!value.equals(Rows.NULL)) {
            return renamed(ColumnConversions.value(old.type(), column.type(), value));
        }
        return column.nullable()
                ? value
                : TypeValues.text(column.type(), Rows.WITH_NULLS, pair.after().schema)
                        .replace("\"", "");
    }

    /** The column whose length is computed, unless the result may be stale by acceptance. */
    private Optional<Column> source(Column column, Set<Column> among) {
        return expression(column)
                .filter(read ->
                        read.group(1).equals("length") || routine(read.group(1)).isPresent())
                .flatMap(read -> among.stream()
                        .filter(each -> Identifier.quote(each.name()).equals(read.group(2)))
                        .findFirst());
    }

    private static Optional<Matcher> expression(Column column) {
        return column.defaultValue()
                .filter(ColumnDefault.Generated.class::isInstance)
                .map(value -> LENGTH.matcher(((ColumnDefault.Generated) value).sql()))
                .filter(Matcher::matches);
    }

    /** The routine with this name, if it has the same body before. */
    private Optional<SqlObject> routine(String name) {
        return pair.after().schema.objects().stream()
                .filter(RoutineEdits::isRoutine)
                .filter(each -> each.create().startsWith("CREATE FUNCTION " + name + "("))
                .filter(each -> pair.before().objects().stream()
                        .allMatch(old -> !pair.after()
                                        .origin(each.name().name())
                                        .equals(Tokens.of(old.name().name()))
                                || body(old).equals(body(each))))
                .findFirst();
    }

    private static String body(SqlObject routine) {
        return routine.create().substring(routine.create().indexOf("$1") + 1);
    }

    /** What the routine adds to the length. */
    private int addend(Column column) {
        return expression(column)
                .flatMap(read -> routine(read.group(1)))
                .map(routine -> Integer.parseInt(routine.create().replaceAll("(?s).*\\+ (\\d)'$", "$1")))
                .orElse(0);
    }

    /** The location of the preserved rows: the table, or its remaining partitions. */
    private List<QualifiedName> kept(Table before, Table after) {
        if (before.partitioning().isEmpty()) {
            return List.of(before.name());
        }
        Set<String> tokens = after.partitioning().stream()
                .flatMap(how -> how.partitions().stream())
                .map(partition -> pair.after().origin(partition.name()))
                .collect(Collectors.toSet());
        return before.partitioning().orElseThrow().partitions().stream()
                .filter(partition -> tokens.contains(Tokens.of(partition.name())))
                .map(partition -> before.name().withName(partition.name()))
                .toList();
    }

    /** Labels are renamed or replaced. */
    private String renamed(String value) {
        String text = value;
        for (Map.Entry<String, String> taken : pair.after().taken.entrySet()) {
            for (String gone : PairPlan.labels(pair.before(), taken.getValue())) {
                text = text.replace(gone, taken.getKey());
            }
        }
        // Of successive names of a label, only the last one exists.
        for (String last : Tokens.in(pair.after().schema.enums().toString())) {
            text = text.replace(pair.after().origin(last), last);
        }
        return text;
    }
}
