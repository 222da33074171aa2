package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/**
 * The target of a probe: a tenant table and two tenants.
 *
 * @param table the live table
 * @param expected the table in the snapshot
 * @param column the tenant column
 * @param references the table's foreign keys to other tenant rows
 * @param root whether the table is the tenant root
 * @param shared the views and routines that the snapshot declares as shared, with a reason; each as schema, dot and
 *     name
 * @param one the tenant of the session
 * @param other the tenant whose rows must not be accessible
 */
public record ProbeTarget(
        Table table,
        Table expected,
        String column,
        List<Constraint.ForeignKey> references,
        boolean root,
        List<String> shared,
        FixtureTenant one,
        FixtureTenant other) {

    public QualifiedName name() {
        return table.name();
    }

    /** Returns the quoted table name. */
    public String sql() {
        return Identifier.quote(table.name());
    }

    /** Returns the quoted tenant column. */
    public String tenantColumn() {
        return Identifier.quote(column);
    }

    /** Returns the grants of the snapshot to a role on the table. */
    public List<Grant> grantsTo(String role) {
        return List.of(role, "public").stream()
                .flatMap(name -> KeyedLookup.find(expected.grants(), name).stream())
                .toList();
    }
}
