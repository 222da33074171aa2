package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.APP;
import static dev.tenon.schema.change.Plans.expression;
import static dev.tenon.schema.change.Plans.stars;
import static dev.tenon.schema.change.Plans.swap;
import static dev.tenon.schema.change.Plans.TEXT;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.plus;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of routines and text search objects whose results are stored. */
final class ResultCases {

    private static final String CALL = "public.slug(title)";

    private ResultCases() {}

    static List<ChangeCase> all() {
        Column slug = Column.of("slug", TEXT).withDefault(Optional.of(new ColumnDefault.Generated(CALL)));
        Index index = Index.of("plan_slug", "btree", List.of(IndexKey.expression(CALL)))
                .withUnique(true);
        View slugs = View.of(
                        QualifiedName.parse("slugs"), List.of("id", "slug"), "SELECT id, " + CALL + " AS slug FROM plan")
                .withForm(new ViewKind.Materialized(List.of()));
        Column vector = Column.of("words", ColumnType.builtin("tsvector"))
                .withDefault(Optional.of(new ColumnDefault.Generated("to_tsvector('public.plain', title)")));
        Schema mapped = schema(plus(vector)).withObjects(List.of(plain("ADD MAPPING FOR asciiword, word WITH simple")));
        Schema remapped = schema(plus(vector))
                .withObjects(List.of(plain("ADD MAPPING FOR asciiword, numword WITH english_stem")));
        return List.of(
                routine("routine-under-index", plus(index), List.of()),
                routine("routine-under-check", plus(new Constraint.Check("plan_slug", CALL + " <> ''", true)), List.of()),
                routine("routine-under-generated", plus(slug), List.of()),
                routine("routine-under-materialized-view", plan(), List.of(slugs)),
                ChangeCase.of("text-search-mapping", mapped, remapped),
                ChangeCase.of("routine-signature", used("integer"), used("bigint")));
    }

    /** Plans with an index, a check, a default and a policy, and a view, that call a routine with this result. */
    private static Schema used(String result) {
        Table table = swap(stars().withDefault(expression("public.rank(1)")))
                .withIndexes(
                        List.of(Index.of("plan_rank", "btree", List.of(IndexKey.expression("public.rank(stars)")))))
                .withRowSecurity(
                        RowSecurity.ENABLED,
                        List.of(new Policy(
                                "plan_rank",
                                Policy.Command.ALL,
                                true,
                                List.of(APP),
                                Optional.of("public.rank(stars) > 0"),
                                Optional.empty())));
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(new Constraint.Check("plan_rank", "public.rank(stars) < 100", true));
        return schema(table.withConstraints(constraints))
                .withViews(List.of(View.of(
                        QualifiedName.parse("ranks"), List.of("id", "rank"), "SELECT id, public.rank(stars) AS rank FROM plan")))
                .withObjects(List.of(object(
                        "rank",
                        "CREATE OR REPLACE FUNCTION public.rank(n integer) RETURNS " + result
                                + " LANGUAGE sql IMMUTABLE AS 'SELECT n::" + result + " + 1'",
                        "DROP FUNCTION public.rank(integer)")));
    }

    private static ChangeCase routine(String name, Table table, List<View> views) {
        Schema schema = schema(table).withViews(views);
        return ChangeCase.of(
                name,
                schema.withObjects(List.of(slug("lower(t)"))),
                schema.withObjects(List.of(slug("upper(t) || '!'"))));
    }

    private static SqlObject slug(String body) {
        return object(
                "slug",
                "CREATE OR REPLACE FUNCTION public.slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT "
                        + body.replace("'", "''") + "'",
                "DROP FUNCTION public.slug(text)");
    }

    private static SqlObject plain(String mapping) {
        return object(
                "plain",
                "CREATE TEXT SEARCH CONFIGURATION public.plain (PARSER = \"default\");"
                        + " ALTER TEXT SEARCH CONFIGURATION public.plain " + mapping,
                "DROP TEXT SEARCH CONFIGURATION public.plain");
    }

    private static SqlObject object(String name, String create, String drop) {
        return new SqlObject(QualifiedName.parse(name), create, drop, true, List.of(), Optional.empty());
    }
}
