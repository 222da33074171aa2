package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.internal.catalog.CatalogFingerprint;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migration and verification are fast if nothing changed, and detect every change. */
class UpToDateCheckTest {

    private static final Pattern CATALOG = Pattern.compile("\\bpg_[a-z_]+");

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private MigrationsFolder folder;

    UpToDateCheckTest() throws SQLException {}

    @BeforeEach
    void migrateOnce() {
        folder = new MigrationsFolder(temp.resolve("migrations"));
        folder.generate("init", ShopSchema.of("customer"))
                .generate("add_order", ShopSchema.of("customer", "shop_order"));
        migrate();
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void twoQueriesDetectThatNothingIsPending() {
        MigrationResult result = migrate();
        assertThat(calls).hasSize(3).first().isEqualTo("getConnection");
        assertThat(calls).noneMatch(call -> call.contains("lock"));
        assertThat(result.after().text()).isEqualTo("Migration state: 2 applied, 2 expected, 0 pending");
        assertThat(result.after()).isEqualTo(tenonState());
        assertThat(result.verification().tables()).isEqualTo(2);
        assertThat(result.applied()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 18})
    void twoQueriesSufficeOnEveryVersion(int version) throws SQLException {
        try (Scratch other = Scratch.create(version)) {
            migrate(other);
            migrate(other);
            assertThat(calls).hasSize(3);
        }
    }

    @Test
    void guardNeedsTwoQueriesForTheNewestSnapshot() {
        guard(ShopSchema.of("customer", "shop_order"));
        assertThat(calls).hasSize(3);
        guard(ShopSchema.of("customer"));
        assertThat(calls).hasSizeGreaterThan(3);
        assertThatThrownBy(() -> guard(ShopSchema.of("customer", "shop_order", "bill")))
                .hasMessageContaining("table bill is missing");
        scratch.execute("ALTER TABLE customer DROP COLUMN name");
        assertThatThrownBy(() -> guard(ShopSchema.of("customer", "shop_order")))
                .hasMessageContaining("column customer.name is missing");
    }

    @Test
    void verifyNeedsTwoQueriesIfNothingChanged() {
        assertThat(tenon(scratch).verify()).isEqualTo(VerifyResult.withoutDrift(2));
        assertThat(calls).hasSize(3);
        scratch.execute("ALTER TABLE customer DROP COLUMN name");
        assertThat(tenon(scratch).verify().differences())
                .singleElement()
                .asString()
                .contains("column customer.name is missing");
    }

    @Test
    void verifyFullyAlwaysCompares() {
        assertThat(tenon(scratch).verifyFully()).isEqualTo(VerifyResult.withoutDrift(2));
        assertThat(calls).hasSizeGreaterThan(3);
        assertThat(tenon(scratch).verifyStrictly()).isEqualTo(VerifyResult.withoutDrift(2));
        assertThat(calls).hasSizeGreaterThan(3);
    }

    @Test
    void pendingMigrationsAreReportedDespiteAStoredResult() {
        folder.generate("add_item", ShopSchema.of("customer", "shop_order", "item"));
        VerifyResult result = tenon(scratch).verify();
        assertThat(result.pending())
                .extracting(each -> each.migration().toString())
                .containsExactly("0003_add_item");
        assertThat(result.differences()).isEmpty();
        assertThat(result.clean()).isFalse();
    }

    private Object tenonState() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .load()
                .preview()
                .state();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO customer SELECT FROM generate_series(1, 0)",
                "ANALYZE",
                "VACUUM",
                "CREATE TEMPORARY TABLE customer (id bigint PRIMARY KEY DEFAULT 1 CHECK (id > 0))",
                "CREATE TEMPORARY SEQUENCE counter",
                "SELECT txid_current()",
                "PREPARE q AS SELECT 1"
            })
    void workOfApplicationsIsNoChange(String sql) throws SQLException {
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            migrate();
            assertThat(calls).hasSize(3);
        }
        migrate();
        assertThat(calls).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE customer ADD COLUMN crept_in text",
                "CREATE INDEX crept_in ON customer ((1))",
                "REVOKE ALL ON customer FROM PUBLIC; GRANT SELECT ON customer TO PUBLIC",
                "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
                "CREATE FUNCTION tenon_customer_name() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
            })
    void aChangeOutsideTenonIsDetected(String sql) {
        scratch.execute(sql);
        assertThatThrownBy(this::migrate).isInstanceOf(TenonException.class).hasMessageContaining("TN630");
        assertThatThrownBy(this::migrate).isInstanceOf(TenonException.class).hasMessageContaining("TN630");
    }

    @Test
    void aRevertedChangeIsVerifiedAgain() {
        scratch.execute("ALTER TABLE customer ADD COLUMN crept_in text");
        scratch.execute("ALTER TABLE customer DROP COLUMN crept_in");
        migrate();
        assertThat(calls).hasSizeGreaterThan(3);
        migrate();
        assertThat(calls).hasSize(3);
    }

    @Test
    void aChangedHistoryIsDetected() {
        scratch.execute("DELETE FROM tenon.history WHERE number = 1");
        assertThatThrownBy(this::migrate).isInstanceOf(TenonException.class);
    }

    @Test
    void anEditedFileIsDetected() throws IOException {
        Files.writeString(
                folder.sql("0001_init"),
                Files.readString(folder.sql("0001_init")).replace("bigint", "integer"));
        assertThatThrownBy(this::migrate).isInstanceOf(TenonException.class).hasMessageContaining("0001_init.sql");
    }

    @Test
    void aRewrittenFileIsReadAgain() throws IOException {
        Files.writeString(folder.sql("0001_init"), Files.readString(folder.sql("0001_init")) + "\n");
        migrate();
        assertThat(calls).hasSizeGreaterThan(3);
        migrate();
        assertThat(calls).hasSize(3);
    }

    @Test
    void aNewMigrationIsApplied() {
        folder.generate("add_item", ShopSchema.of("customer", "shop_order", "item"));
        assertThat(migrate().applied()).map(Object::toString).containsExactly("0003_add_item");
    }

    @Test
    void anotherVersionOfTenonVerifiesAgain() {
        scratch.execute("UPDATE tenon.verified SET tenon_version = 'other'");
        migrate();
        assertThat(calls).hasSizeGreaterThan(3);
    }

    @Test
    void withoutThePrivilegeToStoreEachRunVerifies() {
        scratch.execute("DROP TABLE tenon.verified; CREATE VIEW tenon.verified AS SELECT 1 AS one");
        migrate();
        migrate();
        assertThat(calls).hasSizeGreaterThan(3);
    }

    @Test
    void anOlderHistoryGetsAStoredResult() {
        scratch.execute("DROP TABLE tenon.verified");
        migrate();
        migrate();
        assertThat(calls).hasSize(3);
    }

    @Test
    void aHostileSearchPathChangesNothing() {
        scratch.execute("""
                CREATE SCHEMA hostile;
                CREATE FUNCTION hostile.never(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';
                CREATE FUNCTION hostile.never("char", "char") RETURNS boolean LANGUAGE sql AS 'SELECT false';
                CREATE OPERATOR hostile.= (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.never);
                CREATE OPERATOR hostile.= (LEFTARG = "char", RIGHTARG = "char", FUNCTION = hostile.never);
                CREATE FUNCTION hostile.count() RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint';
                """);
        migrate();
        scratch.execute("ALTER DATABASE " + scratch.database().name() + " SET search_path = hostile, pg_catalog");
        migrate();
        assertThat(calls).hasSize(3);
        scratch.execute("ALTER TABLE public.customer ADD COLUMN crept_in text");
        assertThatThrownBy(this::migrate).isInstanceOf(TenonException.class).hasMessageContaining("TN630");
    }

    /** A catalog that verification reads must be part of the fingerprint. */
    @Test
    void everyCatalogThatIsReadIsInTheFingerprint() throws IOException, SQLException {
        Set<String> read = new TreeSet<>();
        for (String part : List.of("catalog", "verify")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/tenon/runtime/internal", part))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    CATALOG.matcher(Files.readString(source))
                            .results()
                            .map(MatchResult::group)
                            .forEach(read::add);
                }
            }
        }
        String catalogs = scratch.text("SELECT string_agg(relname, ' ') FROM pg_class"
                + " WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v')");
        read.retainAll(Set.of(String.valueOf(catalogs).split(" ")));
        // Only superusers may read these; what stands for them has the same rows.
        Map.of(
                        "pg_seclabels",
                        "pg_seclabel",
                        "pg_user_mapping",
                        "pg_user_mappings",
                        "pg_largeobject",
                        "pg_largeobject_metadata")
                .forEach((catalog, instead) -> {
                    if (read.remove(catalog)) {
                        read.add(instead);
                    }
                });
        assertThat(read).hasSizeGreaterThan(20);
        assertThat(CATALOG.matcher(CatalogFingerprint.sql()).results().map(MatchResult::group))
                .containsAll(read);
    }

    private MigrationResult migrate() {
        return migrate(scratch);
    }

    private MigrationResult migrate(Scratch target) {
        return tenon(target).migrate();
    }

    private void guard(Schema needed) {
        tenon(scratch).guard(needed);
    }

    private Tenon tenon(Scratch target) {
        calls.clear();
        return Tenon.configure()
                .dataSource(new WatchedSource(target.database().dataSource(), new WatchedSource.Watch() {
                            @Override
                            public void before(String call) {
                                calls.add(call);
                            }

                            @Override
                            public void after(String call) {}
                        })
                        .dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load();
    }
}
