package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A cloud gives its users a role that owns the database, but neither SUPERUSER nor BYPASSRLS. */
class CloudOwnerTest {

    private static final Path EXAMPLE = Path.of("..", "example-app", "src", "main", "resources", "db", "migrations");

    private static final UUID TENANT = new UUID(1, 1);

    /** The newest version; the others only in the long run. */
    static Stream<Integer> versions() {
        return Endurance.ASKED ? Stream.of(15, 16, 17, 18) : Stream.of(18);
    }

    @Test
    void theStoryOfTheExampleEndsWell() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            owned(scratch);
            scratch.execute("CREATE EXTENSION vector");
            tenon(scratch, EXAMPLE, 1).migrate();
            scratch.execute("""
                    INSERT INTO organization (id, name, slug) VALUES ('%1$s', 'Old Ltd', 'old');
                    INSERT INTO research_plan (id, organization_id, title) VALUES ('%1$s', '%1$s', 'Why?');
                    INSERT INTO research_step (id, organization_id, plan_id, ordinal, title)
                        VALUES ('%1$s', '%1$s', '%1$s', 7, 'Look up');
                    """.formatted(TENANT));
            tenon(scratch, EXAMPLE, 2).migrate();
            scratch.execute("""
                    INSERT INTO artifact (id, organization_id, step_id, kind, name, media_type, size_bytes, storage_key)
                        VALUES ('%1$s', '%1$s', '%1$s', 'document', 'sky.txt', 'text/plain', 0, 'sky');
                    INSERT INTO document_chunk (organization_id, artifact_id, position, content, embedding)
                        SELECT '%1$s', '%1$s', 0, 'Air', array_agg(1)::halfvec FROM generate_series(1, 1536);
                    """.formatted(TENANT));
            Tenon tenon = tenon(scratch, EXAMPLE, 6);
            tenon.migrate();
            assertThat(scratch.text("SELECT p.question || s.position || c.content FROM research_plan p"
                            + " JOIN research_step s ON s.plan_id = p.id JOIN artifact a ON a.step_id = s.id"
                            + " JOIN document_chunk c ON c.artifact_id = a.id"))
                    .isEqualTo("Why?7Air");
            assertComplete(scratch, tenon);
            assertThat(tenon.proveIsolation().failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void rowsOfTenantsAreReachedOnEveryVersion(int version, @TempDir Path folder) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            owned(scratch);
            Schema before = Research.withoutVectors("authenticated");
            MigrationsFolder migrations = new MigrationsFolder(folder);
            migrations.generate("init", before);
            tenon(scratch, folder, 1).migrate();
            scratch.execute("INSERT INTO organization (id, slug) VALUES ('%1$s', 'old'), (gen_random_uuid(), 'other')"
                    .formatted(TENANT));
            QualifiedName root = QualifiedName.parse("organization");
            Table table = before.table(root).orElseThrow();
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(Column.of("motto", ColumnType.builtin("text")));
            List<Table> tables = new ArrayList<>(before.tables());
            tables.set(tables.indexOf(table), table.withColumns(columns));
            migrations.generate(
                    "motto",
                    before.withTables(tables),
                    new MigrationHints(Map.of(), Map.of(ObjectPath.column(root, "motto"), "upper(slug)"), Map.of()));
            Tenon tenon = tenon(scratch, folder, 2);
            tenon.migrate();
            assertThat(scratch.text("SELECT string_agg(motto, ',' ORDER BY motto) FROM organization"))
                    .isEqualTo("OLD,OTHER");
            assertComplete(scratch, tenon);
        }
    }

    /** The administrator of a cloud installs extensions into a schema of its own, in which the owner may create nothing. */
    @ParameterizedTest
    @MethodSource("versions")
    void extensionsOfTheAdministratorAreNoDriftAndNeedNoRights(int version, @TempDir Path folder) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            owned(scratch);
            scratch.execute("CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions;"
                    + " CREATE EXTENSION pg_trgm SCHEMA extensions; GRANT USAGE ON SCHEMA extensions TO PUBLIC");
            Schema shop = ShopSchema.of("customer");
            MigrationsFolder migrations = new MigrationsFolder(folder);
            migrations.generate("init", shop);
            tenon(scratch, folder, 1).migrate();
            assertComplete(scratch, tenon(scratch, folder, 1));

            Table customer = ShopSchema.table("customer");
            List<Column> columns = new ArrayList<>(customer.columns());
            columns.add(
                    Column.of("email", ColumnType.parse("extensions.citext")).withNullable(true));
            migrations.generate(
                    "email",
                    ShopSchema.of(customer.withColumns(columns))
                            .withExtensions(List.of(new Extension("citext", "extensions")))
                            .withNamespaces(List.of(
                                    new Namespace("extensions", List.of()), new Namespace("public", List.of()))));
            Tenon tenon = tenon(scratch, folder, 2);
            tenon.migrate();
            assertComplete(scratch, tenon);
            assertThat(tenon.verifyStrictly().corrections()).isEmpty();
        }
    }

    private static void owned(Scratch scratch) {
        scratch.role("owner");
        scratch.execute("""
                ALTER ROLE $owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD 'secret';
                DO $do$ BEGIN CREATE ROLE authenticated NOLOGIN;
                    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$;
                GRANT authenticated TO $owner;
                """ + "ALTER DATABASE " + scratch.database().name() + " OWNER TO $owner");
    }

    private static void assertComplete(Scratch scratch, Tenon tenon) {
        assertThat(tenon.verifyFully().clean()).isTrue();
        assertThat(tenon.verifyStrictly().differences()).isEmpty();
        assertThat(
                        scratch.text(
                                "SELECT count(*) FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relkind = 'r'"))
                .isEqualTo("0");
    }

    private static Tenon tenon(Scratch scratch, Path migrations, int last) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("owner"));
        source.setPassword("secret");
        return Tenon.configure()
                .dataSource(source)
                .migrations(migrations)
                .upTo(last)
                .listener(event -> {})
                .load();
    }
}
