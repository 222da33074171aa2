package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ShadowDdl;
import dev.tenon.schema.internal.plan.shadow.ShadowColumn;
import dev.tenon.schema.internal.plan.shadow.TriggerNames;
import dev.tenon.schema.internal.plan.statement.LastTriggerName;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.sql.parse.RowReferences;
import java.util.List;
import java.util.Set;

/** The function and the two triggers that keep a shadow column in sync with what it is computed from. */
final class ShadowTriggers {

    private final ShadowColumn column;
    private final QualifiedName table;
    private final QualifiedName function;
    private final String onInsert;
    private final String onUpdate;
    private final PlanContext context;

    ShadowTriggers(ShadowColumn column, PlanContext context) {
        this.column = column;
        this.table = column.table();
        this.context = context;
        this.function = TemporaryNames.function(table, column.name());
        List<String> others = TriggerNames.of(table, context.before(), context.after());
        this.onInsert = LastTriggerName.of(TemporaryNames.insertTrigger(table, column.name()), others);
        this.onUpdate = LastTriggerName.of(TemporaryNames.updateTrigger(table, column.name()), others);
    }

    /** Adds the statements that create them. */
    void create(String value, StatementCollector statements) {
        List<Column> sources = sources(value);
        statements
                .unlocked(
                        Phase.SHADOWS,
                        ShadowDdl.function(
                                function,
                                column.shadow(),
                                value,
                                context.oldRow(table).alias(value),
                                sources))
                .metadata(Phase.SHADOWS, table, ShadowDdl.insertTrigger(table, onInsert, function))
                .metadata(
                        Phase.SHADOWS,
                        table,
                        ShadowDdl.updateTrigger(table, onUpdate, function, column.shadow(), sources));
    }

    /** Adds the statements that drop them. */
    void drop(StatementCollector statements) {
        statements
                .metadata(Phase.CUTOVERS, table, ShadowDdl.dropTrigger(table, onInsert))
                .metadata(Phase.CUTOVERS, table, ShadowDdl.dropTrigger(table, onUpdate))
                .unlocked(Phase.CUTOVERS, ShadowDdl.dropFunction(function));
    }

    /** The columns from which the value is computed. Generated ones are written as their expressions. */
    private List<Column> sources(String value) {
        Set<String> names = RowReferences.of(value).names();
        return context.before(table).columns().stream()
                .filter(each -> names.contains(each.name()) && !each.generated())
                .toList();
    }
}
