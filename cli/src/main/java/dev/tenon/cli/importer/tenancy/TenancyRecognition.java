package dev.tenon.cli.importer.tenancy;

import dev.tenon.schema.Column;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TenantConditions;
import dev.tenon.schema.internal.derive.TenantDeclarations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recognizes the tenancy of a database: the tenant root, the scopes of tables, and how sessions name their tenant. */
public final class TenancyRecognition {

    static final String EVERYONE = "public";

    private TenancyRecognition() {}

    /**
     * Recognizes the tenancy.
     *
     * @param schema the schema of the database
     * @param keys looks up values, if names and foreign keys do not tell the tenant root
     */
    public static ImportedTenancy of(Schema schema, TenancyRequest request, TenantKeyLookup keys) {
        Table root = new TenantRootFinder(schema, request, keys).find();
        TenantConditions conditions = new TenantConditions(schema.objects());
        Column key =
                root.column(root.primaryKey().orElseThrow().columns().get(0)).orElseThrow();
        Map<Table, String> tenantColumns = new LinkedHashMap<>();
        schema.tables().stream()
                .filter(table -> table.column(request.column()).isPresent())
                .forEach(table -> tenantColumns.put(table, request.column()));
        tenantColumns.put(root, key.name());
        SessionTenant session = SessionTenant.find(request, tenantColumns, conditions);
        Tenancy tenancy =
                new Tenancy(root.name(), key.name(), request.column(), key.type(), session.setting(), session.role());
        TenantScopes scopes = new TenantScopes(schema, tenancy);
        Schema scoped = schema.withTables(scopes.scoped());
        Map<QualifiedName, DeclaredTable> declared = new TenantDeclarations(tenancy, scoped.tables(), conditions)
                .declare().stream()
                        .collect(Collectors.toMap(each -> each.table().name(), each -> each));
        List<TenancyFinding> findings = new ArrayList<>(scopes.findings());
        findings.addAll(session.findings());
        TenantReaders readers = new TenantReaders(scoped, findings);
        IsolationGaps gaps = new IsolationGaps(schema, scoped, tenancy, conditions, findings);
        gaps.find(declared);
        Schema result = scoped.withTables(
                        declared.values().stream().map(DeclaredTable::table).toList())
                .withViews(readers.views())
                .withObjects(readers.objects())
                .withTenancy(Optional.of(tenancy));
        findings.sort(Comparator.comparing(TenancyFinding::object).thenComparing(TenancyFinding::kind));
        return new ImportedTenancy(result, declared, scopes.backfills(), findings, gaps.accepted());
    }
}
