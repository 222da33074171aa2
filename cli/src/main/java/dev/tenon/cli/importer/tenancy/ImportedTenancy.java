package dev.tenon.cli.importer.tenancy;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema as its sources declare it.
 *
 * @param schema the schema, with declared tables
 * @param declared the declared tables
 * @param backfills the tenant of existing rows, for tables that need it
 * @param findings what the database lacks to isolate tenants
 * @param accepted the acceptance tokens of what the declarations drop
 */
public record ImportedTenancy(
        Schema schema,
        Map<QualifiedName, DeclaredTable> declared,
        Map<QualifiedName, String> backfills,
        List<TenancyFinding> findings,
        List<String> accepted) {

    public ImportedTenancy {
        declared = Map.copyOf(declared);
        backfills = Map.copyOf(backfills);
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    /** A schema as it is, without a tenancy. */
    public static ImportedTenancy none(Schema schema) {
        return new ImportedTenancy(schema, Map.of(), Map.of(), List.of(), List.of());
    }

    /** The table with the options of its declaration. */
    public DeclaredTable declared(Table table) {
        DeclaredTable known = declared.get(table.name());
        return known == null ? new DeclaredTable(table, false, Set.of(), Set.of(), Set.of()) : known;
    }

    /** The tenant of existing rows of a table, in SQL. */
    public Optional<String> backfill(QualifiedName table) {
        return Optional.ofNullable(backfills.get(table));
    }
}
