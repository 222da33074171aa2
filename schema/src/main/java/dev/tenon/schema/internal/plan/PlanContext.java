package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.plan.shadow.ShadowEnum;
import dev.tenon.schema.internal.plan.shadow.ShadowPlan;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import dev.tenon.schema.internal.plan.type.TypeUsage;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.NotNullConjunct;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.function.UnaryOperator;

/**
 * The context of a change that recipes need.
 *
 * @param before the schema before, after its renames
 * @param after the schema after
 * @param hints the migration hints of the entities
 * @param shadows the columns and types that are replaced by shadows
 * @param renames the renames that were applied to the schema before
 * @param inheritance the inheritance that lasts during the whole migration, with the names after renames
 */
public record PlanContext(
        Schema before,
        Schema after,
        MigrationHints hints,
        ShadowPlan shadows,
        List<Change> renames,
        TableInheritance inheritance) {

    /** The context of the changes between two schemas without renames. */
    public PlanContext(Schema before, Schema after, MigrationHints hints) {
        this(before, after, hints, List.of());
    }

    /** The context of the changes between two schemas. */
    public PlanContext(Schema before, Schema after, MigrationHints hints, List<Change> renames) {
        this(before, after, hints, renames, lasting(before, after, renames));
    }

    private PlanContext(
            Schema before, Schema after, MigrationHints hints, List<Change> renames, TableInheritance inheritance) {
        this(before, after, hints, ShadowPlan.between(before, after, hints, inheritance), renames, inheritance);
    }

    public PlanContext {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(hints, "hints");
        Objects.requireNonNull(shadows, "shadows");
        renames = List.copyOf(renames);
        Objects.requireNonNull(inheritance, "inheritance");
    }

    private static TableInheritance lasting(Schema before, Schema after, List<Change> renames) {
        return inherited(before, renames).retain(TableInheritance.of(after, UnaryOperator.identity()));
    }

    /** The statements of objects still have the former names of tables. */
    private static TableInheritance inherited(Schema before, List<Change> renames) {
        return TableInheritance.of(before, name -> {
            QualifiedName now = name;
            for (Change change : renames) {
                if (change instanceof TableChange.Rename rename
                        && rename.before().equals(now)) {
                    now = rename.after();
                }
            }
            return now;
        });
    }

    /** The inheritance before the migration, with the names after renames. */
    TableInheritance inheritanceBefore() {
        return inherited(before, renames);
    }

    /** Whether the object makes tables inherit and does nothing else, and another object declares the same. */
    public boolean continuesInheritance(SqlObject object) {
        List<TableInheritance.Link> links = inheritanceBefore().links().stream()
                .filter(link -> link.object().equals(object.name()))
                .toList();
        return InheritanceRecipe.plans(object)
                && links.stream()
                        .allMatch(link -> inheritance.links().stream().anyMatch(link::isSame));
    }

    /** The inheritance after the migration. */
    public TableInheritance inheritanceAfter() {
        return TableInheritance.of(after, UnaryOperator.identity());
    }

    /** Whether the migration itself creates the table, so that it is empty and other sessions do not use it. */
    boolean isNew(QualifiedName table) {
        return before.table(table).isEmpty();
    }

    /** The expression for the column's value in existing rows, if the entity declares one. */
    public Optional<String> backfill(QualifiedName table, String column) {
        return Optional.ofNullable(hints.backfills().get(ObjectPath.column(table, column)));
    }

    /** The expression that converts old values of the column, if the entity declares one. */
    public Optional<String> conversion(QualifiedName table, String column) {
        return Optional.ofNullable(hints.conversions().get(ObjectPath.column(table, column)));
    }

    /**
     * Whether a validated check of the existing table proves that the column has a value in every row, so that NOT NULL
     * needs neither a backfill nor a scan.
     */
    public boolean provesNotNull(QualifiedName table, String column) {
        return conversion(table, column).isEmpty()
                && before(table).constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Check check
                                && check.validated()
                                && NotNullConjunct.in(check.expression(), column));
    }

    /** The old row of the table, which expressions for existing rows read. */
    public OldRow oldRow(QualifiedName table) {
        return OldRow.of(before(table), renames);
    }

    /**
     * Whether the type change affects only the catalogs. A declared conversion never does, because it is evaluated for
     * every row.
     */
    public boolean isMetadataOnly(ColumnChange.SetType change) {
        return TypeConversion.isMetadataOnly(change.before(), change.after())
                && conversion(change.table(), change.after().name()).isEmpty();
    }

    /** Whether the column gets another collation in a cutover of its own, by {@link CollationRecipe}. */
    public boolean recollates(ColumnChange.SetType change) {
        return shadows.recollates(change.table(), change.after().name());
    }

    /** The removed labels, with the labels that replace them according to the entities. */
    public Map<String, String> replacedLabels(EnumChange.Recreate change) {
        return ShadowExpression.replacements(new ShadowEnum(change), this);
    }

    /** Whether the migration drops the column that owns the sequence, and the sequence with it. */
    public boolean isDroppedWithColumn(Sequence sequence) {
        return sequence.owner()
                .filter(owner -> after.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .isEmpty())
                .isPresent();
    }

    /** Whether another primary key replaces that of the table. */
    public boolean replacesPrimaryKey(QualifiedName table) {
        Optional<Constraint.PrimaryKey> now = after.table(table).flatMap(Table::primaryKey);
        return before.table(table)
                .flatMap(Table::primaryKey)
                .filter(old -> now.filter(key -> !old.columns().equals(key.columns())
                                || !old.index().include().equals(key.index().include()))
                        .isPresent())
                .isPresent();
    }

    /** Whether the object is replaced without being dropped. */
    public boolean replacesInPlace(SqlObjectChange.Replace change) {
        return new InPlaceReplacement(this).replaces(change.path());
    }

    /** The rename that moves the object's old form aside, of which it takes the name. */
    Optional<SqlObjectChange.Rename> movedAside(ObjectPath object) {
        return movedRoutines()
                .filter(rename -> ObjectPath.object(rename.before().name()).equals(object))
                .findFirst();
    }

    /** Whether the migration itself gave the object its temporary name, under which it is dropped. */
    public boolean isMovedAside(SqlObject object) {
        return movedRoutines().anyMatch(rename -> rename.after().equals(object));
    }

    /** Whether the view calls a routine that is replaced by one with other results, so that its columns may change. */
    boolean callsMovedRoutine(View view) {
        return movedRoutines()
                .flatMap(rename -> CreateStatement.of(rename.after().create()).stream())
                .anyMatch(made ->
                        ReferencedNames.in(view.sql()).functions().contains(made.name()));
    }

    private Stream<SqlObjectChange.Rename> movedRoutines() {
        return renames.stream()
                .filter(SqlObjectChange.Rename.class::isInstance)
                .map(SqlObjectChange.Rename.class::cast);
    }

    /**
     * A table with a column that depends on the object, directly or through other types, so that the object cannot be
     * dropped.
     */
    public Optional<Table> tablesUsing(SqlObject object) {
        Set<ObjectPath> held =
                new TreeSet<>(DependencyGraph.of(before).dependents(Set.of(ObjectPath.object(object.name()))));
        held.add(ObjectPath.object(object.name()));
        return before.objects().stream()
                .filter(each -> held.contains(ObjectPath.object(each.name())))
                .flatMap(each -> TypeUsage.of(each, before))
                .findFirst();
    }

    /** Whether the migration itself creates the partition. */
    boolean isNewPartition(QualifiedName table, QualifiedName partition) {
        return before.table(table)
                .flatMap(Table::partitioning)
                .flatMap(how -> how.partition(partition.name()))
                .isEmpty();
    }

    /** The table before the migration, under its name after renames. */
    Table before(QualifiedName name) {
        return before.table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    /** The partitioning of the table after the migration; a materialized view has none. */
    Optional<Partitioning> partitioning(QualifiedName table) {
        return after.table(table).flatMap(Table::partitioning);
    }

    /** The table after the migration. */
    Table table(QualifiedName name) {
        return after.table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }
}
