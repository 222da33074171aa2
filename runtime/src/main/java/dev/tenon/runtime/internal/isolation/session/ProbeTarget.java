package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;

/**
 * What a probe is tried on: a table with rows of tenants, and two of them.
 *
 * @param table the table as the database has it
 * @param expected the table as the snapshot has it
 * @param column the column that tells a row's tenant
 * @param references the table's foreign keys to other rows of tenants
 * @param root whether the rows are the tenants themselves
 * @param shared the views and routines of which the snapshot says in words why all tenants may reach what they do, each as schema,
 *     dot and name
 * @param one the tenant whose session it is
 * @param other the tenant whose rows are to be out of reach
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

    /** The table as SQL. */
    public String sql() {
        return Identifier.quote(table.name());
    }

    /** The tenant column as SQL. */
    public String tenantColumn() {
        return Identifier.quote(column);
    }

    /** What the snapshot grants to a role on the table. */
    public List<Grant> grantsTo(String role) {
        return List.of(role, "public").stream()
                .flatMap(name -> KeyedLookup.find(expected.grants(), name).stream())
                .toList();
    }
}
