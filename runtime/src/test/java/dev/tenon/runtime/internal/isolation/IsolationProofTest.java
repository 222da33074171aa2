package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.reach.ReachChecks;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that Tenon generates isolates tenants, whichever role runs the proof; the proof leaves no trace. */
class IsolationProofTest {

    private static final int PROBES = 21;

    private static final int OF_ROLE = 4 + ReachChecks.names().size();

    private final Scratch scratch;
    private final Schema schema;

    IsolationProofTest() throws SQLException {
        scratch = Scratch.create();
        schema = Research.schema(scratch.role("app"));
    }

    @BeforeEach
    void create() {
        Research.create(schema, scratch);
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void aSuperuserProvesIt() throws SQLException {
        IsolationReport report = prove();
        assertThat(report.failures()).isEmpty();
        assertThat(report.isolated()).isTrue();
        assertThat(report.results()).hasSize(OF_ROLE + 6 * PROBES);
        assertThat(report.results().stream().filter(result -> result.verdict() == Verdict.NOT_APPLICABLE))
                .extracting(ProbeResult::probe)
                .as("nobody granted DELETE on the tenant root")
                .containsOnly("partitions", "unique-keys", "other-reference", "other-delete");
    }

    @Test
    void realRowsAreNotDisturbed() throws SQLException {
        scratch.execute("""
                INSERT INTO organization (id, slug) SELECT gen_random_uuid(), 'o' || n FROM generate_series(1, 50) n;
                INSERT INTO research_plan (tenant_id, title) SELECT id, slug FROM organization;
                """);
        String before = fingerprint();
        try (Connection other = scratch.database().connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE research_plan SET title = title || '!'");
            assertThat(prove().failures()).isEmpty();
            other.rollback();
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void nothingRemains() throws SQLException {
        String before = fingerprint();
        prove();
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(scratch.connection().getAutoCommit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 18})
    void everySupportedServerProvesIt(int version) throws SQLException {
        try (Scratch other = Scratch.create(version)) {
            Schema plain = Research.withoutVectors(other.role("app"));
            Research.create(plain, other);
            assertThat(IsolationProof.prove(other.connection(), plain).failures())
                    .isEmpty();
        }
    }

    @Test
    void anOwnerUnderForcedPoliciesProvesIt() throws SQLException {
        asOwner("");
        IsolationReport report = prove();
        assertThat(report.failures()).isEmpty();
        assertThat(report.results())
                .filteredOn(result -> result.probe().equals("unset-setting"))
                .extracting(ProbeResult::verdict)
                .containsOnly(Verdict.HELD);
    }

    @Test
    void anOwnerWithBypassProvesIt() throws SQLException {
        asOwner("ALTER ROLE $owner BYPASSRLS");
        assertThat(prove().failures()).isEmpty();
    }

    @Test
    void anOwnerWithItsOwnPoliciesProvesIt() throws SQLException {
        asOwner("CREATE POLICY migrator ON research_plan TO $owner USING (true) WITH CHECK (true)");
        assertThat(prove().failures()).isEmpty();
    }

    @Test
    void anOwnerWithoutWriteAccessGetsARemedy() throws SQLException {
        asOwner("REVOKE INSERT ON billing.invoice FROM $app; GRANT $app TO $owner WITH INHERIT FALSE");
        assertThat(prove().failures())
                .hasSize(Probes.LIVE.size())
                .allSatisfy(failure -> assertThat(failure.detail())
                        .startsWith("no test row could be generated for billing.invoice: permission denied for"
                                + " table invoice")
                        .contains("BYPASSRLS"));
    }

    @Test
    void aMigratorWithoutTheApplicationRoleGetsARemedy() throws SQLException {
        asOwner("REVOKE $app FROM $owner");
        List<ProbeResult> failures = prove().failures();
        assertThat(failures.get(0))
                .isEqualTo(new ProbeResult(
                        ObjectPath.role(scratch.role("app")),
                        "role-switch",
                        Verdict.NOT_PROVEN,
                        scratch.named(
                                "$owner may not become $app (permission denied to set role \"$app\" (42501)); GRANT $app"
                                        + " TO $owner")));
        assertThat(failures).hasSize(1 + 6 * (Probes.LIVE.size() + 2));
    }

    @Test
    void aMissingRoleIsReported() throws SQLException {
        IsolationReport report = IsolationProof.prove(scratch.connection(), Research.schema("tenon_no_such_role"));
        assertThat(report.failures())
                .hasSize(OF_ROLE + 6 * PROBES)
                .allSatisfy(
                        failure -> assertThat(failure.detail()).isEqualTo("role tenon_no_such_role does not exist"));
    }

    @Test
    void aSchemaWithoutTenantsHasNothingToProve() throws SQLException {
        assertThat(IsolationProof.prove(scratch.connection(), Schema.EMPTY).results())
                .singleElement()
                .satisfies(result -> assertThat(result.verdict()).isEqualTo(Verdict.NOT_APPLICABLE));
    }

    @Test
    void superuserAndBypassrlsAreDetected() throws SQLException {
        scratch.execute("ALTER ROLE $app BYPASSRLS");
        assertThat(prove().failures())
                .contains(new ProbeResult(
                        ObjectPath.role(scratch.role("app")),
                        "role-attributes",
                        Verdict.BROKEN,
                        scratch.named("$app is BYPASSRLS")))
                .extracting(ProbeResult::probe)
                .contains("other-select", "other-insert", "other-update", "other-delete", "move", "unset-setting");
        scratch.execute("ALTER ROLE $app SUPERUSER NOBYPASSRLS");
        assertThat(prove().failures())
                .extracting(ProbeResult::probe)
                .contains("role-attributes", "truncate", "privileges");
    }

    @Test
    void aPublicationIsAWarningUnlessTheSnapshotDeclaresIt() throws SQLException {
        scratch.execute("CREATE PUBLICATION warehouse FOR TABLE research_plan");
        assertThat(prove().isolated()).isTrue();
        assertThat(prove().warnings())
                .singleElement()
                .asString()
                .startsWith("table research_plan publications WARNING: publication warehouse publishes its rows of all"
                        + " tenants");
        SqlObject declared = new SqlObject(
                QualifiedName.parse("warehouse"),
                "CREATE PUBLICATION warehouse FOR TABLE research_plan",
                "DROP PUBLICATION warehouse",
                false,
                List.of(),
                Optional.of("the warehouse keeps tenants apart itself"));
        assertThat(IsolationProof.prove(scratch.connection(), schema.withObjects(List.of(declared)))
                        .warnings())
                .isEmpty();
    }

    /** Runs as a role that owns everything and is no superuser. */
    private void asOwner(String script) {
        scratch.execute("""
                        GRANT USAGE, CREATE ON SCHEMA public, billing TO $owner;
                        GRANT $app TO $owner;
                        DO $do$ DECLARE t regclass; BEGIN
                            FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r'
                                AND relnamespace IN ('public'::regnamespace, 'billing'::regnamespace)
                            LOOP EXECUTE format('ALTER TABLE %s OWNER TO ' || '$owner', t); END LOOP;
                        END $do$;
                        """).execute(script).execute("SET SESSION AUTHORIZATION $owner");
    }

    private IsolationReport prove() throws SQLException {
        return IsolationProof.prove(scratch.connection(), schema);
    }

    private String fingerprint() throws SQLException {
        try (Statement statement = scratch.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT concat_ws(' ', (SELECT string_agg(x::text, ' ' ORDER BY x.id) FROM organization x),
                            (SELECT string_agg(x::text, ' ' ORDER BY x.id) FROM research_plan x),
                            (SELECT count(*) FROM app_user), (SELECT last_value FROM research_plan_number_seq),
                            current_user, current_setting('row_security'))""")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
