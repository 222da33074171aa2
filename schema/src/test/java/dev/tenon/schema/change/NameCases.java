package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.NUMBERS;
import static dev.tenon.schema.change.Plans.ORGANIZATION;
import static dev.tenon.schema.change.Plans.STATUS;
import static dev.tenon.schema.change.Plans.byTitle;
import static dev.tenon.schema.change.Plans.organization;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Names that other objects take while their former owners still exist, and objects that move with their extension. */
final class NameCases {

    private static final String KEY = "organization_name";

    private NameCases() {}

    static List<ChangeCase> all() {
        Index unique = Index.of(KEY, "btree", List.of(IndexKey.column("name"))).withUnique(true);
        Constraint key = new Constraint.Unique(KEY, List.of("name"), false, Deferrability.NOT_DEFERRABLE);
        Schema indexed = of(plan(), organization().withIndexes(List.of(unique)));
        Schema keyed = of(plan(), plus(organization(), key));
        View reader = View.of(QualifiedName.parse("names"), List.of("id"), "SELECT id FROM organization");
        View instead = View.of(ORGANIZATION, List.of("id"), "SELECT id FROM plan");
        return List.of(
                ChangeCase.of("name-of-an-index-moves", schema(Plans.plus(byTitle())), moved()),
                ChangeCase.of("name-of-an-index-for-a-key", indexed, keyed),
                ChangeCase.of("name-of-a-key-for-an-index", keyed, indexed),
                ChangeCase.of(
                        "name-of-a-table-for-a-view",
                        schema(plan()).withViews(List.of(reader)),
                        of(plan()).withViews(List.of(instead, reader))),
                ChangeCase.of("names-for-tables", schema(plan()), tables()),
                ChangeCase.of("extension-move-under-columns", extended("public"), extended("archive")),
                ChangeCase.of("extension-and-schema-drop", extended("archive"), schema(plan())));
    }

    /** The index has its name on the other table, and its columns there. */
    private static Schema moved() {
        return of(
                plan(),
                organization()
                        .withIndexes(List.of(Index.of(byTitle().name(), "btree", List.of(IndexKey.column("name"))))));
    }

    /** Tables have the names of a sequence and of an enum type. */
    private static Schema tables() {
        List<Column> columns = plan().columns().stream()
                .filter(column -> !column.name().equals("status"))
                .toList();
        Table named = organization().withConstraints(List.of());
        return schema(plan().withColumns(columns), named.withName(NUMBERS), named.withName(STATUS))
                .withSequences(List.of())
                .withEnums(List.of());
    }

    private static Schema extended(String schema) {
        Column column = Column.of("labels", new ColumnType.UserDefined(new QualifiedName(schema, "hstore"), List.of()))
                .withNullable(true);
        Schema all = schema(Plans.plus(column)).withExtensions(List.of(new Extension("hstore", schema)));
        return all.withNamespaces(
                schema.equals("public")
                        ? all.namespaces()
                        : List.of(new Namespace("public", List.of()), new Namespace(schema, List.of())));
    }

    private static Schema of(Table... tables) {
        return schema().withTables(List.of(tables));
    }

    private static Table plus(Table table, Constraint constraint) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        return table.withConstraints(all);
    }
}
