package dev.tenon.runtime.internal.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.StepMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** The selection of steps to undo. */
class StepSelectionTest {

    private final List<CommittedStep> steps = new ArrayList<>();

    @Test
    void aCheckIsUndoneAndACostlyIndexStays() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(2);
    }

    @Test
    void allStepsAreUndoneIfNoneIsCostly() {
        step("ALTER TABLE public.a ADD COLUMN y integer");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(1, 2);
    }

    /** The check that made SET NOT NULL fast is created again before it runs again. */
    @Test
    void theStepThatCreatedADroppedObjectIsUndoneAsWell() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_y CHECK (y IS NOT NULL) NOT VALID");
        step("ALTER TABLE public.a VALIDATE CONSTRAINT a_y");
        step("ALTER TABLE public.a ALTER COLUMN y SET NOT NULL", "ALTER TABLE public.a DROP CONSTRAINT a_y");
        assertThat(selected()).containsExactly(2, 3, 4);
    }

    @Test
    void aDroppedCheckDoesNotRestrict() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_y CHECK (y > 0) NOT VALID");
        step("ALTER TABLE public.a DROP CONSTRAINT a_y");
        assertThat(selected()).isEmpty();
    }

    @Test
    void aCutoverOfAnotherColumnPreventsNothing() {
        step(
                "ALTER TABLE public.a ADD COLUMN x_new bigint",
                "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON public.a" + " FOR EACH ROW EXECUTE FUNCTION f()");
        step("ALTER TABLE public.b DROP COLUMN x", "ALTER TABLE public.b RENAME COLUMN x_new TO x");
        assertThat(selected()).containsExactly(1);
    }

    @Test
    void aCutoverPreventsTheUndoOfItsSteps() {
        step(
                "ALTER TABLE public.a ADD COLUMN x_new bigint",
                "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON public.a" + " FOR EACH ROW EXECUTE FUNCTION f()");
        batches("UPDATE public.a SET x_new = x WHERE x_new IS NULL");
        step(
                "DROP TRIGGER t ON public.a",
                "ALTER TABLE public.a DROP COLUMN x",
                "ALTER TABLE public.a RENAME COLUMN x_new TO x",
                "ALTER TABLE public.a ALTER COLUMN x SET DEFAULT 0");
        assertThat(selected()).isEmpty();
    }

    @Test
    void nothingIsRestoredOnADroppedTable() {
        step("ALTER TABLE public.a DROP CONSTRAINT a_x");
        step("DROP TABLE public.a");
        assertThat(selected()).isEmpty();
    }

    @Test
    void aChangeOfANewTableDoesNotRestrict() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("CREATE TABLE public.c (id integer)");
        step("ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (id) REFERENCES public.a (id)");
        assertThat(selected()).isEmpty();
    }

    @Test
    void newObjectsAreUndoneWithTheirDependents() {
        step(
                "CREATE SCHEMA IF NOT EXISTS s",
                "CREATE EXTENSION IF NOT EXISTS citext",
                "CREATE TYPE s.mood AS ENUM ('a')",
                "CREATE SEQUENCE s.counter",
                "CREATE TABLE s.c (id integer)",
                "ALTER TABLE s.c REPLICA IDENTITY FULL",
                "ALTER SEQUENCE s.counter OWNED BY s.c.id",
                "COMMENT ON TABLE s.c IS 'new'",
                "GRANT SELECT ON TABLE s.c TO PUBLIC",
                "REVOKE INSERT ON TABLE s.c FROM PUBLIC",
                "ALTER TYPE public.other ADD VALUE IF NOT EXISTS 'b'");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(1, 2);
    }

    /** A DROP would remove an existing partition with the new table. */
    @Test
    void aNewTableWithAnExistingPartitionStays() {
        step("CREATE TABLE public.c (id integer) PARTITION BY LIST (id)");
        step("ALTER TABLE public.c ATTACH PARTITION public.old DEFAULT");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(3);
    }

    @Test
    void aDefaultOfARewrittenColumnStays() {
        step("ALTER TABLE public.a ALTER COLUMN x DROP DEFAULT");
        step("ALTER TABLE public.a ALTER COLUMN x TYPE integer USING x::int");
        step("ALTER TABLE public.a ALTER COLUMN x SET DEFAULT 0");
        step("ALTER TABLE public.a ALTER COLUMN y SET DEFAULT 0");
        assertThat(selected()).containsExactly(4);
    }

    /** The wider type rejects nothing and stays; running the step again changes nothing. */
    @Test
    void aDefaultIsUndoneAlthoughItsStepWidensAColumn() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step(
                "ALTER TABLE public.a ALTER COLUMN y TYPE varchar(20)",
                "ALTER TABLE public.a ALTER COLUMN z DROP DEFAULT");
        step(
                "ALTER TABLE public.a RENAME COLUMN w TO v",
                "ALTER TABLE public.a ALTER COLUMN v TYPE text COLLATE \"C\"");
        assertThat(selected()).containsExactly(2, 3);
        assertThat(restricting()).isEmpty();
    }

    /** The server refuses to change the type of a column that a view reads, even to the same type. */
    @Test
    void aTypeThatANewViewReadsIsNotChangedAgain() {
        step("DROP VIEW public.v");
        step(
                "ALTER TABLE public.a ALTER COLUMN y TYPE varchar(20)",
                "ALTER TABLE public.a ALTER COLUMN z DROP DEFAULT");
        step("CREATE VIEW public.v AS SELECT y FROM public.a");
        assertThat(selected()).isEmpty();
        assertThat(restricting())
                .containsExactly(
                        "step 1: DROP VIEW public.v", "step 2: ALTER TABLE public.a ALTER COLUMN z DROP DEFAULT");
    }

    /** Converted values would be converted twice. */
    @Test
    void remainingRestrictionsAreReported() {
        build("CREATE INDEX CONCURRENTLY a_w_idx ON public.a (w)");
        step(
                "ALTER TABLE public.a ALTER COLUMN y TYPE integer USING y::int * 100",
                "ALTER TABLE public.a ALTER COLUMN z DROP DEFAULT");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(3);
        assertThat(restricting())
                .containsExactly(
                        "step 2: ALTER TABLE public.a ALTER COLUMN y TYPE integer USING y::int * 100",
                        "step 2: ALTER TABLE public.a ALTER COLUMN z DROP DEFAULT");
    }

    /** Rows that the application writes meanwhile lack the value. */
    @Test
    void everyBatchRunsAgainIfAnyStepIsUndone() {
        step("ALTER TABLE public.a ADD COLUMN y integer");
        batches("UPDATE public.a SET y = 1 WHERE y IS NULL");
        batches("UPDATE public.c SET memo = '' WHERE memo IS NULL");
        step("ALTER TABLE public.b ADD CONSTRAINT b_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(2, 3, 4);
    }

    @Test
    void aBatchWithDroppedColumnsDoesNotRunAgain() {
        step("ALTER TABLE public.a ADD COLUMN x_new bigint");
        batches("UPDATE public.a SET x_new = x WHERE x_new IS NULL");
        batches("UPDATE public.a SET memo = '' WHERE memo IS NULL");
        step("ALTER TABLE public.a DROP COLUMN x", "ALTER TABLE public.a RENAME COLUMN x_new TO x");
        step("ALTER TABLE public.b ADD CONSTRAINT b_x CHECK (x > 0) NOT VALID");
        assertThat(selected()).containsExactly(3, 5);
    }

    private SortedSet<Integer> selected() {
        return StepSelection.of(steps).selected();
    }

    private List<String> restricting() {
        return StepSelection.of(steps).restricting();
    }

    private void step(String... statements) {
        add(StepMode.TRANSACTION, false, statements);
    }

    private void build(String statement) {
        add(StepMode.NO_TRANSACTION, true, statement);
    }

    private void batches(String statement) {
        add(StepMode.BATCHES, true, statement);
    }

    private void add(StepMode mode, boolean costly, String... statements) {
        List<String> texts = List.of(statements);
        // The undo statement names the object, like the statement.
        steps.add(CommittedStep.of(steps.size() + 1, mode, costly, texts, Optional.of(texts)));
    }
}
