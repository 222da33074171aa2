package dev.tenon.runtime.evolution;

import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits of views, some of which read other views or are materialized. */
final class ViewEdits {

    private static final String ALL_ROWS = " WHERE true";

    static final Edit ADD = new Edit("add view", ViewEdits::add);

    static final List<Edit> ALL = List.of(
            ADD,
            view("change view's query", ViewEdits::requery),
            view("change view's form", ViewEdits::reform),
            view(
                    "rename view",
                    (edited, random, view) ->
                            edited.rename(Tokens.of(view.name().name()))),
            view(
                    "comment view",
                    (edited, random, view) ->
                            replace(edited, view, was -> was.withComment(Optional.of("a view " + random.below(9))))),
            view(
                    "grant view",
                    (edited, random, view) ->
                            replace(edited, view, was -> was.withGrants(SecurityEdits.grants(random)))),
            view(
                    "drop view",
                    (edited, random, view) ->
                            edited.set(edited.schema.withViews(Edit.without(edited.schema.views(), view)))));

    private ViewEdits() {}

    /** An edit of one view. */
    @FunctionalInterface
    private interface OfView {
        void apply(EditedSchema edited, RandomChoices random, View view);
    }

    private static Edit view(String name, OfView change) {
        return new Edit(
                name,
                (edited, random) ->
                        random.maybe(edited.schema.views()).ifPresent(view -> change.apply(edited, random, view)));
    }

    private static void add(EditedSchema edited, RandomChoices random) {
        QualifiedName name = edited.names(random).qualified();
        boolean stored = random.oneIn(4);
        if (random.oneIn(3) && !edited.schema.views().isEmpty()) {
            View below = random.of(edited.schema.views());
            add(edited, name, below.name(), below.columns().get(0).name(), stored);
        } else {
            random.maybe(edited.schema.tables())
                    .map(table -> table)
                    .ifPresent(table -> add(
                            edited,
                            name,
                            table.name(),
                            random.of(table.columns()).name(),
                            stored));
        }
    }

    private static void add(
            EditedSchema edited, QualifiedName name, QualifiedName from, String column, boolean stored) {
        View view = View.of(name, List.of(column), query(column, from));
        edited.set(edited.schema.withViews(
                Edit.plus(edited.schema.views(), stored ? view.withForm(ViewKind.STORED) : view)));
    }

    private static void requery(EditedSchema edited, RandomChoices random, View view) {
        if (view.sql().contains(DependentEdits.GROUP_BY)) {
            return;
        }
        Table table = random.of(edited.schema.tables());
        String column = random.of(table.columns()).name();
        String sql = random.oneIn(2) ? view.sql().replace(ALL_ROWS, "") + ALL_ROWS : query(column, table.name());
        // Dependent views reference the column by name.
        if (sql.startsWith(view.sql())) {
            replace(edited, view, was -> was.withSql(sql));
        } else if (view.indexes().isEmpty()
                && edited.schema.views().stream()
                        .noneMatch(each -> !each.equals(view) && each.sql().contains(Identifier.quote(view.name())))) {
            replace(
                    edited,
                    view,
                    was -> View.of(was.name(), List.of(column), sql).withForm(was.form()));
        }
    }

    private static void reform(EditedSchema edited, RandomChoices random, View view) {
        if (view.materialized()) {
            Index index = Index.of(
                    edited.tokens.next(),
                    "btree",
                    List.of(IndexKey.column(view.columns().get(0).name())));
            replace(edited, view, was -> was.withForm(new ViewKind.Materialized(List.of(index))));
        } else {
            replace(
                    edited,
                    view,
                    was -> was.withForm(
                            new ViewKind.Regular(random.oneIn(2), random.oneIn(2), ViewKind.CheckOption.NONE)));
        }
    }

    static String query(String column, QualifiedName from) {
        return "SELECT " + Identifier.quote(column) + " FROM " + Identifier.quote(from);
    }

    private static void replace(EditedSchema edited, View view, UnaryOperator<View> change) {
        edited.set(edited.schema.withViews(Edit.replaced(edited.schema.views(), view, change)));
    }
}
