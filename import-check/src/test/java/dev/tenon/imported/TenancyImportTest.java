package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.tenancy.TenancyFinding;
import dev.tenon.cli.importer.tenancy.TenancyRecognition;
import dev.tenon.cli.importer.tenancy.TenancyRequest;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is adopted as it is, and then fenced by the sources of its tenancy. */
class TenancyImportTest {

    private static final Path GOLDEN = Path.of("src/test/golden/tenants");

    private final TestDatabase database = DevPostgres.shared().database();
    private final Connection connection = database.connection();

    @TempDir
    private Path folder;

    TenancyImportTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** The sources with the tenancy of that column. */
    static EntitySources tenants(Connection connection, String column, EntityStyle style) throws SQLException {
        TenancyRequest request = new TenancyRequest(column, Optional.empty(), Optional.empty(), Optional.empty());
        return EntitySources.of(
                DatabaseReader.read(connection),
                "imported",
                ImportStyle.of(style),
                schema -> TenancyRecognition.of(schema, request, (table, of, root, key) -> false));
    }

    @Test
    void aDatabaseWithRowsIsAdoptedAndThenFenced() throws IOException, SQLException {
        Script.execute(connection, Files.readString(GOLDEN.resolve("schema.sql")));
        Script.execute(connection, Files.readString(GOLDEN.resolve("rows.sql")));
        MigrationDirectory directory = MigrationDirectory.at(folder.resolve("migrations"));
        EntitySources plain = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        NextMigration.next(directory, Compiled.of(plain.files(), folder.resolve("plain")), Set.of())
                .write(directory, "baseline");
        Tenon tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder.resolve("migrations"))
                .listener(event -> {})
                .load();
        tenon.baseline();

        EntitySources fenced = tenants(connection, "account_id", EntityStyle.RECORD);
        assertThat(fenced.files().keySet()).isEqualTo(plain.files().keySet());
        assertThat(fenced.findings())
                .extracting(TenancyFinding::kind)
                .doesNotContain(TenancyFinding.Kind.DECISION)
                .contains(
                        TenancyFinding.Kind.COLUMN,
                        TenancyFinding.Kind.SHARED,
                        TenancyFinding.Kind.GLOBAL_KEY,
                        TenancyFinding.Kind.FOREIGN_KEY,
                        TenancyFinding.Kind.ROW_SECURITY,
                        TenancyFinding.Kind.POLICY,
                        TenancyFinding.Kind.PRIVILEGE,
                        TenancyFinding.Kind.VIEW,
                        TenancyFinding.Kind.ROUTINE);
        CompiledSnapshot compiled = Compiled.of(fenced.files(), folder.resolve("fenced"));
        NextMigration.next(directory, compiled, Set.copyOf(fenced.accepted())).write(directory, "fence");
        assertThat(tenon.migrate().verification().clean()).isTrue();
        assertThat(tenon.verifyFully().differences()).isEmpty();
        assertThat(NextMigration.next(directory, compiled, Set.of()).draft().isEmpty())
                .isTrue();
        assertThat(tenon.proveIsolation().results())
                .isNotEmpty()
                .extracting(ProbeResult::verdict)
                .doesNotContain(Verdict.BROKEN);
        assertThat(rows(connection, "SELECT account_id, order_id FROM order_items ORDER BY 1"))
                .containsExactly("1|1", "2|2");
        assertThat(rows(connection, "SELECT account_id, user_id FROM events ORDER BY 1"))
                .containsExactly("1|1", "2|2");

        EntitySources again = tenants(connection, "account_id", EntityStyle.RECORD);
        CompiledSnapshot same = Compiled.of(again.files(), folder.resolve("again"));
        assertThat(Verification.verify(connection, same.schema(), true).differences())
                .isEmpty();
        assertThat(again.accepted()).isEmpty();
    }

    @Test
    void everyStyleDeclaresTheSameTenants() throws IOException, SQLException {
        Script.execute(connection, Files.readString(GOLDEN.resolve("schema.sql")));
        List<Schema> schemas = new ArrayList<>();
        for (EntityStyle style : EntityStyle.values()) {
            EntitySources sources = tenants(connection, "account_id", style);
            CompiledSnapshot compiled = Compiled.of(sources.files(), folder.resolve(style.name()));
            assertThat(MigrationDraft.of(Schema.EMPTY, compiled, Set.of()).findings())
                    .isEmpty();
            schemas.add(compiled.schema());
        }
        assertThat(schemas).allSatisfy(schema -> {
            assertThat(schema.tables()).isEqualTo(schemas.get(0).tables());
            assertThat(schema.views()).isEqualTo(schemas.get(0).views());
            assertThat(schema.tenancy()).isEqualTo(schemas.get(0).tenancy());
        });
    }

    @Test
    void whatTenonHasFencedIsReadBack() throws IOException, SQLException {
        Path migrations = Path.of("../example-app/src/main/resources/db/migrations");
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load()
                .migrate();
        Schema expected = MigrationDirectory.at(migrations).head().snapshot();
        for (EntityStyle style : List.of(EntityStyle.RECORD, EntityStyle.JPA)) {
            EntitySources sources = tenants(connection, "organization_id", style);
            CompiledSnapshot compiled = Compiled.of(sources.files(), folder.resolve(style.name()));
            assertThat(Verification.verify(connection, compiled.schema(), true).differences())
                    .as(style.name())
                    .isEmpty();
            assertThat(compiled.schema().tenancy()).isEqualTo(expected.tenancy());
            for (Table table : expected.tables()) {
                assertThat(compiled.schema().table(table.name()).orElseThrow().tenantScope())
                        .as(table.name().display())
                        .isInstanceOf(table.tenantScope().getClass());
            }
            assertThat(compiled.schema().tables())
                    .extracting(Table::tenantScope)
                    .doesNotContain(TenantScope.NONE);
            assertThat(sources.findings()).extracting(TenancyFinding::kind).containsOnly(TenancyFinding.Kind.SHARED);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1) + "|" + result.getString(2));
            }
        }
        return rows;
    }
}
