package dev.tenon.runtime.internal.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.StepMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Which steps go, and which stay. */
class StepSelectionTest {

    private final List<CommittedStep> steps = new ArrayList<>();

    @Test
    void aCheckGoesAndAnIndexThatTookLongStays() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(going()).containsExactly(2);
    }

    @Test
    void allGoWhereNothingThatTookLongIsLost() {
        step("ALTER TABLE public.a ADD COLUMN y integer");
        step("ALTER TABLE public.a ADD CONSTRAINT a_x CHECK (x > 0) NOT VALID");
        assertThat(going()).containsExactly(1, 2);
    }

    /** The check that spared SET NOT NULL a scan is made again before it runs again. */
    @Test
    void whatAStepDroppedIsMadeAgainWithIt() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_y CHECK (y IS NOT NULL) NOT VALID");
        step("ALTER TABLE public.a VALIDATE CONSTRAINT a_y");
        step("ALTER TABLE public.a ALTER COLUMN y SET NOT NULL", "ALTER TABLE public.a DROP CONSTRAINT a_y");
        assertThat(going()).containsExactly(2, 3, 4);
    }

    @Test
    void aCheckThatCameAndWentIsNoReason() {
        build("CREATE INDEX CONCURRENTLY a_x_idx ON public.a (x)");
        step("ALTER TABLE public.a ADD CONSTRAINT a_y CHECK (y > 0) NOT VALID");
        step("ALTER TABLE public.a DROP CONSTRAINT a_y");
        assertThat(going()).isEmpty();
    }

    @Test
    void anotherColumnsSwapHoldsNothing() {
        step(
                "ALTER TABLE public.a ADD COLUMN x_new bigint",
                "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON public.a" + " FOR EACH ROW EXECUTE FUNCTION f()");
        step("ALTER TABLE public.b DROP COLUMN x", "ALTER TABLE public.b RENAME COLUMN x_new TO x");
        assertThat(going()).containsExactly(1);
    }

    @Test
    void aSwapHoldsItsOwnSteps() {
        step(
                "ALTER TABLE public.a ADD COLUMN x_new bigint",
                "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON public.a" + " FOR EACH ROW EXECUTE FUNCTION f()");
        batches("UPDATE public.a SET x_new = x WHERE x_new IS NULL");
        step(
                "DROP TRIGGER t ON public.a",
                "ALTER TABLE public.a DROP COLUMN x",
                "ALTER TABLE public.a RENAME COLUMN x_new TO x",
                "ALTER TABLE public.a ALTER COLUMN x SET DEFAULT 0");
        assertThat(going()).isEmpty();
    }

    @Test
    void nothingComesBackToATableThatIsGone() {
        step("ALTER TABLE public.a DROP CONSTRAINT a_x");
        step("DROP TABLE public.a");
        assertThat(going()).isEmpty();
    }

    @Test
    void whatIsAboutANewTableIsNoReason() {
        step("CREATE TABLE public.c (id integer)");
        step("ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (id) REFERENCES public.a (id)");
        assertThat(going()).isEmpty();
    }

    @Test
    void aDefaultOfARewrittenColumnStays() {
        step("ALTER TABLE public.a ALTER COLUMN x DROP DEFAULT");
        step("ALTER TABLE public.a ALTER COLUMN x TYPE integer USING x::int");
        step("ALTER TABLE public.a ALTER COLUMN x SET DEFAULT 0");
        step("ALTER TABLE public.a ALTER COLUMN y SET DEFAULT 0");
        assertThat(going()).containsExactly(4);
    }

    private SortedSet<Integer> going() {
        return StepSelection.of(steps);
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
        // What undoes a statement names what it is about, as the statement does.
        steps.add(CommittedStep.of(steps.size() + 1, mode, costly, texts, Optional.of(texts)));
    }
}
