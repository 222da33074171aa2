package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.BIGINT;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.reading;
import static dev.tenon.schema.change.Plans.schema;
import static dev.tenon.schema.change.Plans.stars;
import static dev.tenon.schema.change.Plans.swap;

import dev.tenon.schema.Column;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.ViewKind;
import java.util.List;
import java.util.Optional;

/** Changes to views and materialized views, and changes that they block. */
final class ViewCases {

    private static final QualifiedName STARRED = QualifiedName.parse("starred");
    private static final QualifiedName BEST = QualifiedName.parse("best");

    private ViewCases() {}

    static List<ChangeCase> all() {
        View starred = starred("SELECT id, stars FROM plan WHERE stars > 0");
        View stored = stored(starred);
        View other = starred("SELECT id, stars FROM plan WHERE stars > 1");
        return List.of(
                ChangeCase.of("view-create", with(), with(starred)),
                ChangeCase.of("view-drop", with(starred), with()),
                ChangeCase.of("view-rename", with(starred), with(starred.withName(BEST)))
                        .renamed(ObjectPath.view(BEST), "starred"),
                ChangeCase.of("view-redefine", with(starred), with(other)),
                ChangeCase.of("view-comment", with(starred), with(starred.withComment(Optional.of("the good ones")))),
                ChangeCase.of(
                        "view-column-comment",
                        with(starred),
                        with(starred.withColumns(
                                List.of(ViewColumn.of("id"), new ViewColumn("stars", Optional.of("how good")))))),
                ChangeCase.of("view-in-the-way", with(starred), widened(starred)),
                ChangeCase.of("view-of-all-in-the-way", with(allColumns()), widened(allColumns())),
                ChangeCase.of("materialized-view-create", with(), with(stored)),
                ChangeCase.of("materialized-view-rename", with(stored), with(stored.withName(BEST)))
                        .renamed(ObjectPath.view(BEST), "starred"),
                ChangeCase.of("materialized-view-redefine", with(stored), with(stored(other))),
                ChangeCase.of("materialized-view-in-the-way", with(stored), widened(stored)));
    }

    private static View starred(String sql) {
        return View.of(STARRED, List.of("id", "stars"), sql).withGrants(List.of(reading()));
    }

    /** A view with {@code SELECT *}. */
    private static View allColumns() {
        return View.of(
                STARRED, plan().columns().stream().map(Column::name).toList(), "SELECT * FROM plan WHERE stars > 0");
    }

    private static View stored(View view) {
        return view.withForm(new ViewKind.Materialized(
                        List.of(Index.of("starred_stars_idx", "btree", List.of(IndexKey.column("stars"))))))
                .withComment(Optional.of("stored"));
    }

    private static Schema with(View... views) {
        return schema(plan()).withViews(List.of(views));
    }

    private static Schema widened(View view) {
        return schema(swap(stars().withType(BIGINT))).withViews(List.of(view));
    }
}
