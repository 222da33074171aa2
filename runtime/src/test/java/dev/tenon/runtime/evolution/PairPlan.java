package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The plan from one schema to another: with acceptance tokens, or the reason for a refusal.
 *
 * @param compiled the second schema, with its renames and backfills
 * @param accepted the acceptance tokens
 * @param refused the codes that no acceptance token resolves
 */
record PairPlan(CompiledSnapshot compiled, Set<String> accepted, Set<String> refused) {

    private static final Set<String> NO_VALUE = Set.of("TN403", "TN404");
    private static final String NO_CONVERSION = "TN405";

    static PairPlan between(Schema before, EditedSchema after) {
        Map<ObjectPath, String> renames = renames(before, after);
        Map<ObjectPath, String> backfills = new HashMap<>();
        Map<ObjectPath, String> conversions = new HashMap<>();
        Set<String> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        CompiledSnapshot bare = compiled(after.schema, renames, backfills, conversions);
        for (Finding finding : MigrationDraft.of(before, bare, Set.of()).findings()) {
            if (finding.acceptance().isPresent()) {
                accepted.add(finding.acceptance().get());
            } else if (NO_VALUE.contains(finding.code())) {
                ColumnType type = after.schema
                        .table(finding.at().owner())
                        .flatMap(table -> table.column(finding.at().member()))
                        .orElseThrow()
                        .type();
                backfills.put(finding.at(), TypeValues.of(type, Rows.WITH_NULLS, after.schema));
            } else if (finding.code().equals(NO_CONVERSION)) {
                // A new column may have the name of a dropped one, which it continues for the planner.
                conversion(before, after, finding.at())
                        .ifPresentOrElse(sql -> conversions.put(finding.at(), sql), () -> refused.add(finding.code()));
            } else {
                refused.add(finding.code());
            }
        }
        PairPlan plan = new PairPlan(compiled(after.schema, renames, backfills, conversions), accepted, refused);
        boolean planned = accepted.isEmpty() && backfills.isEmpty() && conversions.isEmpty();
        return planned || !refused.isEmpty() ? plan : plan.withFurtherFindings(before);
    }

    /** Some findings, such as that of an impossible plan, come only when the others are resolved. */
    private PairPlan withFurtherFindings(Schema before) {
        Set<String> more = new TreeSet<>(accepted);
        Set<String> codes = new TreeSet<>();
        for (Finding finding : MigrationDraft.of(before, compiled, accepted).findings()) {
            finding.acceptance().ifPresentOrElse(more::add, () -> codes.add(finding.code()));
        }
        return new PairPlan(compiled, more, codes);
    }

    private static CompiledSnapshot compiled(
            Schema schema,
            Map<ObjectPath, String> renames,
            Map<ObjectPath, String> backfills,
            Map<ObjectPath, String> conversions) {
        return new CompiledSnapshot(schema, new MigrationHints(renames, backfills, conversions), Map.of());
    }

    private static Optional<String> conversion(Schema before, EditedSchema after, ObjectPath path) {
        Table table = after.schema.table(path.owner()).orElseThrow();
        Column column = table.column(path.member()).orElseThrow();
        return former(before, after, table)
                .flatMap(was -> former(was, after, column))
                .map(old -> ColumnConversions.expression(old.type(), column.type(), old.name()));
    }

    private static Map<ObjectPath, String> renames(Schema before, EditedSchema after) {
        Map<ObjectPath, String> renames = new HashMap<>();
        for (Table table : after.schema.tables()) {
            Optional<Table> former = former(before, after, table);
            former.filter(old -> !old.name().equals(table.name()))
                    .ifPresent(old -> renames.put(
                            ObjectPath.table(table.name()), old.name().toString()));
            for (Column column : table.columns()) {
                former.flatMap(old -> former(old, after, column))
                        .filter(old -> !old.name().equals(column.name()))
                        .ifPresent(old -> renames.put(ObjectPath.column(table.name(), column.name()), old.name()));
            }
        }
        for (EnumType type : after.schema.enums()) {
            before.enums().stream()
                    .filter(old -> Tokens.of(old.name().name())
                            .equals(after.origin(type.name().name())))
                    .forEach(old -> type(before, old, type, after, renames));
        }
        return renames;
    }

    private static void type(
            Schema before, EnumType old, EnumType type, EditedSchema after, Map<ObjectPath, String> renames) {
        if (!old.name().equals(type.name())) {
            renames.put(ObjectPath.enumType(type.name()), old.name().toString());
        }
        for (String label : type.labels()) {
            old.labels().stream()
                    .filter(each -> Tokens.of(each).equals(after.origin(label)) && !each.equals(label))
                    .forEach(each -> renames.put(ObjectPath.label(type.name(), label), each));
            Optional.ofNullable(after.taken.get(label))
                    .flatMap(token -> labels(before, token).stream().findFirst())
                    .ifPresent(gone -> renames.put(ObjectPath.label(type.name(), label), gone));
        }
    }

    /** Returns the labels of that token. */
    static List<String> labels(Schema schema, String token) {
        return schema.enums().stream()
                .flatMap(type -> type.labels().stream())
                .filter(label -> Tokens.of(label).equals(token))
                .toList();
    }

    /** Returns the former table. */
    static Optional<Table> former(Schema before, EditedSchema after, Table table) {
        return before.tables().stream()
                .filter(old -> Tokens.of(old.name().name())
                        .equals(after.origin(table.name().name())))
                .findFirst();
    }

    /** Returns the former column. */
    static Optional<Column> former(Table before, EditedSchema after, Column column) {
        List<Column> old = before.columns().stream()
                .filter(each -> Tokens.of(each.name()).equals(after.origin(column.name())))
                .toList();
        return old.stream().findFirst();
    }
}
