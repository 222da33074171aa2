package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import java.util.List;

/** The foreign keys that reference tenant-scoped tables. */
final class TenantReferences {

    /**
     * A foreign key to a tenant-scoped table.
     *
     * @param table the referencing table
     * @param key the foreign key
     */
    record Reference(Table table, Constraint.ForeignKey key) {

        ObjectPath path() {
            return ObjectPath.constraint(table.name(), key.name());
        }
    }

    private TenantReferences() {}

    /** The foreign keys from tables of a scope. */
    static List<Reference> from(Schema schema, Class<? extends TenantScope> scope) {
        return schema.tables().stream()
                .filter(table -> scope.isInstance(table.tenantScope()))
                .flatMap(table -> table.foreignKeys().stream().map(key -> new Reference(table, key)))
                .filter(reference -> schema.table(reference.key().target())
                        .filter(target -> target.tenantScope() instanceof TenantScope.Scoped)
                        .isPresent())
                .toList();
    }
}
