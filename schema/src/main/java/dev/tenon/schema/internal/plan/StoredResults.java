package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.expression.ExpressionKind;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.FollowingStatement;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stores results of a routine or text search object that a migration changes: indexes over expressions, checks,
 * generated columns and materialized views. PostgreSQL does not compute them again.
 *
 * @param source the change of the routine or text search object
 * @param rebuilds the changes that compute stored results again
 * @param kept what cannot be computed again, each with its kind
 */
public record StoredResults(Change source, List<Change> rebuilds, List<String> kept) {

    /** The verb of the acceptance token that leaves stored results as they are. */
    public static final String KEEP = "keep-results";

    public StoredResults {
        rebuilds = List.copyOf(rebuilds);
        kept = List.copyOf(kept);
    }

    /** The stored results that the changes make stale, for each change that does. */
    public static List<StoredResults> of(List<Change> changes, PlanContext context) {
        List<StoredResults> all = new ArrayList<>();
        for (Change change : changes) {
            Optional<SqlObject> source = source(change, context);
            if (source.isPresent()) {
                Search search = new Search(changes, context, StaleObjects.of(context.after(), source.get()));
                search.run();
                if (!search.rebuilds.isEmpty() || !search.kept.isEmpty()) {
                    all.add(new StoredResults(change, List.copyOf(search.rebuilds), List.copyOf(search.kept)));
                }
            }
        }
        return all;
    }

    /**
     * The changes with those that compute stored results again.
     *
     * @param accepted the acceptance tokens, which may name results that are kept
     */
    public static List<Change> with(List<Change> changes, PlanContext context, Set<String> accepted) {
        Set<Change> all = new LinkedHashSet<>(changes);
        of(changes, context).stream()
                .filter(stored ->
                        !accepted.contains(KEEP + ":" + stored.source().path().display()))
                .forEach(stored -> all.addAll(stored.rebuilds()));
        return List.copyOf(all);
    }

    /** The new form of the object, if it has other results than the old one. */
    private static Optional<SqlObject> source(Change change, PlanContext context) {
        if (change instanceof SqlObjectChange.Create create) {
            return context.movedAside(create.path()).map(rename -> create.object());
        }
        return change instanceof SqlObjectChange.Replace replace && hasOtherResults(replace)
                ? Optional.of(replace.after())
                : Optional.empty();
    }

    private static boolean hasOtherResults(SqlObjectChange.Replace change) {
        return CreateStatement.of(change.after().create())
                        .filter(StaleObjects::hasResults)
                        .isPresent()
                && !definition(change.before()).equals(definition(change.after()));
    }

    private static List<String> definition(SqlObject object) {
        return SqlScript.of(object.create()).statements().stream()
                .filter(FollowingStatement::isAboutResults)
                .map(CreateStatement::normalized)
                .toList();
    }

    /** Searches the tables and views of a schema. */
    private static final class Search {

        /** Expressions that are evaluated each time, whose results are not stored as such. */
        private static final Set<ExpressionKind> EVALUATED =
                Set.of(ExpressionKind.DEFAULT, ExpressionKind.USING, ExpressionKind.WITH_CHECK);

        private final List<Change> changes;
        private final PlanContext context;
        private final StaleObjects stale;
        private final Set<Change> rebuilds = new LinkedHashSet<>();
        private final Set<String> kept = new LinkedHashSet<>();

        Search(List<Change> changes, PlanContext context, StaleObjects stale) {
            this.changes = changes;
            this.context = context;
            this.stale = stale;
        }

        void run() {
            for (Table table : context.after().tables()) {
                context.before().table(table.name()).ifPresent(before -> table(before, table));
            }
            for (View view : context.after().views()) {
                context.before()
                        .view(view.name())
                        .filter(before -> before.materialized() && view.materialized())
                        .ifPresent(before -> view(before, view));
            }
        }

        private void table(Table before, Table table) {
            TableExpressions.forEach(table, (at, kind, sql) -> {
                if (!EVALUATED.contains(kind) && stale.usedBy(sql)) {
                    switch (kind) {
                        case GENERATED -> column(before, table, at.member(), sql);
                        case CHECK -> constraint(before, table, at.member(), sql);
                        case PARTITION_KEY -> kept.add("the partition key of table " + at.display());
                        default -> {
                            if (at.kind() == ObjectPath.Kind.INDEX) {
                                index(table.name(), before.indexes(), table.indexes(), at.member(), sql);
                            } else {
                                constraint(before, table, at.member(), sql);
                            }
                        }
                    }
                }
            });
            if (!stale.domains().isEmpty()) {
                table.columns().stream()
                        .filter(column -> before.column(column.name()).isPresent() && isOfStaleDomain(column))
                        .forEach(column -> kept.add("the domain of column "
                                + ObjectPath.column(table.name(), column.name()).display()));
            }
        }

        private boolean isOfStaleDomain(Column column) {
            ColumnType type = column.type() instanceof ColumnType.Array array ? array.element() : column.type();
            return type instanceof ColumnType.UserDefined own && stale.isDomain(own.name());
        }

        private void column(Table before, Table table, String name, String sql) {
            Column column = table.column(name).orElseThrow();
            boolean same = before.column(name)
                    .filter(old -> old.type().equals(column.type())
                            && old.defaultValue().equals(column.defaultValue()))
                    .isPresent();
            if (same && !context.shadows().replaces(table.name(), name)) {
                if (ReadColumn.of(table, sql).isPresent()) {
                    rebuilds.add(new ColumnChange.Recompute(table.name(), column));
                } else {
                    kept.add("generated column "
                            + ObjectPath.column(table.name(), name).display());
                }
            }
        }

        private void constraint(Table before, Table table, String name, String sql) {
            unchanged(before.constraints(), table.constraints(), name)
                    .filter(constraint -> constraint.validated() && !isRebuilt(table.name(), sql))
                    .ifPresent(constraint ->
                            rebuilds.add(new ConstraintChange.Replace(table.name(), constraint, constraint)));
        }

        private void index(QualifiedName owner, List<Index> before, List<Index> after, String name, String sql) {
            Optional<Index> old =
                    KeyedLookup.find(before, name).map(index -> index.withComment(Optional.empty()));
            KeyedLookup.find(after, name)
                    .filter(index -> old.filter(index.withComment(Optional.empty())::equals)
                                    .isPresent()
                            && !isRebuilt(owner, sql))
                    .ifPresent(index -> rebuilds.add(new IndexChange.Replace(owner, index, index)));
        }

        private void view(View before, View view) {
            boolean same = before.sql().equals(view.sql());
            if (same && stale.isView(view.name())) {
                rebuilds.add(new ViewChange.Redefine(before, view));
            } else if (same) {
                for (Index index : view.indexes()) {
                    Stream.concat(index.keys().stream().flatMap(Search::expression), index.where().stream())
                            .filter(stale::usedBy)
                            .forEach(sql -> index(view.name(), before.indexes(), view.indexes(), index.name(), sql));
                }
            }
        }

        private static Stream<String> expression(IndexKey key) {
            return key.target() instanceof IndexKey.OfExpression expression
                    ? Stream.of(expression.sql())
                    : Stream.empty();
        }

        /** Whether a column that the expression names has other values now, so that the member is built again. */
        private boolean isRebuilt(QualifiedName table, String sql) {
            boolean converted = changes.stream()
                    .anyMatch(change -> change instanceof ColumnChange.SetType set
                            && set.table().equals(table)
                            && !context.isMetadataOnly(set)
                            && IdentifierRewriter.anywhere(sql, set.after().name()));
            return converted
                    || context.shadows().groups().stream()
                            .flatMap(group -> group.columns().stream())
                            .anyMatch(column ->
                                    column.table().equals(table) && IdentifierRewriter.anywhere(sql, column.name()));
        }

        private static <T extends Keyed<String>> Optional<T> unchanged(List<T> before, List<T> after, String name) {
            return KeyedLookup.find(after, name)
                    .filter(member ->
                            KeyedLookup.find(before, name).filter(member::equals).isPresent());
        }
    }
}
