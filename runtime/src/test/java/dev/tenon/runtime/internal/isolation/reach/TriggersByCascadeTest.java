package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trigger that a cascade runs is a leak, unless its function is known to change the row only. */
class TriggersByCascadeTest {

    /** Deleting a plan sets a column of this table to NULL, as its owner. */
    private static final String TABLE = """
            CREATE TABLE note (tenant_id uuid, plan_id uuid, changed timestamptz, author text, words tsvector,
                FOREIGN KEY (tenant_id, plan_id) REFERENCES research_plan (tenant_id, id) ON DELETE SET NULL);
            """;

    private static Scratch scratch;
    private static ReachCatalog catalog;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        Schema schema = Research.schema(scratch.role("app"));
        Research.create(schema, scratch);
        scratch.execute(TABLE);
        catalog = new ReachCatalog(scratch, schema, new TriggersByCascade());
    }

    @AfterAll
    static void drop() throws SQLException {
        catalog.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suppress_redundant_updates_trigger()",
                "tsvector_update_trigger('words', 'pg_catalog.english', 'author')"
            })
    void functionsOfPostgresAreNoLeak(String function) throws SQLException {
        assertThat(find(trigger(function))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"moddatetime|moddatetime('changed')", "insert_username|insert_username('author')"})
    void knownFunctionsOfExtensionsAreNoLeakUnlessReplaced(String function) throws SQLException {
        String extension = function.substring(0, function.indexOf('|'));
        String create = "CREATE EXTENSION " + extension + "; ";
        String trigger = trigger(function.substring(function.indexOf('|') + 1));
        assertThat(find(create + trigger)).isEmpty();
        assertThat(find(create + "CREATE OR REPLACE FUNCTION " + extension
                        + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; " + trigger))
                .hasSize(1);
        assertThat(find("CREATE FUNCTION " + extension + "() RETURNS trigger LANGUAGE c AS '$libdir/" + extension
                        + "'; " + trigger))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE EXTENSION refint; | check_foreign_key(1, 'cascade', 'plan_id', 'research_plan', 'id')",
                "CREATE EXTENSION tcn; | triggered_change_notification()",
                "CREATE FUNCTION own() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; | own()"
            })
    void otherFunctionsAreLeaks(String function) throws SQLException {
        String[] parts = function.split("\\|", 2);
        assertThat(find(parts[0] + trigger(parts[1])))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN));
    }

    private static String trigger(String function) {
        return "CREATE TRIGGER stamp BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION " + function;
    }

    private static List<ReachFinding> find(String change) throws SQLException {
        return catalog.findAfter(change);
    }
}
