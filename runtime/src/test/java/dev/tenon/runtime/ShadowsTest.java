package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
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
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenon's own queries never run objects in {@code public}, and their results do not depend on them. */
class ShadowsTest {

    private static final ColumnType UUID = ColumnType.builtin("uuid");

    private static final String MANUAL = """
            -- tenon:manual
            -- tenon:step no-transaction
            CREATE INDEX CONCURRENTLY guest_name_idx ON guest (name);
            -- tenon:step batches
            UPDATE guest SET name = 'x' WHERE ctid BETWEEN '(0,0)' AND '(4294967294,65535)';
            -- tenon:step
            COMMENT ON INDEX public.guest_name_idx IS 'by hand';
            DROP INDEX public.guest_name_idx;
            """;

    @TempDir
    private Path temp;

    @Test
    void noneRuns() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Shadows.create(scratch);
            Schema schema = schema(scratch.role("app"));
            MigrationsFolder folder = new MigrationsFolder(temp).generate("init", schema);
            assertThat(tenon(scratch).migrate().after().isCurrent()).isTrue();
            unharmed(scratch, "migrate");
            folder.add("manual", MANUAL, schema);
            assertThat(tenon(scratch).preview().steps()).hasSize(3);
            unharmed(scratch, "preview");
            assertThat(tenon(scratch).migrate().verification().clean()).isTrue();
            unharmed(scratch, "migrate a statement outside a transaction, and batches");
            assertThat(tenon(scratch).status().state().isCurrent()).isTrue();
            unharmed(scratch, "status");
            assertThat(tenon(scratch).verify().clean()).isTrue();
            unharmed(scratch, "verify");
            assertThat(tenon(scratch).verifyFully().clean()).isTrue();
            unharmed(scratch, "verify --full");
            tenants(schema.tenancy().orElseThrow(), scratch);
            unharmed(scratch, "a tenant's session");
            IsolationReport report = tenon(scratch).proveIsolation();
            assertThat(report.failures()).isEmpty();
            assertThat(report.warnings()).isEmpty();
            unharmed(scratch, "verify --isolation");
            scratch.execute("CREATE INDEX guest_name_idx ON public.guest (name);"
                    + " UPDATE tenon.history SET state = 'running' WHERE number = 2 AND step = 1");
            assertThat(tenon(scratch).interruptedSteps()).hasSize(1);
            tenon(scratch).resolveStep(2, 1, true);
            unharmed(scratch, "repair");
            scratch.execute("DROP INDEX public.guest_name_idx");
            scratch.execute("DROP SCHEMA tenon CASCADE");
            assertThat(tenon(scratch).baseline().state().isCurrent()).isTrue();
            unharmed(scratch, "baseline");
        }
    }

    private static void tenants(Tenancy tenancy, Scratch scratch) throws SQLException {
        TenantSession tenants =
                TenantSession.of(TenantTable.sourceAs(scratch.database(), TenantTable.login(scratch)), tenancy);
        String key = "00000000-0000-0000-0000-000000000001";
        tenants.call(key, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO public.house VALUES ('" + key + "')");
                return statement.executeUpdate("INSERT INTO public.guest (id, name) VALUES ('" + key + "', 'g')");
            }
        });
    }

    private Tenon tenon(Scratch scratch) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .load();
    }

    private static void unharmed(Scratch scratch, String after) {
        assertThat(scratch.text("SELECT is_called FROM public.hijacked"))
                .as(after)
                .isEqualTo("f");
    }

    private static Schema schema(String role) {
        QualifiedName house = QualifiedName.parse("house");
        QualifiedName guest = QualifiedName.parse("guest");
        Tenancy tenancy = new Tenancy(house, "id", "house_id", UUID, "app.house_id", role);
        Table root = Table.of(house, List.of(Column.of("id", UUID)))
                .withConstraints(List.of(new Constraint.PrimaryKey("house_pkey", List.of("id"))))
                .withTenantScope(new TenantScope.Root("id"));
        Table scoped = Table.of(
                        guest,
                        List.of(
                                Column.of("id", UUID),
                                Column.of("name", ColumnType.builtin("text")),
                                Column.of("host", UUID).withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("guest_pkey", List.of("id")),
                        Constraint.ForeignKey.of("guest_host_fkey", List.of("host"), guest, List.of("id"))))
                .withTenantScope(new TenantScope.Scoped("house_id"));
        Optional<Tenancy> kept = Optional.of(tenancy);
        List<Table> tables = TableDeriver.derive(
                Stream.of(root, scoped)
                        .map(table -> new DeclaredTable(table, false, Set.of(), Set.of(), Set.of()))
                        .toList(),
                kept);
        Grant use = new Grant(role, List.of(Privilege.USAGE));
        return new Schema(
                List.of(new Role(role)),
                List.of(new Namespace("public", List.of(use))),
                List.of(),
                List.of(),
                tables,
                kept);
    }
}
