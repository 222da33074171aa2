package dev.tenon.runtime.internal.fence;

import dev.tenon.runtime.isolation.FenceFinding.Kind;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the queries that count the rows of tenant tables without a tenant, or with references to other tenants. */
final class RowQueries {

    private final Schema schema;
    private final Tenancy tenancy;

    RowQueries(Schema schema, Tenancy tenancy) {
        this.schema = schema;
        this.tenancy = tenancy;
    }

    /** The queries of one table. */
    List<RowQuery> of(Table table) {
        List<RowQuery> queries = new ArrayList<>();
        if (table.tenantScope() instanceof TenantScope.Scoped scoped) {
            String counted = "SELECT pg_catalog.count(*) FROM " + Identifier.quote(table.name()) + " AS r WHERE ";
            String tenant = "r." + Identifier.quote(scoped.column());
            ObjectPath at = ObjectPath.table(table.name());
            queries.add(new RowQuery(at, Kind.NO_TENANT, counted + tenant + " IS NULL", "without a tenant"));
            queries.add(new RowQuery(
                    at,
                    Kind.UNKNOWN_TENANT,
                    counted + tenant + " IS NOT NULL AND NOT EXISTS (SELECT FROM " + Identifier.quote(tenancy.root())
                            + " AS o WHERE o." + Identifier.quote(tenancy.rootKey()) + " = " + tenant + ")",
                    "of a tenant that does not exist"));
        }
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            reference(table, key).ifPresent(queries::add);
        }
        return queries;
    }

    /** References that do not include the tenant can lead to a row of another one. */
    private Optional<RowQuery> reference(Table table, Constraint.ForeignKey key) {
        Optional<String> own = table.tenantScope().tenantColumn();
        Optional<String> other = schema.table(key.target())
                .flatMap(target -> target.tenantScope().tenantColumn());
        if (own.isEmpty() || other.isEmpty() || pairs(key, own.get(), other.get())) {
            return Optional.empty();
        }
        List<String> joined = new ArrayList<>();
        for (int at = 0; at < key.columns().size(); at++) {
            joined.add("o." + Identifier.quote(key.targetColumns().get(at)) + " = r."
                    + Identifier.quote(key.columns().get(at)));
        }
        String sql = "SELECT pg_catalog.count(*) FROM " + Identifier.quote(table.name()) + " AS r JOIN "
                + Identifier.quote(key.target()) + " AS o ON " + String.join(" AND ", joined) + " WHERE r."
                + Identifier.quote(own.get()) + " <> o." + Identifier.quote(other.get());
        return Optional.of(new RowQuery(
                ObjectPath.constraint(table.name(), key.name()),
                Kind.OTHER_TENANT,
                sql,
                "with a reference to a row of another tenant in " + key.target().display()));
    }

    private static boolean pairs(Constraint.ForeignKey key, String own, String other) {
        int at = key.columns().indexOf(own);
        return at >= 0 && key.targetColumns().get(at).equals(other);
    }
}
