package dev.tenon.schema.internal.hazard;

import static dev.tenon.schema.Samples.NOTE;
import static dev.tenon.schema.Samples.PLAN;
import static dev.tenon.schema.Samples.STATUS;
import static dev.tenon.schema.Samples.TEXT;
import static dev.tenon.schema.Samples.minus;
import static dev.tenon.schema.Samples.plus;
import static dev.tenon.schema.Samples.swap;
import static dev.tenon.schema.Samples.tenants;
import static dev.tenon.schema.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Extension;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each hazard is an error until it is accepted or fixed. */
class HazardCheckTest {

    private final Schema before = tenants();

    @Test
    void everyRuleHasAPage() {
        assertThat(HazardCheck.codes())
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(Files.isRegularFile(Path.of("../docs/rules", code + ".md")))
                        .as("page of %s", code)
                        .isTrue());
    }

    @Test
    void tableIsDroppedOnlyWhenAccepted() {
        Schema after = before.withTables(before.tables().stream()
                .filter(table -> !table.name().equals(NOTE))
                .toList());
        assertRefusedUnlessAccepted(after, "TN401", "drop-table:note");
    }

    @Test
    void columnIsDroppedOnlyWhenAccepted() {
        assertRefusedUnlessAccepted(
                with(before, NOTE, table -> minus(table, "body")), "TN402", "drop-column:note.body");
    }

    @Test
    void retiredColumnIsDroppedWithoutFurtherWords() {
        Schema retired = with(
                before,
                NOTE,
                table -> table.withColumns(table.columns().stream()
                        .map(column ->
                                column.name().equals("body") ? column.withRetired(Optional.of("unused")) : column)
                        .toList()));
        assertThat(draft(retired, with(before, NOTE, table -> minus(table, "body")))
                        .findings())
                .isEmpty();
    }

    @Test
    void exclusionConstraintOnATableThatIsThereIsBuiltOnlyWhenAccepted() {
        Constraint exclusion = new Constraint.Exclusion(
                "plan_title_excl",
                "btree",
                List.of(new ExclusionElement(IndexKey.column("title"), "=")),
                Optional.empty(),
                Deferrability.NOT_DEFERRABLE);
        Schema after = with(
                before,
                PLAN,
                table -> table.withConstraints(Stream.concat(table.constraints().stream(), Stream.of(exclusion))
                        .toList()));
        assertRefusedUnlessAccepted(after, "TN411", "lock-table:plan.plan_title_excl");
    }

    @Test
    void valueUniqueAcrossTenantsBecomesUniquePerTenantOnlyWhenAccepted() {
        for (List<String> columns : List.of(List.of("title"), List.of("title", "id"))) {
            Constraint across = new Constraint.Unique("plan_u", columns, false, Deferrability.NOT_DEFERRABLE);
            List<String> led = new ArrayList<>(List.of("tenant"));
            led.addAll(columns);
            Schema global = with(before, PLAN, table -> scoped(table, across));
            Schema perTenant = with(
                    before,
                    PLAN,
                    table -> scoped(
                            table, new Constraint.Unique("plan_u", led, false, Deferrability.NOT_DEFERRABLE)));
            MigrationDraft draft = draft(global, perTenant);
            assertThat(codes(draft)).containsExactly("TN419");
            assertThat(draft.findings().get(0).acceptance()).contains("unique-per-tenant:plan.plan_u");
            assertThat(codes(draft(perTenant, global))).doesNotContain("TN419");
        }
    }

    private static Table scoped(Table table, Constraint unique) {
        return plus(table, Column.of("tenant", TEXT))
                .withConstraints(Stream.concat(table.constraints().stream(), Stream.of(unique))
                        .toList())
                .withTenantScope(new TenantScope.Scoped("tenant"));
    }

    @Test
    void partitionIsDroppedOnlyWhenAcceptedAndATableNeverDividedOtherwise() {
        Partition all = Partition.of("note_all", PartitionBound.DEFAULT, Optional.empty());
        Partition low = Partition.of(
                "note_low",
                new PartitionBound.Range(List.of(PartitionBound.End.FIRST), List.of(PartitionBound.End.of("5"))),
                Optional.empty());
        Partition lower = low.withBound(
                new PartitionBound.Range(List.of(PartitionBound.End.FIRST), List.of(PartitionBound.End.of("4"))));
        Schema both = divided(all, low);
        assertThat(codes(draft(before, both))).containsExactly("TN415");
        assertThat(codes(draft(both, before))).containsExactly("TN415");
        assertThat(codes(draft(both, divided(all, lower)))).containsExactly("TN415");
        MigrationDraft dropped = draft(both, divided(low));
        assertThat(codes(dropped)).containsExactly("TN414");
        assertThat(dropped.findings().get(0).acceptance()).contains("drop-partition:note.note_all");
    }

    private Schema divided(Partition... partitions) {
        return with(
                before,
                NOTE,
                table -> table.withPartitioning(Optional.of(new Partitioning(
                                PartitionStrategy.RANGE, List.of(IndexKey.column("id")), List.of(partitions), false)))
                        .withGuardedPartitions());
    }

    @Test
    void partitionsGetNoNewNumbersOfTheirOwn() {
        Schema both = divided(Partition.of("note_all", PartitionBound.DEFAULT, Optional.empty()));
        Column number = Column.of("number", ColumnType.builtin("bigint"))
                .withDefault(Optional.of(new ColumnDefault.Identity(false)));
        CompiledSnapshot after =
                new CompiledSnapshot(with(both, NOTE, table -> plus(table, number)), MigrationHints.NONE, Map.of());
        assertThat(codes(MigrationDraft.of(both, after, Set.of("rewrite-table:note.number"))))
                .containsExactly("TN407");
    }

    @Test
    void dropBesideALookalikeAsksWhetherItIsARename() {
        Schema after = with(
                before,
                NOTE,
                table -> plus(minus(table, "body"), Column.of("content", TEXT).withNullable(true)));
        assertThat(draft(before, after).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("was it renamed to content?", "@RenamedFrom(\"body\")", "drop-column:note.body"));
    }

    @Test
    void notNullColumnNeedsAValueForOldRows() {
        Schema after = with(before, NOTE, table -> plus(table, Column.of("author", TEXT)));
        assertThat(codes(draft(before, after))).containsExactly("TN403");
        assertThat(MigrationDraft.of(before, backfilled(after, "author", "'nobody'"), Set.of())
                        .findings())
                .isEmpty();
    }

    @Test
    void nullableColumnBecomesNotNullOnlyWithABackfill() {
        Schema after = with(before, NOTE, table -> swap(table, Column.of("body", TEXT)));
        assertThat(codes(draft(before, after))).containsExactly("TN403");
        assertThat(MigrationDraft.of(before, backfilled(after, "body", "''"), Set.of())
                        .findings())
                .isEmpty();
    }

    @Test
    void oldRowsAreNeverStampedWithTheMigratorsTenant() {
        Schema after = with(
                before,
                NOTE,
                table -> plus(
                        table,
                        Column.of("region", TEXT)
                                .withDefault(Samples.expression("current_setting('app.region', true)"))));
        assertThat(codes(draft(before, after))).containsExactly("TN404");
        assertThat(MigrationDraft.of(before, backfilled(after, "region", "'eu'"), Set.of())
                        .findings())
                .isEmpty();
    }

    @Test
    void lossyTypeNeedsAConversion() {
        Schema after = with(before, NOTE, table -> swap(table, nullable("body", ColumnType.builtin("integer"))));
        assertThat(codes(draft(before, after))).containsExactly("TN405");
        MigrationHints hints =
                new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), "length(body)"));
        CompiledSnapshot told = new CompiledSnapshot(after, hints, Map.of());
        assertThat(MigrationDraft.of(before, told, Set.of()).findings()).isEmpty();
    }

    @Test
    void aColumnThatAnotherIsComputedFromKeepsItsType() {
        Column length = nullable("length", ColumnType.builtin("integer"))
                .withDefault(Optional.of(new ColumnDefault.Generated("length(body)")));
        Schema computed = with(before, NOTE, table -> plus(table, length));
        Schema after = with(computed, NOTE, table -> swap(table, nullable("body", ColumnType.builtin("bytea"))));
        MigrationHints hints =
                new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), "body::bytea"));
        CompiledSnapshot told = new CompiledSnapshot(after, hints, Map.of());
        assertThat(codes(MigrationDraft.of(computed, told, Set.of("rewrite-table:note.body"))))
                .containsExactly("TN407");
    }

    @Test
    void aKeyIsReplacedWithoutWords() {
        Schema keyed = with(before, NOTE, table -> table.withConstraints(List.of(Samples.key(NOTE, "body"))));
        Schema after = with(keyed, NOTE, table -> swap(table, nullable("body", ColumnType.builtin("bytea"))));
        MigrationHints hints =
                new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(NOTE, "body"), "body::bytea"));
        assertThat(codes(MigrationDraft.of(keyed, new CompiledSnapshot(after, hints, Map.of()), Set.of())))
                .isEmpty();
    }

    @Test
    void aColumnIsComputedFromNowOnOnlyWhenAccepted() {
        Column computed = nullable("body", TEXT).withDefault(Optional.of(new ColumnDefault.Generated("plan_id::text")));
        assertRefusedUnlessAccepted(
                with(before, NOTE, table -> swap(table, computed)), "TN407", "compute-column:note.body");
    }

    @Test
    void aColumnThatAnExclusionStandsOnIsNotComputedFromNowOn() {
        Constraint exclusion = new Constraint.Exclusion(
                "note_body_excl",
                "btree",
                List.of(new ExclusionElement(IndexKey.column("body"), "=")),
                Optional.empty(),
                Deferrability.NOT_DEFERRABLE);
        Schema excluded = with(before, NOTE, table -> table.withConstraints(List.of(exclusion)));
        Column computed = nullable("body", TEXT).withDefault(Optional.of(new ColumnDefault.Generated("plan_id::text")));
        MigrationDraft draft = draft(excluded, with(excluded, NOTE, table -> swap(table, computed)));
        assertThat(codes(draft)).containsExactly("TN407");
        assertThat(draft.findings().get(0).acceptance()).isEmpty();
    }

    @Test
    void aLabelGoesOnlyWhenAcceptedOrReplaced() {
        assertRefusedUnlessAccepted(labels("draft"), "TN408", "drop-label:plan_status.active");
        MigrationHints hints =
                new MigrationHints(Map.of(ObjectPath.label(STATUS, "draft"), "active"), Map.of(), Map.of());
        assertThat(codes(MigrationDraft.of(before, new CompiledSnapshot(labels("draft"), hints, Map.of()), Set.of())))
                .isEmpty();
    }

    @Test
    void labelsMoveAndComeWithoutWords() {
        assertThat(codes(draft(before, labels("active", "draft")))).isEmpty();
        assertThat(codes(draft(before, labels("new", "draft", "active", "done"))))
                .isEmpty();
    }

    @Test
    void aTypeThatANewColumnHasIsNotReplacedInTheSameMigration() {
        Column status = nullable("status", new ColumnType.UserDefined(STATUS, List.of()));
        assertThat(codes(draft(before, with(labels("active", "draft"), NOTE, table -> plus(table, status)))))
                .containsExactly("TN408");
    }

    @Test
    void rowSecurityIsWeakenedOnlyWhenAccepted() {
        Schema after = with(before, NOTE, table -> table.withRowSecurity(RowSecurity.ENABLED, table.policies()));
        assertRefusedUnlessAccepted(after, "TN409", "disable-row-security:note");
        Schema without = with(
                before,
                NOTE,
                table -> table.withRowSecurity(
                        RowSecurity.FORCED,
                        table.policies().stream()
                                .filter(policy -> !policy.name().equals("tenant_fence"))
                                .toList()));
        assertRefusedUnlessAccepted(without, "TN409", "drop-policy:note.tenant_fence");
    }

    @Test
    void extensionIsDroppedOnlyWhenAccepted() {
        Schema with = new Schema(
                before.roles(),
                before.namespaces(),
                List.of(new Extension("citext", "public")),
                before.enums(),
                before.tables(),
                before.tenancy());
        MigrationDraft draft = draft(with, before);
        assertThat(codes(draft)).containsExactly("TN410");
        assertThat(MigrationDraft.of(with, Samples.compiled(before), Set.of("drop-extension:citext"))
                        .findings())
                .isEmpty();
    }

    @Test
    void extensionThatContainsItsSchemaDoesNotMove() {
        assertThat(codes(draft(extended("postgis", "public"), extended("postgis", "maps"))))
                .containsExactly("TN407");
        assertThat(codes(draft(extended("citext", "public"), extended("citext", "maps"))))
                .isEmpty();
    }

    private Schema extended(String extension, String schema) {
        return before.withExtensions(List.of(new Extension(extension, schema)));
    }

    @Test
    void whatOnlyAddsIsNotRefused() {
        Schema after = with(before, PLAN, table -> plus(table, nullable("summary", TEXT)));
        assertThat(draft(before, after).findings()).isEmpty();
        assertThat(draft(Schema.EMPTY, before).findings()).isEmpty();
    }

    private void assertRefusedUnlessAccepted(Schema after, String code, String words) {
        MigrationDraft refused = draft(before, after);
        assertThat(codes(refused)).containsExactly(code);
        assertThat(refused.findings().get(0).remedy()).contains("-Atenon.accept=" + words, "--accept " + words);
        assertThat(refused.steps()).isEmpty();
        MigrationDraft accepted = MigrationDraft.of(before, Samples.compiled(after), Set.of(words));
        assertThat(accepted.findings()).isEmpty();
        assertThat(accepted.steps()).isNotEmpty();
    }

    private Schema labels(String... labels) {
        return before.withEnums(List.of(new EnumType(STATUS, List.of(labels), Optional.empty())));
    }

    private static Column nullable(String name, ColumnType type) {
        return Column.of(name, type).withNullable(true);
    }

    private static CompiledSnapshot backfilled(Schema schema, String column, String sql) {
        MigrationHints hints = new MigrationHints(Map.of(), Map.of(ObjectPath.column(NOTE, column), sql), Map.of());
        return new CompiledSnapshot(schema, hints, Map.of());
    }

    private static MigrationDraft draft(Schema before, Schema after) {
        return MigrationDraft.of(before, Samples.compiled(after), Set.of());
    }

    private static List<String> codes(MigrationDraft draft) {
        return draft.findings().stream().map(Finding::code).toList();
    }
}
