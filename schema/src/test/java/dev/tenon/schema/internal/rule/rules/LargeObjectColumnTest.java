package dev.tenon.schema.internal.rule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeObjectColumnTest {

    @ParameterizedTest
    @ValueSource(strings = {"oid", "oid[]", "public.lo", "extensions.lo", "public.picture", "public.pictures[]"})
    void noTableOfTenantsHoldsNumbersOfLargeObjects(String type) {
        assertThat(findings(new TenantScope.Scoped("organization_id"), type))
                .as(type)
                .extracting(finding -> finding.at().toString())
                .containsExactly("column letter.scan");
        assertThat(findings(new TenantScope.Root("id"), type)).as(type).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytea", "text", "bigint", "regclass", "public.label", "public.lost"})
    void otherTypesAreNone(String type) {
        assertThat(findings(new TenantScope.Scoped("organization_id"), type))
                .as(type)
                .isEmpty();
    }

    @Test
    void tablesThatAllTenantsReadMayHoldThem() {
        assertThat(findings(new TenantScope.Shared("printed matter"), "oid")).isEmpty();
        assertThat(findings(new TenantScope.None(), "oid")).isEmpty();
    }

    private static List<Finding> findings(TenantScope scope, String type) {
        QualifiedName name = QualifiedName.parse("letter");
        Table table = Table.of(name, List.of(Samples.id(), Column.of("scan", ColumnType.parse(type))))
                .withTenantScope(scope);
        Schema schema = Schema.EMPTY
                .withTables(List.of(table))
                .withObjects(List.of(
                        domain("picture", "public.scanned"),
                        domain("pictures", "oid CHECK (VALUE <> 0)"),
                        domain("scanned", "oid"),
                        domain("label", "text COLLATE \"C\""),
                        domain("lost", "public.lost")));
        List<Finding> findings = new ArrayList<>();
        new LargeObjectColumn().check(schema, findings::add);
        return findings;
    }

    private static SqlObject domain(String name, String type) {
        QualifiedName qualified = QualifiedName.parse(name);
        return new SqlObject(
                qualified,
                "CREATE DOMAIN " + name + " AS " + type,
                "DROP DOMAIN " + name,
                true,
                List.of(),
                Optional.empty());
    }
}
