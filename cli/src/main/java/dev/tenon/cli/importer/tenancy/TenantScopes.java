package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.tenancy.TenancyFinding.Kind;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives every table its scope, and a tenant column where foreign keys lead to the tenant of each row. */
final class TenantScopes {

    /** Recorded in snapshots, and in sources, where it asks for a review. */
    static final String KEY_REASON = "imported: the primary key has no tenant column";

    private static final String READ_REASON = "imported: the application role reads all rows, and no row has a tenant";

    private static final String UNREACHABLE_REASON = "imported: the application role has no privilege on it";

    private static final Set<Privilege> WRITES =
            Set.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);

    private final Schema schema;
    private final Tenancy tenancy;
    private final Map<QualifiedName, String> tenants = new HashMap<>();
    private final Map<QualifiedName, String> backfills = new HashMap<>();
    private final List<TenancyFinding> findings = new ArrayList<>();

    /** Whether the application role has privileges, so that it says something if it has none on a table. */
    private final boolean roleIsUsed;

    TenantScopes(Schema schema, Tenancy tenancy) {
        this.schema = schema;
        this.tenancy = tenancy;
        this.roleIsUsed = schema.tables().stream()
                .flatMap(table -> table.grants().stream())
                .anyMatch(grant -> grant.grantee().equals(tenancy.role()));
        tenants.put(tenancy.root(), tenancy.rootKey());
        schema.tables().stream()
                .filter(table -> table.column(tenancy.column())
                        .filter(this::hasTypeOfRoot)
                        .isPresent())
                .forEach(table -> tenants.putIfAbsent(table.name(), tenancy.column()));
    }

    /** The tables with their scopes. */
    List<Table> scoped() {
        return schema.tables().stream().map(this::scoped).toList();
    }

    /** The tenant of existing rows, in SQL, for tables whose tenant column has no value for some. */
    Map<QualifiedName, String> backfills() {
        return backfills;
    }

    List<TenancyFinding> findings() {
        return findings;
    }

    private Table scoped(Table table) {
        if (table.name().equals(tenancy.root())) {
            return table.withTenantScope(new TenantScope.Root(tenancy.rootKey()));
        }
        Optional<Column> column = table.column(tenancy.column());
        if (column.isEmpty()) {
            return withoutColumn(table);
        }
        if (!hasTypeOfRoot(column.get())) {
            decide(
                    table,
                    tenancy.column() + " is " + column.get().type() + ", but the key of "
                            + tenancy.root().display() + " is " + tenancy.type()
                            + ": declare the member with that type and @ConvertUsing, and add @TenantScoped");
            return table;
        }
        return withTenant(column.get().nullable() ? required(table, column.get()) : table);
    }

    private boolean hasTypeOfRoot(Column column) {
        return column.type().equals(tenancy.type());
    }

    private static Table replace(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }

    /** A nullable tenant column becomes NOT NULL. */
    private Table required(Table table, Column column) {
        List<TenantPath> paths = TenantPath.shortest(schema, table, tenants);
        Optional<TenantPath> path = TenantPath.only(paths);
        path.ifPresent(each -> backfills.put(table.name(), each.sql()));
        String text = column.name() + " is nullable, and becomes NOT NULL";
        if (path.isPresent()) {
            found(table, Kind.COLUMN, text + "; rows without a tenant get it by " + path.get());
        } else {
            found(table, Kind.COLUMN, text + ": add @Backfill(\"…\") with the tenant of rows that have none");
        }
        return replace(table, column.withNullable(false));
    }

    private Table withoutColumn(Table table) {
        List<TenantPath> paths = TenantPath.shortest(schema, table, tenants);
        String missing = "no column " + tenancy.column();
        Optional<TenantPath> path = TenantPath.only(paths);
        if (path.isPresent()) {
            backfills.put(table.name(), path.get().sql());
            found(
                    table,
                    Kind.COLUMN,
                    missing + "; reachable by " + path.get() + ": added with "
                            + path.get().annotation());
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(Column.of(tenancy.column(), tenancy.type()));
            return withTenant(table.withColumns(columns));
        }
        if (!paths.isEmpty()) {
            decide(
                    table,
                    missing + ", and several foreign keys lead to a tenant; add @TenantScoped and a member for the"
                            + " column, by "
                            + paths.stream()
                                    .map(each -> each + " with " + each.annotation())
                                    .collect(Collectors.joining(", or ")));
            return table;
        }
        List<Privilege> privileges = privileges(table);
        if (leadsToTenant(table, privileges.isEmpty() && roleIsUsed)) {
            decide(
                    table,
                    missing
                            + ", and only nullable foreign keys lead to a tenant; add @TenantScoped and a member for the"
                            + " column with @Backfill(\"…\")");
            return table;
        }
        if (privileges.isEmpty() && roleIsUsed) {
            found(table, Kind.SHARED, missing + "; " + tenancy.role() + " cannot access it: declared with @Shared");
            return table.withTenantScope(new TenantScope.Shared(UNREACHABLE_REASON));
        }
        if (privileges.contains(Privilege.SELECT) && privileges.stream().noneMatch(WRITES::contains)) {
            found(table, Kind.SHARED, missing + "; " + tenancy.role() + " only reads it: declared with @Shared");
            return table.withTenantScope(new TenantScope.Shared(READ_REASON));
        }
        found(
                table,
                Kind.SHARED,
                missing + ", and no foreign key leads to a tenant: add @Shared(reason = \"…\") if all tenants may see"
                        + " its rows, else the column");
        return table;
    }

    private Table withTenant(Table table) {
        boolean plainKey = table.primaryKey()
                .filter(key -> !key.columns().contains(tenancy.column()))
                .isPresent();
        return table.withTenantScope(
                new TenantScope.Scoped(tenancy.column(), plainKey ? Optional.of(KEY_REASON) : Optional.empty()));
    }

    /** Whether a foreign key leads to a row of a tenant, or to a tenant itself, which a shared table may reference. */
    private boolean leadsToTenant(Table table, boolean mayReferenceRoot) {
        return table.foreignKeys().stream()
                .map(Constraint.ForeignKey::target)
                .filter(target -> !(mayReferenceRoot && target.equals(tenancy.root())))
                .anyMatch(tenants::containsKey);
    }

    /** What the application role may do with the rows. */
    private List<Privilege> privileges(Table table) {
        return Stream.concat(
                        table.grants().stream(),
                        table.partitions().stream().flatMap(partition -> partition.grants().stream()))
                .filter(grant -> grant.grantee().equals(tenancy.role())
                        || grant.grantee().equals(TenancyRecognition.EVERYONE))
                .map(Grant::privileges)
                .flatMap(List::stream)
                .toList();
    }

    private void decide(Table table, String text) {
        found(table, Kind.DECISION, text);
    }

    private void found(Table table, Kind kind, String text) {
        findings.add(new TenancyFinding(kind, table.name().display(), text));
    }
}
