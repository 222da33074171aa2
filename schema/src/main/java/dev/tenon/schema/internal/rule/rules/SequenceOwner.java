package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** A sequence and the column that owns it must be in the same schema. */
final class SequenceOwner implements SchemaRule {

    @Override
    public String code() {
        return "TN238";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Sequence sequence : schema.sequences()) {
            sequence.owner()
                    .filter(owner ->
                            !owner.table().schema().equals(sequence.name().schema()))
                    .ifPresent(owner -> findings.accept(Finding.error(
                            code(),
                            ObjectPath.sequence(sequence.name()),
                            "ownedBy",
                            "sequence " + sequence.name().display() + " is in schema "
                                    + sequence.name().schema() + " and cannot be owned by " + owner,
                            "move it to schema " + owner.table().schema() + ", or remove ownedBy")));
        }
    }
}
