package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.TenantTrigger;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.ExtensionChange;
import dev.tenon.schema.internal.diff.NamespaceChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.function.Consumer;

/**
 * Extensions, schemas, types, sequences, views and SQL-defined objects may be used by objects that Tenon does not know.
 * Triggers that Tenon derives for tenants are not, because nothing else names them.
 */
final class DroppedObject implements HazardRule {

    @Override
    public String code() {
        return "TN410";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            boolean namespace = change instanceof NamespaceChange.Drop drop
                    && !drop.namespace().name().equals(QualifiedName.DEFAULT_SCHEMA);
            boolean sequence =
                    change instanceof SequenceChange.Drop drop && !context.isDroppedWithColumn(drop.sequence());
            boolean made = change instanceof ViewChange.Drop
                    || (change instanceof SqlObjectChange.Drop gone
                            && !context.isMovedAside(gone.object())
                            && !TenantTrigger.isPart(gone.object(), context.before())
                            && !context.continuesInheritance(gone.object()));
            if (namespace
                    || sequence
                    || made
                    || change instanceof ExtensionChange.Drop
                    || change instanceof EnumChange.Drop) {
                String kind = change.path().kind().text();
                findings.accept(Finding.unlessAccepted(
                        code(),
                        change.path(),
                        "drop-" + kind,
                        kind + " " + change.path().display() + " is no longer declared",
                        ""));
            }
        }
    }
}
