package dev.tenon.schema.gate;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.EnumChange;
import dev.tenon.schema.diff.ExtensionChange;
import dev.tenon.schema.diff.NamespaceChange;
import dev.tenon.schema.diff.SequenceChange;
import dev.tenon.schema.diff.SqlObjectChange;
import dev.tenon.schema.diff.ViewChange;
import dev.tenon.schema.plan.PlanContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Extensions, schemas, types, sequences, views and SQL-defined objects may be used by objects that Tenon does not know.
 */
final class DroppedObject implements ChangeRule {

    @Override
    public String code() {
        return "TN410";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Objection> objections) {
        for (Change change : changes) {
            boolean namespace = change instanceof NamespaceChange.Drop drop
                    && !drop.namespace().name().equals(QualifiedName.DEFAULT_SCHEMA);
            boolean sequence =
                    change instanceof SequenceChange.Drop drop && !context.goesWithItsColumn(drop.sequence());
            boolean made = change instanceof ViewChange.Drop || change instanceof SqlObjectChange.Drop;
            if (namespace
                    || sequence
                    || made
                    || change instanceof ExtensionChange.Drop
                    || change instanceof EnumChange.Drop) {
                String kind = change.path().kind().word();
                objections.accept(Objection.unlessAccepted(
                        change.path(),
                        "drop-" + kind,
                        kind + " " + change.path().display() + " is no longer declared",
                        ""));
            }
        }
    }
}
