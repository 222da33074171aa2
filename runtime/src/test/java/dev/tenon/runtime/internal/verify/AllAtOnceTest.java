package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corrections that verify prints can be run one by one, in order, in a database with very many differences. */
class AllAtOnceTest {

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void allIsMendedInTheOrderInWhichItIsPrinted(int version) throws SQLException, IOException {
        try (Scratch scratch = Scratch.create(version)) {
            Schema schema = Workshop.create(scratch);
            scratch.execute(script());
            VerifyResult found = Verification.verify(scratch.connection(), schema, false);
            assertThat(found.differences()).hasSizeGreaterThan(40);
            assertThat(found.corrections())
                    .allMatch(correction -> !correction.sql().isEmpty());
            run(scratch, found);
            assertThat(Verification.verify(scratch.connection(), schema, false).differences())
                    .as("%s", found.corrections())
                    .isEmpty();
            assertThat(scratch.text("SELECT string_agg(y, '' ORDER BY y) FROM shelf"))
                    .isEqualTo("abc");
            run(scratch, Verification.verify(scratch.connection(), schema, true));
            assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void whatLiesElsewhereIsBroughtBack(int version) throws SQLException, IOException {
        try (Scratch scratch = Scratch.create(version)) {
            Schema schema = Workshop.create(scratch);
            String space = "space_" + scratch.database().name();
            scratch.execute("SET allow_in_place_tablespaces = on");
            scratch.execute("CREATE TABLESPACE " + space + " LOCATION ''");
            scratch.execute("ALTER TABLE \"Odd \"\"one\"\"\".\"new.table\" SET TABLESPACE " + space);
            scratch.execute("ALTER INDEX \"Odd \"\"one\"\"\".\"i-1\" SET TABLESPACE " + space);
            scratch.execute("ALTER TABLE event_2024 SET TABLESPACE " + space);
            VerifyResult found = Verification.verify(scratch.connection(), schema, true);
            QualifiedName odd = new QualifiedName("Odd \"one\"", "new.table");
            assertThat(found.differences())
                    .extracting(Difference::at)
                    .containsExactlyInAnyOrder(
                            ObjectPath.table(odd),
                            ObjectPath.index(odd, "i-1"),
                            ObjectPath.partition(QualifiedName.parse("event"), "event_2024"));
            run(scratch, found);
            assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                    .isEmpty();
            scratch.execute("DROP TABLESPACE " + space);
        }
    }

    @Test
    void viewsAreFilledBeforeThoseThatReadThem() throws SQLException {
        try (Scratch scratch = Scratch.create(17)) {
            scratch.execute("CREATE TABLE t (n integer)")
                    .execute("CREATE MATERIALIZED VIEW z AS SELECT n FROM t")
                    .execute("CREATE VIEW m AS SELECT n FROM z")
                    .execute("CREATE MATERIALIZED VIEW a AS SELECT n FROM m");
            Schema schema = CatalogReader.read(scratch.connection(), CatalogScope.of(Set.of("public")))
                    .schema();
            scratch.execute("REFRESH MATERIALIZED VIEW a WITH NO DATA")
                    .execute("REFRESH MATERIALIZED VIEW z WITH NO DATA");
            VerifyResult found = Verification.verify(scratch.connection(), schema, true);
            assertThat(found.corrections())
                    .extracting(Correction::sql)
                    .containsExactly("REFRESH MATERIALIZED VIEW public.z", "REFRESH MATERIALIZED VIEW public.a");
            run(scratch, found);
            assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                    .isEmpty();
        }
    }

    @Test
    void theKeyOfAPartitionedTableGoesAndComesWithItsReferences() throws SQLException {
        try (Scratch scratch = Scratch.create(18)) {
            scratch.execute("CREATE TABLE whole (id integer PRIMARY KEY) PARTITION BY RANGE (id)")
                    .execute("CREATE TABLE part PARTITION OF whole FOR VALUES FROM (1) TO (9)")
                    .execute("CREATE TABLE child (whole integer REFERENCES whole)")
                    .execute("INSERT INTO whole VALUES (1); INSERT INTO child VALUES (1)");
            Schema schema = CatalogReader.read(scratch.connection(), CatalogScope.of(Set.of("public")))
                    .schema();
            scratch.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'whole_pkey'::regclass");
            VerifyResult found = Verification.verify(scratch.connection(), schema, true);
            assertThat(found.corrections())
                    .extracting(Correction::sql)
                    .startsWith(
                            "ALTER TABLE public.child DROP CONSTRAINT child_whole_fkey",
                            "ALTER TABLE public.whole DROP CONSTRAINT whole_pkey");
            run(scratch, found);
            assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18})
    void aPartitionComputesAsItsTableDoesWhereTheServerCanBeTold(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            scratch.execute("CREATE TABLE whole (id integer, more integer GENERATED ALWAYS AS (id * 2) STORED)"
                            + " PARTITION BY LIST (id)")
                    .execute("CREATE TABLE part (id integer, more integer GENERATED ALWAYS AS (id * 3) STORED)")
                    .execute("INSERT INTO part VALUES (1); ALTER TABLE whole ATTACH PARTITION part FOR VALUES IN (1)");
            Schema schema = CatalogReader.read(scratch.connection(), CatalogScope.of(Set.of("public")))
                    .schema();
            VerifyResult found = Verification.verify(scratch.connection(), schema, true);
            assertThat(found.differences())
                    .extracting(Difference::toString)
                    .containsExactly(
                            "partition whole.part: computed is more AS ((id * 3)) (not supported by" + " snapshots)");
            assertThat(found.corrections())
                    .singleElement()
                    .matches(each -> each.caution().contains("not possible before PostgreSQL 17"));
            if (version < 17) {
                assertThat(found.corrections().get(0).sql()).isEmpty();
            } else {
                run(scratch, found);
                assertThat(Verification.verify(scratch.connection(), schema, true)
                                .differences())
                        .isEmpty();
                assertThat(scratch.text("SELECT more FROM whole")).isEqualTo("2");
            }
        }
    }

    private static void run(Scratch scratch, VerifyResult found) {
        found.corrections().forEach(correction -> scratch.executeAsIs(correction.sql()));
    }

    private static String script() throws IOException {
        try (InputStream file = Objects.requireNonNull(AllAtOnceTest.class.getResourceAsStream("all-at-once.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
