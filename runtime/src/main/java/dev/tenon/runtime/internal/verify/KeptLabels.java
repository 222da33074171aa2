package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.plan.PlanContext;
import java.util.ArrayList;
import java.util.List;

/** Labels that a migration added and that stay, because PostgreSQL cannot remove a label and the type cannot be replaced. */
final class KeptLabels {

    private KeptLabels() {}

    /**
     * Returns the goal with the labels that stay, and names them as losses.
     *
     * @param left the live schema
     * @param goal the schema before the migration
     */
    static Schema in(Schema left, Schema goal, ReversalLosses lost) {
        Schema expected = goal;
        PlanContext context = new PlanContext(left, goal, MigrationHints.NONE);
        for (Change change : SchemaDiff.between(left, goal)) {
            if (change instanceof EnumChange.Recreate other
                    && !context.shadows().replaces(other.after().name())
                    && isWithin(other.after().labels(), other.before().labels())) {
                other.before().labels().stream()
                        .filter(label -> !other.after().labels().contains(label))
                        .forEach(label ->
                                lost.keeps(ObjectPath.label(other.after().name(), label)));
                expected = withLabels(expected, other.before());
            }
        }
        return expected;
    }

    private static boolean isWithin(List<String> few, List<String> many) {
        List<String> common = new ArrayList<>(many);
        common.retainAll(few);
        return common.equals(few);
    }

    private static Schema withLabels(Schema schema, EnumType labelled) {
        return schema.withEnums(schema.enums().stream()
                .map(type -> type.name().equals(labelled.name())
                        ? new EnumType(type.name(), labelled.labels(), type.comment())
                        : type)
                .toList());
    }

    /** Returns the schema before the migration with the labels of the types in the schema afterwards. */
    static Schema added(Schema before, Schema expected) {
        Schema kept = before;
        for (EnumType type : expected.enums()) {
            kept = withLabels(kept, type);
        }
        return kept;
    }
}
