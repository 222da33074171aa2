package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.rename.ColumnRename;
import dev.tenon.schema.internal.expression.TableExpressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Members that reference a shadow group's columns, rewritten to reference the shadow columns. Found by renaming the
 * columns in the model and collecting what changed.
 *
 * @param indexes the indexes
 * @param constraints the constraints, including foreign keys of other tables
 * @param policies the policies
 * @param more whether other members reference them: a generated column, a partition key, the tenancy
 */
public record ShadowDependents(
        List<OnTable<Index>> indexes,
        List<OnTable<Constraint>> constraints,
        List<OnTable<Policy>> policies,
        boolean more) {

    /**
     * A member of a table.
     *
     * @param table the table
     * @param object the member
     */
    public record OnTable<T>(QualifiedName table, T object) {}

    public static ShadowDependents of(Schema schema, ShadowGroup group) {
        Set<QualifiedName> tables = new HashSet<>();
        group.columns().forEach(column -> tables.add(column.table()));
        Schema near = near(schema, tables);
        Schema renamed = near;
        for (ShadowColumn column : group.columns()) {
            renamed = ColumnRename.apply(renamed, column.table(), column.name(), column.shadow());
        }
        if (!group.enums().isEmpty()) {
            renamed = renamed.withTables(renamed.tables().stream()
                    .map(table -> TableExpressions.mapOverRow(table, group::interim))
                    .toList());
        }
        boolean more = false;
        for (Table table : near.tables()) {
            Table other = renamed.table(table.name()).orElseThrow();
            more |= !other.tenantScope().equals(table.tenantScope())
                    || !other.partitioning().equals(table.partitioning())
                    || table.columns().stream()
                            .anyMatch(column -> column.generated()
                                    && !group.has(table.name(), column.name())
                                    && !other.columns().contains(column));
        }
        return new ShadowDependents(
                other(near, renamed, Table::indexes),
                other(near, renamed, Table::constraints),
                other(near, renamed, Table::policies),
                more);
    }

    /** The constraints of one kind. */
    public <C extends Constraint> List<OnTable<C>> constraints(Class<C> kind) {
        return constraints.stream()
                .filter(each -> kind.isInstance(each.object()))
                .map(each -> new OnTable<>(each.table(), kind.cast(each.object())))
                .toList();
    }

    /** The tables and those that reference them; no other table names their columns. */
    private static Schema near(Schema schema, Set<QualifiedName> tables) {
        List<Table> found = schema.tables().stream()
                .filter(table -> tables.contains(table.name())
                        || table.constraints(Constraint.ForeignKey.class)
                                .anyMatch(key -> tables.contains(key.target())))
                .toList();
        return schema.withTables(found);
    }

    private static <T> List<OnTable<T>> other(Schema before, Schema renamed, Function<Table, List<T>> part) {
        List<OnTable<T>> found = new ArrayList<>();
        for (Table table : before.tables()) {
            List<T> old = part.apply(table);
            part.apply(renamed.table(table.name()).orElseThrow()).stream()
                    .filter(each -> !old.contains(each))
                    .forEach(each -> found.add(new OnTable<>(table.name(), each)));
        }
        return found;
    }
}
