package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * For every type of tenant key, each tenant sees only its own rows, the column has a default, and no probe finds a
 * leak.
 */
class TenantTypesTest {

    private static final QualifiedName HOUSE = QualifiedName.parse("house");

    @ParameterizedTest
    @CsvSource({
        "uuid, 00000000-0000-0000-0000-000000000001, 00000000-0000-0000-0000-000000000002",
        "bigint, 7, 70",
        "integer, 7, 70",
        "text, o'neill, O'Neill",
        "varchar(20), a b, a b c"
    })
    void tenantsWithKeysOfTheTypeAreIsolated(String type, String one, String other) throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Schema schema = schema(ColumnType.parse(type), scratch.role("app"));
            Research.create(schema, scratch);
            IsolationReport report = IsolationProof.prove(scratch.connection(), schema);
            assertThat(report.failures()).isEmpty();
            for (String tenant : List.of(one, other)) {
                String literal = "'" + tenant.replace("'", "''") + "'";
                scratch.execute("INSERT INTO house (id) VALUES (" + literal + ");"
                        + " BEGIN; SET LOCAL ROLE $app; SET LOCAL app.tenant_id = " + literal + ";"
                        + " INSERT INTO guest (name) VALUES ('of ' || " + literal + "); COMMIT");
            }
            scratch.execute(
                    "SET ROLE $app; SELECT set_config('app.tenant_id', '" + one.replace("'", "''") + "', false)");
            assertThat(scratch.text("SELECT string_agg(name, ', ') FROM guest")).isEqualTo("of " + one);
        }
    }

    private static Schema schema(ColumnType type, String role) {
        Tenancy tenancy = new Tenancy(HOUSE, "id", "tenant_id", type, "app.tenant_id", role);
        Table house = Table.of(HOUSE, List.of(Column.of("id", type)))
                .withConstraints(List.of(new Constraint.PrimaryKey("house_pkey", List.of("id"))))
                .withTenantScope(new TenantScope.Root("id"));
        Table guest = Table.of(QualifiedName.parse("guest"), List.of(Column.of("name", ColumnType.builtin("text"))))
                .withConstraints(List.of(
                        new Constraint.Unique("guest_key", List.of("name"), false, Deferrability.NOT_DEFERRABLE)))
                .withTenantScope(new TenantScope.Scoped("tenant_id"));
        List<DeclaredTable> declared = List.of(
                new DeclaredTable(house, false, Set.of(), Set.of(), Set.of()),
                new DeclaredTable(guest, false, Set.of(), Set.of(), Set.of()));
        return new Schema(
                List.of(new Role(role)),
                List.of(new Namespace("public", List.of(new Grant(role, List.of(Privilege.USAGE))))),
                List.of(),
                List.of(),
                TableDeriver.derive(declared, Optional.of(tenancy)),
                Optional.of(tenancy));
    }
}
