package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.IndexSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives indexes and constraints their names back that a migration moved aside, because other indexes and constraints
 * take their names. Those are dropped first.
 */
final class MembersMovedAside {

    private final List<String> statements = new ArrayList<>();
    private Schema left;

    /**
     * @param before the schema before the migration, under the live names
     * @param live the live schema
     */
    MembersMovedAside(Schema before, Schema live) {
        this.left = live;
        for (Table table : before.tables()) {
            for (Index index : table.indexes()) {
                if (isAside(table, index.name(), Table::indexes)) {
                    index(table.name(), index.name());
                }
            }
            for (Constraint constraint : table.constraints()) {
                if (isAside(table, constraint.name(), Table::constraints)) {
                    constraint(table.name(), constraint.name());
                }
            }
        }
    }

    /** Returns the live schema with the former names. */
    Schema left() {
        return left;
    }

    /** Returns the statements. */
    List<String> statements() {
        return statements;
    }

    private <T extends Keyed<String>> boolean isAside(Table table, String name, Function<Table, List<T>> members) {
        Optional<List<T>> live = left.table(table.name()).map(members);
        String aside = TemporaryNames.former(name);
        return live.isPresent()
                && KeyedLookup.find(live.get(), aside).isPresent()
                && KeyedLookup.find(live.get(), name).isEmpty()
                && KeyedLookup.find(members.apply(table), aside).isEmpty();
    }

    private void index(QualifiedName table, String name) {
        String aside = TemporaryNames.former(name);
        free(table.withName(name));
        change(
                table,
                each -> each.withIndexes(each.indexes().stream()
                        .map(index -> index.name().equals(aside) ? index.withName(name) : index)
                        .toList()));
        statements.add(IndexSql.rename(table, aside, name));
    }

    private void constraint(QualifiedName table, String name) {
        String aside = TemporaryNames.former(name);
        free(table.withName(name));
        change(
                table,
                each -> each.withConstraints(each.constraints().stream()
                        .map((Constraint constraint) ->
                                constraint.name().equals(aside) ? constraint.withName(name) : constraint)
                        .toList()));
        statements.add(ConstraintSql.rename(table, aside, name));
    }

    /** Drops the index or constraint that has the name now. */
    private void free(QualifiedName name) {
        for (Table table : left.tables()) {
            QualifiedName owner = table.name();
            boolean sameSchema = owner.schema().equals(name.schema());
            if (sameSchema && KeyedLookup.find(table.indexes(), name.name()).isPresent()) {
                change(owner, each -> each.withIndexes(without(each.indexes(), name.name())));
                statements.add(IndexSql.drop(owner, name.name()));
            } else if (sameSchema && occupies(table, name.name())) {
                change(owner, each -> each.withConstraints(without(each.constraints(), name.name())));
                statements.add(ConstraintSql.drop(owner, name.name()));
            }
        }
    }

    /** Whether the name is that of the index of a constraint; the names of other constraints are free elsewhere. */
    private static boolean occupies(Table table, String name) {
        return KeyedLookup.find(table.constraints(), name)
                .filter(each -> !(each instanceof Constraint.Check || each instanceof Constraint.ForeignKey))
                .isPresent();
    }

    private void change(QualifiedName name, Function<Table, Table> change) {
        left = left.withTables(left.tables().stream()
                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                .toList());
    }

    private static <T extends Keyed<String>> List<T> without(List<T> members, String name) {
        return members.stream().filter(each -> !each.name().equals(name)).toList();
    }
}
