package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.Optional;

/** Renames a table in a schema as the server does: objects that reference the table follow. */
public final class TableRename {

    private TableRename() {}

    /** The schema after the rename. */
    public static Schema apply(Schema schema, QualifiedName before, QualifiedName after) {
        Schema tables = ObjectRename.apply(schema, before, after)
                .withTables(schema.tables().stream()
                        .map(table -> references(table, before, after))
                        .map(table -> table.name().equals(before) ? table.withName(after) : table)
                        .toList());
        Optional<Tenancy> tenancy = schema.tenancy().map(how -> how.root().equals(before) ? how.withRoot(after) : how);
        return tables.withViews(ViewRename.readers(schema, before, after))
                .withTenancy(tenancy)
                .withSequences(SequenceOwnership.of(
                        schema.sequences(),
                        owner -> owner.table().equals(before) ? new Sequence.Owner(after, owner.column()) : owner));
    }

    private static Table references(Table table, QualifiedName before, QualifiedName after) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key
                                && key.target().equals(before)
                        ? key.withTarget(after)
                        : constraint)
                .toList());
    }
}
