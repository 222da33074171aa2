package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that its snapshot created has no differences on any server; differences are reported once and always in
 * the same order.
 */
class VerificationTest {

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void whatTheSnapshotMadeIsClean(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            Schema schema = Research.withoutVectors(scratch.role("app"));
            Research.create(schema, scratch);
            VerifyResult result = Verification.verify(scratch.connection(), schema, true);
            assertThat(result.differences()).isEmpty();
            assertThat(result.clean()).isTrue();
            assertThat(result.tables()).isEqualTo(7);
        }
    }

    @Test
    void anEmptyDatabaseMissesEachObjectOnce() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            assertThat(differences(scratch, Research.schema(scratch.role("app")), false))
                    .containsExactly(
                            "enum billing.currency is missing: eur, usd",
                            "table billing.invoice is missing",
                            "table app_user is missing",
                            "schema billing is missing",
                            "table document_chunk is missing",
                            "table member is missing",
                            "table organization is missing",
                            "enum plan_status is missing: draft, under way, done",
                            scratch.named("grant public.$app is missing: usage"),
                            "table research_plan is missing",
                            "table research_step is missing",
                            "extension vector is missing");
        }
    }

    @Test
    void aSnapshotThatIsReadMeanwhileIsComparedInAllItsSchemas() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Schema schema = Research.schema(scratch.role("app"));
            Research.create(schema, scratch);
            for (CatalogScope scope : List.of(CatalogScope.of(Set.of()), CatalogScope.of(schema))) {
                VerifyResult result = Verification.verify(
                        scratch.connection(), scope, (live, read) -> Optional.of(schema), AcceptedLeftovers.NONE, true);
                assertThat(result.differences()).as(scope.toString()).isEmpty();
                assertThat(result.tables()).isEqualTo(7);
            }
        }
    }

    @Test
    void whoseSnapshotCannotBeReadGetsTheConnectionBackAsItWas() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            assertThatThrownBy(() -> Verification.verify(
                            scratch.connection(),
                            CatalogScope.of(Set.of("public")),
                            (connection, live) -> {
                                throw new IllegalStateException("unreadable");
                            },
                            AcceptedLeftovers.NONE,
                            false))
                    .hasMessage("unreadable");
            assertThat(scratch.connection().getAutoCommit()).isTrue();
        }
    }

    @Test
    void onlyWhoAsksForItHearsOfOtherPeoplesObjects() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Schema schema = Research.schema(scratch.role("app"));
            Research.create(schema, scratch);
            scratch.execute("CREATE TABLE billing.other (id integer)")
                    .execute("CREATE TYPE mood AS ENUM ('good')")
                    .execute("GRANT CREATE ON SCHEMA public TO $other");
            assertThat(differences(scratch, schema, false)).isEmpty();
            assertThat(differences(scratch, schema, true))
                    .containsExactly(
                            "table billing.other is unexpected",
                            "enum mood is unexpected: good",
                            scratch.named("grant public.$other is unexpected: create"));
        }
    }

    @Test
    void aDatabaseThatIsBehindMissesRolesAndLabels() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Schema schema = Research.schema(scratch.role("app"));
            Research.create(schema, scratch);
            List<Role> roles = new ArrayList<>(schema.roles());
            roles.add(new Role("tenon_no_such_role"));
            List<EnumType> enums = schema.enums().stream()
                    .map(type -> new EnumType(type.name(), with(type.labels(), "gbp"), type.comment()))
                    .toList();
            Schema ahead = new Schema(
                    roles, schema.namespaces(), schema.extensions(), enums, schema.tables(), schema.tenancy());
            assertThat(differences(scratch, ahead, false))
                    .containsExactly(
                            "label billing.currency.gbp is missing",
                            "label plan_status.gbp is missing",
                            "role tenon_no_such_role is missing");
        }
    }

    @Test
    void whyAnExpectedExpressionDoesNotCompareIsSaid() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Schema schema = Research.schema(scratch.role("app"));
            Research.create(schema, scratch);
            scratch.execute("CREATE FUNCTION odd(numeric) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true'")
                    .execute("ALTER TABLE billing.invoice DROP CONSTRAINT invoice_amount_check")
                    .execute("ALTER TABLE billing.invoice ADD CONSTRAINT invoice_amount_check CHECK (odd(amount))");
            Schema live = schema.withTables(schema.tables().stream()
                    .map(table -> table.withConstraints(table.constraints().stream()
                            .map(constraint -> constraint.name().equals("invoice_amount_check")
                                    ? new Constraint.Check(constraint.name(), "even(amount)", true)
                                    : constraint)
                            .toList()))
                    .toList());
            assertThat(differences(scratch, live, false))
                    .singleElement()
                    .asString()
                    .startsWith("constraint billing.invoice.invoice_amount_check: expression is public.odd(amount), "
                            + "expected even(amount) [ERROR: function even(numeric) does not exist");
        }
    }

    @Test
    void theConnectionStaysAsItWas() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            Connection connection = scratch.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = elsewhere");
                Verification.verify(connection, Research.schema(scratch.role("app")), false);
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(connection.getSchema()).isNull();
                try (var rows = statement.executeQuery("SHOW search_path")) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo("elsewhere");
                }
            }
        }
    }

    private static List<String> with(List<String> labels, String label) {
        List<String> more = new ArrayList<>(labels);
        more.add(label);
        return more;
    }

    private static List<String> differences(Scratch scratch, Schema schema, boolean strict) throws SQLException {
        return Verification.verify(scratch.connection(), schema, strict).differences().stream()
                .map(Difference::toString)
                .toList();
    }
}
