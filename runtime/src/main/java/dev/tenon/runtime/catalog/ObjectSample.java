package dev.tenon.runtime.catalog;

import dev.tenon.schema.Column;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.sql.AllColumns;
import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.Relocated;
import dev.tenon.schema.sql.RenamedIdentifier;
import dev.tenon.schema.sql.TableSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What it takes to show a server objects that are known by their SQL alone: those on one table or view, with an empty one that
 * has its name and columns, or one that is on none.
 *
 * @param names the names that it takes
 * @param parts the statements
 * @param objects the objects that they make
 */
record ObjectSample(List<String> names, List<Sample.Part> parts, List<SoughtObject> objects) implements Shown {

    /** Samples of the objects. What is live tells which columns tables have, so that none has to be looked at. */
    static List<ObjectSample> of(List<SoughtObject> sought, Schema live) {
        List<ObjectSample> samples = new ArrayList<>();
        Map<QualifiedName, ObjectSample> on = new LinkedHashMap<>();
        for (SoughtObject each : sought) {
            Relocated there = each.temporary();
            Optional<QualifiedName> relation = there.relation();
            ObjectSample sample = relation.isEmpty() ? empty() : on.computeIfAbsent(relation.get(), name -> empty());
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

    private void add(SoughtObject object, String sql) {
        if (!object.made().isOnRelation()) {
            names.add(object.made().name().name());
        }
        parts.add(new Sample.Part(object.path(), "definition", sql));
        objects.add(object);
    }

    private static ObjectSample empty() {
        return new ObjectSample(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void addRelation(QualifiedName relation, Schema live) {
        names.add(relation.name());
        QualifiedName name = new QualifiedName(Sample.TEMPORARY, relation.name());
        Optional<Table> table = live.table(relation);
        boolean computed =
                live.view(relation).filter(view -> !view.materialized()).isPresent();
        String sql = table.map(there -> TableSql.create(Table.of(name, mentioned(there))))
                .orElseGet(() -> "CREATE " + (computed ? "VIEW " : "TABLE ") + Identifier.quote(name)
                        + (computed ? " AS SELECT * FROM " : " (LIKE ") + Identifier.quote(relation)
                        + (computed ? "" : ")"));
        parts.add(0, new Sample.Part(ObjectPath.table(relation), "", sql));
    }

    /** The fewer columns a table has, the faster it is made: those that the objects may speak of. */
    private List<Column> mentioned(Table table) {
        List<Column> columns = Sample.plain(table.columns());
        String said = parts.stream().map(Sample.Part::sql).collect(Collectors.joining("\n;\n"));
        boolean all = AllColumns.in(said) || said.toLowerCase(Locale.ROOT).contains("u&");
        return all
                ? columns
                : columns.stream()
                        .filter(column -> RenamedIdentifier.anywhere(said, column.name()))
                        .toList();
    }
}
