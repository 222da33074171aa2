package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryDdl;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.TableSql;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.RelocatedStatement;
import dev.tenon.schema.internal.sql.parse.SelectStarFinder;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements that create SQL-defined objects as temporary objects: all objects on one table or view, with an empty
 * relation of the same name and columns, or one object without a relation.
 *
 * @param names the names of the temporary objects
 * @param parts the statements
 * @param objects the objects that they create
 */
record TemporaryObject(List<String> names, List<TemporaryTable.Part> parts, List<ExpectedObject> objects)
        implements TemporaryDdl {

    /** Creates the statements. Column names come from the live schema, so the live tables are not locked. */
    static List<TemporaryObject> of(List<ExpectedObject> sought, Schema live) {
        List<TemporaryObject> samples = new ArrayList<>();
        Map<QualifiedName, TemporaryObject> on = new LinkedHashMap<>();
        for (ExpectedObject each : sought) {
            RelocatedStatement there = each.temporary();
            Optional<QualifiedName> relation = there.relation();
            TemporaryObject sample = relation.isEmpty() ? empty() : on.computeIfAbsent(relation.get(), name -> empty());
            if (relation.isEmpty()) {
                samples.add(sample);
            }
            sample.add(each, there.sql());
        }
        on.forEach((relation, sample) -> sample.addRelation(relation, live));
        samples.addAll(on.values());
        return samples;
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public int relations() {
        boolean none = objects.stream()
                .allMatch(each -> each.made().routine() || each.made().kind().equals("domain"));
        return none ? 0 : 1;
    }

    private void add(ExpectedObject object, String sql) {
        if (!object.made().isOnRelation()) {
            names.add(object.made().name().name());
        }
        parts.add(new TemporaryTable.Part(object.path(), "definition", sql));
        objects.add(object);
    }

    private static TemporaryObject empty() {
        return new TemporaryObject(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void addRelation(QualifiedName relation, Schema live) {
        names.add(relation.name());
        QualifiedName name = new QualifiedName(TemporaryTable.TEMPORARY, relation.name());
        Optional<Table> table = live.table(relation);
        boolean computed =
                live.view(relation).filter(view -> !view.materialized()).isPresent();
        String sql = table.map(there -> TableSql.create(Table.of(name, mentioned(there))))
                .orElseGet(() -> "CREATE " + (computed ? "VIEW " : "TABLE ") + Identifier.quote(name)
                        + (computed ? " AS SELECT * FROM " : " (LIKE ") + Identifier.quote(relation)
                        + (computed ? "" : ")"));
        parts.add(0, new TemporaryTable.Part(ObjectPath.table(relation), "", sql));
    }

    /**
     * Returns the columns whose names occur in the statements, because a table with fewer columns is created faster.
     */
    private List<Column> mentioned(Table table) {
        List<Column> columns = TemporaryTable.plain(table.columns());
        String said = parts.stream().map(TemporaryTable.Part::sql).collect(Collectors.joining("\n;\n"));
        boolean all = SelectStarFinder.in(said) || said.toLowerCase(Locale.ROOT).contains("u&");
        return all
                ? columns
                : columns.stream()
                        .filter(column -> IdentifierRewriter.anywhere(said, column.name()))
                        .toList();
    }
}
