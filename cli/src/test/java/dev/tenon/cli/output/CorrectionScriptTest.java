package dev.tenon.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionScriptTest {

    private static final QualifiedName PLAN = QualifiedName.parse("plan");

    @Test
    void everyObjectIsNamedOnceWithItsCaution() {
        ObjectPath notes = ObjectPath.column(PLAN, "notes");
        assertThat(CorrectionScript.of(List.of(
                        new Correction(ObjectPath.table(PLAN), "COMMENT ON TABLE plan IS NULL", ""),
                        new Correction(notes, "ALTER TABLE plan ALTER COLUMN notes DROP DEFAULT", "it\nis large"),
                        new Correction(notes, "ALTER TABLE plan DROP COLUMN notes", "it\nis large"))))
                .containsExactly(
                        "",
                        "-- SQL that would correct the database. It was not run.",
                        "-- table plan",
                        "COMMENT ON TABLE plan IS NULL;",
                        "-- column plan.notes",
                        "-- Beware: it is large",
                        "ALTER TABLE plan ALTER COLUMN notes DROP DEFAULT;",
                        "ALTER TABLE plan DROP COLUMN notes;");
    }

    @Test
    void everyCautionIsPrinted() {
        ObjectPath part = ObjectPath.partition(PLAN, "plan_1");
        assertThat(CorrectionScript.of(List.of(
                        new Correction(part, "ALTER TABLE plan_1 ENABLE TRIGGER t", "it looks at no row"),
                        new Correction(part, "ALTER TABLE plan_1 SET LOGGED", "the table is rewritten"),
                        new Correction(part, "ALTER TABLE plan_1 RESET (fillfactor)", ""))))
                .endsWith(
                        "-- partition plan.plan_1",
                        "-- Beware: it looks at no row",
                        "ALTER TABLE plan_1 ENABLE TRIGGER t;",
                        "-- Beware: the table is rewritten",
                        "ALTER TABLE plan_1 SET LOGGED;",
                        "ALTER TABLE plan_1 RESET (fillfactor);");
    }

    @Test
    void withoutSqlTheReasonIsPrinted() {
        assertThat(CorrectionScript.of(List.of(new Correction(ObjectPath.table(PLAN), "", "another partition key"))))
                .endsWith("-- table plan", "-- Beware: another partition key");
    }

    @Test
    void nothingIsPrintedWithoutCorrections() {
        assertThat(CorrectionScript.of(List.of())).isEmpty();
    }
}
