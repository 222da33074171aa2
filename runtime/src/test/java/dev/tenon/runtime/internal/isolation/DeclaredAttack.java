package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.catalog.object.FullCatalogReader;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules say about a live database as if the classes declared it: which attacks cannot be declared by mistake. */
final class DeclaredAttack {

    /** The rules about tenants, and about what policies do not stop. */
    private static final Pattern ABOUT_TENANTS = Pattern.compile("TN3..|TN224|TN24[23]");

    private DeclaredAttack() {}

    /** Returns the findings about tenants, by code and place. */
    static Set<String> aboutTenants(Connection connection, Schema snapshot) throws SQLException {
        return findings(connection, snapshot).stream()
                .filter(finding -> ABOUT_TENANTS.matcher(finding).lookingAt())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the findings, by code and place. */
    static Set<String> findings(Connection connection, Schema snapshot) throws SQLException {
        Schema live = FullCatalogReader.readInTransaction(connection).schema();
        List<Table> tables = live.tables().stream()
                .map(table -> table.withTenantScope(
                        snapshot.table(table.name()).map(Table::tenantScope).orElse(table.tenantScope())))
                .toList();
        Schema declared = live.withTables(tables).withTenancy(snapshot.tenancy());
        return Rules.check(new CompiledSnapshot(declared, MigrationHints.NONE, Map.of())).stream()
                .map(DeclaredAttack::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the codes of these findings. */
    static List<String> codes(Stream<String> findings) {
        return findings.map(finding -> finding.substring(0, finding.indexOf(' ')))
                .distinct()
                .toList();
    }

    private static String place(Finding finding) {
        return finding.code() + " " + finding.at();
    }
}
