package dev.tenon.schema.internal.rule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivilegedRoutineTest {

    private static final String RUN = "CREATE FUNCTION run(q text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER"
            + " SET search_path = '' AS 'BEGIN EXECUTE q; END'";
    private static final String READ = "CREATE FUNCTION read() RETURNS bigint LANGUAGE sql SECURITY DEFINER"
            + " SET search_path = '' AS 'SELECT count(*) FROM public.plan'";
    private static final String PEEK =
            "CREATE FUNCTION peek(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'";
    private static final String PLAIN =
            "CREATE FUNCTION plain() RETURNS text LANGUAGE sql AS $$SELECT 'SECURITY DEFINER LEAKPROOF'$$";

    @Test
    void routinesBeyondThePoliciesNeedAReason() {
        assertThat(findings(tenants(), RUN, PEEK, PLAIN))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
                .extracting(finding -> finding.at().owner().name())
                .containsExactly("o0", "o1");
    }

    @Test
    void aRoutineWithAKnownTableIsReportedOnce() {
        assertThat(findings(tenants(), READ)).isEmpty();
        List<Finding> known = new ArrayList<>();
        new SecurityDefinerTenantAccess().check(with(tenants(), Optional.empty(), READ), known::add);
        assertThat(known).hasSize(1);
    }

    @Test
    void aStatedReasonSuffices() {
        List<Finding> findings = new ArrayList<>();
        new PrivilegedRoutine().check(with(tenants(), Optional.of("a count"), RUN, PEEK), findings::add);
        assertThat(findings).isEmpty();
    }

    @Test
    void withoutATenancyItIsAWarningBesidePoliciesAndNothingElsewhere() {
        Table table = Table.of(QualifiedName.parse("plan"), List.of(Samples.id()));
        Schema guarded = Schema.EMPTY.withTables(List.of(table.withRowSecurity(RowSecurity.ENABLED, List.of())));
        assertThat(findings(guarded, RUN, PEEK, PLAIN))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(findings(Schema.EMPTY.withTables(List.of(table)), RUN, PEEK)).isEmpty();
    }

    private static Schema tenants() {
        QualifiedName root = QualifiedName.parse("organization");
        Column tenant = Column.of("organization_id", ColumnType.builtin("uuid"));
        return Schema.EMPTY
                .withTables(List.of(
                        Table.of(root, List.of(Samples.id())).withTenantScope(new TenantScope.Root("id")),
                        Table.of(QualifiedName.parse("plan"), List.of(Samples.id(), tenant))
                                .withTenantScope(new TenantScope.Scoped("organization_id"))))
                .withTenancy(Optional.of(new Tenancy(
                        root, "id", "organization_id", ColumnType.builtin("uuid"), "app.organization_id", "app")));
    }

    private static List<Finding> findings(Schema schema, String... creates) {
        List<Finding> findings = new ArrayList<>();
        new PrivilegedRoutine().check(with(schema, Optional.empty(), creates), findings::add);
        return findings;
    }

    private static Schema with(Schema schema, Optional<String> shared, String... creates) {
        List<SqlObject> objects = new ArrayList<>();
        for (int i = 0; i < creates.length; i++) {
            objects.add(new SqlObject(
                    QualifiedName.parse("o" + i), creates[i], "DROP FUNCTION o" + i, false, List.of(), shared));
        }
        return schema.withObjects(objects);
    }
}
