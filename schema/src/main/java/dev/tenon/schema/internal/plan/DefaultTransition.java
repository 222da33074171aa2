package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import java.util.ArrayList;
import java.util.List;

/** Plans a change of the source of a column's values. The old source is dropped, unless it can be altered in place. */
final class DefaultTransition {

    private DefaultTransition() {}

    /** An identity needs NOT NULL first, and the old source is dropped only when the new one is added. */
    static Phase phase(ColumnChange.SetDefault change) {
        boolean numbers =
                change.after().filter(ColumnDefault.Identity.class::isInstance).isPresent();
        return numbers ? Phase.REFERENCES : Phase.COLUMNS;
    }

    static List<Ddl> statements(ColumnChange.SetDefault change, PlanContext context) {
        QualifiedName table = change.table();
        String column = change.column().name();
        List<Ddl> statements = new ArrayList<>();
        InheritedTables inherited = new InheritedTables(context);
        NumberSources numbering = new NumberSources(context);
        ColumnDefault before = change.before().orElse(null);
        ColumnDefault after = change.after().orElse(null);
        if (before instanceof ColumnDefault.Identity && after instanceof ColumnDefault.Identity identity) {
            return List.of(ColumnDdl.setIdentity(table, change.column(), identity));
        }
        Column old = context.before(table).column(column).orElseThrow();
        if (before instanceof ColumnDefault.Identity) {
            statements.addAll(numbering.seeded(table, old, change.column()));
            statements.add(ColumnDdl.dropIdentity(table, column));
        } else if (before instanceof ColumnDefault.Generated) {
            if (!inherited.isInherited(table, column)) {
                statements.add(ColumnDdl.dropExpression(table, column));
            }
        } else if (before instanceof ColumnDefault.Expression && !(after instanceof ColumnDefault.Expression)) {
            statements.add(inherited.alone(table, ColumnDdl.dropDefault(table, column)));
        }
        if (after instanceof ColumnDefault.Expression expression) {
            statements.add(inherited.alone(table, ColumnDdl.setDefault(table, column, expression)));
            if (!(before instanceof ColumnDefault.Identity)) {
                statements.addAll(numbering.seeded(table, old, change.column()));
            }
        } else if (after instanceof ColumnDefault.Identity identity) {
            statements.add(ColumnDdl.addIdentity(table, column, identity));
            statements.addAll(numbering.seeded(table, old, change.column()));
        } else if (after instanceof ColumnDefault.Generated) {
            throw new IllegalStateException(
                    "the gate should have refused to make " + change.path() + " a generated" + " column");
        }
        return List.copyOf(statements);
    }
}
