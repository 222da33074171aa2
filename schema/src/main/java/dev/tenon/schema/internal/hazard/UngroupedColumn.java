package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.AggregateNames;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.GroupedQuery;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A view, a rule or a routine with a parsed body that groups by the primary key of a table may read its other columns.
 * If the key changes, and the query does not group by the new one, PostgreSQL refuses to create the object again.
 */
final class UngroupedColumn implements HazardRule {

    /**
     * A key that changes.
     *
     * @param table its table, after the migration
     * @param before the columns of the old key
     * @param after the columns of the new key; empty if the table has none
     */
    private record ChangedKey(Table table, List<String> before, List<String> after) {}

    @Override
    public String code() {
        return "TN423";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        Map<QualifiedName, ChangedKey> keys = changed(changes, context);
        if (keys.isEmpty()) {
            return;
        }
        Predicate<String> aggregates = aggregates(context.after());
        readers(context.after())
                .forEach((path, sql) -> GroupedQuery.in(sql, aggregates)
                        .forEach(query -> query.relations().forEach((name, relation) -> {
                            ChangedKey key = keys.get(relation);
                            if (key != null) {
                                check(path, query, name, key, findings);
                            }
                        })));
    }

    private void check(
            ObjectPath path, GroupedQuery query, String relation, ChangedKey key, Consumer<Finding> findings) {
        boolean determined =
                !key.after().isEmpty() && key.after().stream().allMatch(each -> query.groupsBy(relation, each));
        if (determined || !key.before().stream().allMatch(each -> query.groupsBy(relation, each))) {
            return;
        }
        Set<String> columns = key.table().columns().stream().map(Column::name).collect(Collectors.toSet());
        Set<String> read = query.ungrouped(relation, columns);
        if (!read.isEmpty()) {
            Set<String> missing = new TreeSet<>(key.after());
            missing.removeIf(each -> query.groupsBy(relation, each));
            boolean view = path.kind() == Kind.VIEW;
            String table = key.table().name().display();
            findings.accept(Finding.unlessAccepted(
                    code(),
                    path,
                    "grouped",
                    (view ? "view " : "SQL-defined object ") + path.display() + " reads " + String.join(", ", read)
                            + " of table " + table + " for each group, but its GROUP BY does not determine "
                            + (read.size() == 1 ? "it" : "them") + " any more, because the primary key of " + table
                            + (missing.isEmpty() ? " is removed" : " becomes (" + String.join(", ", key.after()) + ")"),
                    "group by " + String.join(", ", missing.isEmpty() ? read : missing) + ", too"));
        }
    }

    private static Map<QualifiedName, ChangedKey> changed(List<Change> changes, PlanContext context) {
        Map<QualifiedName, ChangedKey> keys = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof ConstraintChange) {
                Optional<Table> after = context.after().table(change.path().owner());
                List<String> old = context.before()
                        .table(change.path().owner())
                        .map(UngroupedColumn::key)
                        .orElse(List.of());
                after.filter(table -> !old.isEmpty() && !Set.copyOf(key(table)).equals(Set.copyOf(old)))
                        .ifPresent(table -> keys.put(table.name(), new ChangedKey(table, old, key(table))));
            }
        }
        return keys;
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    }

    /** The views, rules and routines with a parsed body, whose queries the server reads at once. */
    private static Map<ObjectPath, String> readers(Schema schema) {
        Map<ObjectPath, String> readers = new LinkedHashMap<>();
        schema.views().forEach(view -> readers.put(ObjectPath.view(view.name()), view.sql()));
        for (SqlObject object : schema.objects()) {
            boolean rule = CreateStatement.of(object.create())
                    .filter(made -> made.kind().equals("rule"))
                    .isPresent();
            if (rule || ReferencedNames.in(object.create()).parsedBody()) {
                readers.put(ObjectPath.object(object.name()), object.create());
            }
        }
        return readers;
    }

    /** Whether a function of the name may be an aggregate. */
    private static Predicate<String> aggregates(Schema schema) {
        Set<String> own = schema.objects().stream()
                .flatMap(object -> CreateStatement.of(object.create()).stream())
                .filter(made -> made.kind().equals("aggregate"))
                .map(made -> made.name().name())
                .collect(Collectors.toSet());
        return name -> own.contains(name) || AggregateNames.contains(name);
    }
}
