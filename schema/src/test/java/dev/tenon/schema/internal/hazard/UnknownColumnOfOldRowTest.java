package dev.tenon.schema.internal.hazard;

import static dev.tenon.schema.Samples.NOTE;
import static dev.tenon.schema.Samples.PLAN;
import static dev.tenon.schema.Samples.PROJECT;
import static dev.tenon.schema.Samples.TEXT;
import static dev.tenon.schema.Samples.plus;
import static dev.tenon.schema.Samples.swap;
import static dev.tenon.schema.Samples.tenants;
import static dev.tenon.schema.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Expressions for existing rows read columns as they are named before or after the migration, and no others. */
class UnknownColumnOfOldRowTest {

    private final Schema before = tenants();

    @Test
    void aBackfillWithoutQuotesIsRefused() {
        assertThat(backfill("eu")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TN433");
            assertThat(finding.at()).isEqualTo(ObjectPath.column(PLAN, "region"));
            assertThat(finding.attribute()).isEqualTo("backfill");
            assertThat(finding.message())
                    .isEqualTo("[TN433] the expression for existing rows of plan.region reads eu, which is not a column"
                            + " of plan; use a column, or write a text in single quotes: 'eu'");
        });
    }

    @Test
    void aMisspelledColumnIsRefusedWithTheClosestOne() {
        assertThat(backfill("upper(titlle)")).extracting(Finding::remedy).containsExactly("did you mean title?");
        assertThat(backfill("upper(plan.titlle) || public.plan.title"))
                .extracting(Finding::remedy)
                .containsExactly("did you mean title?");
    }

    @Test
    void columnsConstantsAndSubqueriesAreNot() {
        for (String valid : List.of(
                "'eu'",
                "title || plan.status || public.plan.title",
                "plan::text",
                "current_user",
                "(SELECT region FROM elsewhere WHERE elsewhere.id = plan.id)",
                "CASE WHEN title IS NULL THEN 'a' ELSE DEFAULT_REGION() END")) {
            assertThat(backfill(valid)).as(valid).isEmpty();
        }
    }

    @Test
    void aConversionIsCheckedWhereTheTypeChanges() {
        Schema after = with(
                before,
                NOTE,
                table -> swap(
                        table, Column.of("body", ColumnType.parse("integer")).withNullable(true)));
        assertThat(convert(after, "length(boddy)")).extracting(Finding::remedy).containsExactly("did you mean body?");
        assertThat(convert(after, "length(body)")).isEmpty();
        assertThat(convert(before, "length(boddy)")).isEmpty();
    }

    @Test
    void bothNamesOfARenamedTableAndColumnAreKnown() {
        Schema after = with(Samples.renamed(before), PROJECT, table -> plus(table, region()));
        for (String valid : List.of("title", "label", "plan.title", "project.label", "plan IS NULL")) {
            assertThat(renamed(after, valid)).as(valid).isEmpty();
        }
        assertThat(renamed(after, "project.titlle")).extracting(Finding::code).containsExactly("TN433");
    }

    private List<Finding> backfill(String sql) {
        return findings(
                with(before, PLAN, table -> plus(table, region())),
                new MigrationHints(Map.of(), Map.of(ObjectPath.column(PLAN, "region"), sql), Map.of()));
    }

    private List<Finding> convert(Schema after, String sql) {
        return findings(after, new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), sql)));
    }

    private List<Finding> renamed(Schema after, String sql) {
        return findings(
                after,
                new MigrationHints(
                        Map.of(
                                ObjectPath.table(PROJECT),
                                PLAN.toString(),
                                ObjectPath.column(PROJECT, "label"),
                                "title"),
                        Map.of(ObjectPath.column(PROJECT, "region"), sql),
                        Map.of()));
    }

    private List<Finding> findings(Schema after, MigrationHints hints) {
        return MigrationDraft.of(before, new CompiledSnapshot(after, hints, Map.of()), Set.of()).findings().stream()
                .filter(finding -> finding.code().equals("TN433"))
                .toList();
    }

    private static Column region() {
        return Column.of("region", TEXT);
    }
}
