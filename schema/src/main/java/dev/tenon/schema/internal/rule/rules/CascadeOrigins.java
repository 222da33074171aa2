package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the tables from which a delete cascades to a table. */
final class CascadeOrigins {

    private final Schema schema;

    CascadeOrigins(Schema schema) {
        this.schema = schema;
    }

    /** The table itself, and the tables whose deleted rows delete rows of it, the nearest first. */
    List<Table> of(Table table) {
        List<Table> origins = new ArrayList<>(List.of(table));
        Set<QualifiedName> seen = new HashSet<>(Set.of(table.name()));
        for (int at = 0; at < origins.size(); at++) {
            for (Constraint.ForeignKey key : origins.get(at).foreignKeys()) {
                if (key.onDelete() == ForeignKeyAction.CASCADE && seen.add(key.target())) {
                    schema.table(key.target()).ifPresent(origins::add);
                }
            }
        }
        return origins;
    }
}
