package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.runtime.internal.format.BriefSql;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.PartitionChange;
import dev.tenon.schema.internal.diff.SequenceChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.PlanSimulator;
import dev.tenon.schema.internal.rule.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names what does not come back when a migration is taken back, in the terms of that migration. */
final class ReversalLosses {

    /** What the migration created and nothing else needs: dropping it loses nothing. */
    private static final String CREATED = "TN410";

    /** The value of existing rows, which {@link ReversalValues} decides by the rows. */
    private static final String NO_BACKFILL = "TN403";

    private static final Set<String> ROWS = Set.of("TN401", "TN402", "TN414");

    private static final StatementPattern UPDATE = new StatementPattern("update(?: only)? <name> set <name>");

    private final HalfAppliedMigration migration;
    private final CommittedRenames renames;
    private final RowProbe rows;
    private final LossGuards guards;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * @param migration the migration
     * @param renames its renames that are in effect
     * @param rows asks the rows
     * @param guards receives what is empty
     */
    ReversalLosses(HalfAppliedMigration migration, CommittedRenames renames, RowProbe rows, LossGuards guards) {
        this.migration = migration;
        this.renames = renames;
        this.rows = rows;
        this.guards = guards;
    }

    /** Returns the loss if the plan cannot run. */
    static Loss impossible(MigrationName migration, PlanSimulator.Problem problem) {
        String statement = problem.statement()
                .map(each -> " (" + BriefSql.of(each.sql()) + ")")
                .orElse("");
        return new Loss(
                "migration " + migration,
                "the steps that take " + migration + " back are impossible"
                        + (problem.step() == 0 ? "" : " at step " + problem.step()) + statement + ": "
                        + problem.reason(),
                Optional.empty());
    }

    /** Returns the losses, each once. */
    List<Loss> losses() {
        return losses.stream().distinct().toList();
    }

    /** Adds what the statements of the migration changed in rows. */
    void ofStatements() {
        if (migration.manual()) {
            MigrationName name = migration.name();
            losses.add(new Loss(
                    "migration " + name,
                    "what the handwritten statements of " + name + " did stays, unless the schema shows it",
                    Optional.of("keep-manual:" + name)));
        }
        for (String sql : migration.begun()) {
            UPDATE.match(sql)
                    .map(head -> renames.before(ObjectPath.column(
                            NameParser.parse(head.group(1)),
                            NameParser.parse(head.group(2)).name())))
                    .filter(column -> migration
                            .before()
                            .table(column.owner())
                            .flatMap(table -> table.column(column.member()))
                            .filter(Column::nullable)
                            .isPresent())
                    .ifPresent(column -> add(
                            column,
                            "rows of column " + column.display() + " that were NULL keep the value that the migration"
                                    + " gave them",
                            "keep-backfill"));
        }
    }

    /** Adds what the changes back cannot restore. */
    void ofChanges(List<Change> changes) {
        for (Change change : changes) {
            ObjectPath at = change.path();
            if (change instanceof TableChange.Create) {
                add(
                        at,
                        "the rows of table " + at.display() + ", which the migration dropped, are lost",
                        "restore-table");
            } else if (change instanceof PartitionChange.Create) {
                add(
                        at,
                        "the rows of partition " + at.display() + ", which the migration dropped, are lost",
                        "restore-partition");
            } else if (change instanceof SequenceChange.Create) {
                add(at, "sequence " + at.display() + ", which the migration dropped, begins anew", "restore-sequence");
            } else if (change instanceof EnumChange.AddLabel label) {
                replacedLabel(ObjectPath.label(label.type(), label.label()));
            } else if (change instanceof EnumChange.Recreate other) {
                other.after().labels().stream()
                        .filter(label -> !other.before().labels().contains(label))
                        .forEach(label ->
                                replacedLabel(ObjectPath.label(other.after().name(), label)));
            } else if (change instanceof ColumnChange.SetDefault set
                    && isGenerated(set.before())
                    && !isGenerated(set.after())) {
                add(at, "column " + at.display() + " keeps the values that the migration computed", "keep-computed");
            }
        }
    }

    private static boolean isGenerated(Optional<ColumnDefault> value) {
        return value.filter(ColumnDefault.Generated.class::isInstance).isPresent();
    }

    private void replacedLabel(ObjectPath label) {
        add(
                label,
                "rows that had label " + label.display() + " keep the label that the migration gave them",
                "restore-label");
    }

    /** Adds the findings of the hazard rules that the rows do not refute. */
    void ofFindings(List<Finding> findings, Schema live) throws SQLException {
        for (Finding finding : findings) {
            if (ROWS.contains(finding.code())) {
                created(finding.at(), renames.now(finding.at()), live);
            } else if (finding.at().kind() == Kind.LABEL) {
                if (isUsed(finding.at(), live)) {
                    losses.add(new Loss(
                            finding.at().toString(),
                            "rows have " + finding.at() + ", which " + migration.name() + " added; give them another"
                                    + " one first",
                            Optional.empty()));
                }
            } else if (!finding.code().equals(CREATED) && !finding.code().equals(NO_BACKFILL)) {
                losses.add(new Loss(finding.at().toString(), finding.problem(), finding.acceptance()));
            }
        }
    }

    /** Adds a label that PostgreSQL cannot remove, because the type cannot be replaced. */
    void keeps(ObjectPath label) {
        add(
                label,
                label + " stays, because its type cannot be replaced; 'verify' reports it until a migration adds it"
                        + " again",
                "keep-label");
    }

    /** Adds a partition whose rows return to the default partition. */
    void returns(ObjectPath partition) {
        add(
                partition,
                "the rows of partition " + partition.display() + " return to the default partition, and until they have"
                        + " moved, table " + partition.owner().display() + " is locked",
                "return-rows");
    }

    /** Adds an object that the migration created, if dropping it loses rows or values. */
    void created(ObjectPath at, ObjectPath now, Schema live) throws SQLException {
        String verb = "drop-" + at.kind().text();
        if (isComputed(now, live)) {
            return;
        }
        if (hasRows(now)) {
            add(
                    at,
                    at + " was created by " + migration.name() + " and holds "
                            + (at.kind() == Kind.COLUMN ? "values" : "rows") + ", which are lost",
                    verb);
        } else {
            guards.add(at, token(at, verb));
        }
    }

    /** Computed values are not lost. */
    private static boolean isComputed(ObjectPath now, Schema live) {
        return now.kind() == Kind.COLUMN
                && live.table(now.owner())
                        .flatMap(table -> table.column(now.member()))
                        .filter(Column::generated)
                        .isPresent();
    }

    private boolean hasRows(ObjectPath now) throws SQLException {
        return switch (now.kind()) {
            case COLUMN -> rows.hasValues(now.owner(), now.member());
            case PARTITION -> rows.hasRows(now.owner().withName(now.member()));
            default -> rows.hasRows(now.owner());
        };
    }

    private boolean isUsed(ObjectPath label, Schema live) throws SQLException {
        QualifiedName type = renames.now(ObjectPath.enumType(label.owner())).owner();
        for (Table table : live.tables()) {
            for (Column column : table.columns()) {
                if (isOf(column.type(), type) && rows.hasValue(table.name(), column.name(), label.member())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOf(ColumnType type, QualifiedName name) {
        return type instanceof ColumnType.UserDefined named && named.name().equals(name);
    }

    private void add(ObjectPath at, String problem, String verb) {
        losses.add(new Loss(at.toString(), problem, Optional.of(token(at, verb))));
    }

    private static String token(ObjectPath at, String verb) {
        return verb + ":" + at.display();
    }
}
