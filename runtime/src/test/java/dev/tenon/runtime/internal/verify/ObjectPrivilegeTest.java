package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A role that may create temporary tables can compare SQL-defined objects; objects that it may not create are not
 * reported as different.
 */
class ObjectPrivilegeTest {

    private static Scratch scratch;
    private static Schema schema;

    @BeforeAll
    static void make() throws SQLException, IOException {
        scratch = Scratch.create(18);
        schema = Workshop.create(scratch);
    }

    @AfterAll
    static void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void anybodyFindsWhatDiffers() throws SQLException {
        assertThat(verify("SELECT 1").differences()).isEmpty();
        assertThat(verify("SELECT 1").notCompared()).isEmpty();
        assertThat(differences(
                        "CREATE OR REPLACE TRIGGER job_touch BEFORE INSERT ON job FOR EACH ROW EXECUTE FUNCTION touch();"
                                + " ALTER DOMAIN short SET NOT NULL; ALTER FUNCTION touch() COST 7;"
                                + " DROP COLLATION no_case; CREATE COLLATION no_case (provider = icu, locale = 'de')"))
                .extracting(text -> text.replaceFirst("(?s): .*", ""))
                .containsExactly("object job_touch", "object no_case", "object short", "object touch");
    }

    @Test
    void whatMayNotBeMadeOnceMoreIsOnlySeenToBeThere() throws SQLException {
        String revoked =
                "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC; REVOKE EXECUTE ON FUNCTION desk_watch() FROM PUBLIC;";
        assertThat(verify(revoked).differences()).isEmpty();
        assertThat(verify(revoked).notCompared())
                .anySatisfy(
                        text -> assertThat(text).startsWith("object touch: ").contains("plpgsql"));
        assertThat(differences(revoked + "ALTER FUNCTION touch() COST 7; DROP TRIGGER late ON desk;"
                        + " ALTER DOMAIN short SET NOT NULL; ALTER TABLE desk DISABLE TRIGGER \"Rows\""))
                .extracting(text -> text.replaceFirst("(?s): .*", ""))
                .containsExactly("object desk_late is missing", "object desk_rows", "object short");
    }

    private static List<String> differences(String change) throws SQLException {
        return verify(change).differences().stream().map(Difference::toString).toList();
    }

    private static VerifyResult verify(String change) throws SQLException {
        scratch.connection().setAutoCommit(false);
        try (java.sql.Statement statement = scratch.connection().createStatement()) {
            statement.execute(change);
            statement.execute(scratch.named("SET LOCAL ROLE $app"));
            return Verification.verifyInTransaction(scratch.connection(), schema, true);
        } finally {
            scratch.connection().rollback();
            scratch.connection().setAutoCommit(true);
        }
    }
}
