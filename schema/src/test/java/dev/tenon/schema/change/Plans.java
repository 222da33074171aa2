package dev.tenon.schema.change;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schema of the cases: plans with rows, and organizations that they may reference. */
public final class Plans {

    static final String APP = "tenon_change_app";
    public static final QualifiedName PLAN = QualifiedName.parse("plan");
    static final QualifiedName ORGANIZATION = QualifiedName.parse("organization");
    static final QualifiedName STATUS = QualifiedName.parse("plan_status");
    static final QualifiedName NUMBERS = QualifiedName.parse("plan_numbers");
    static final ColumnType INTEGER = ColumnType.builtin("integer");
    static final ColumnType BIGINT = ColumnType.builtin("bigint");
    static final ColumnType TEXT = ColumnType.builtin("text");

    /** The rows of the tables before each case. */
    public static final String ROWS = """
            INSERT INTO organization SELECT n, 'o' || n FROM generate_series(1, 10) AS n;
            INSERT INTO plan (id, organization_id, title, stars)
            SELECT n, 1 + n % 10, 'p' || n, n % 5 FROM generate_series(1, 1000) AS n""";

    private Plans() {}

    static Schema schema(Table... tables) {
        List<Table> all = new ArrayList<>(List.of(tables));
        all.add(organization());
        return new Schema(
                List.of(new Role(APP)),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(status("draft", "active")),
                List.of(Sequence.of(NUMBERS)),
                all,
                Optional.empty());
    }

    static Table plan() {
        return Table.of(
                        PLAN,
                        List.of(
                                Column.of("id", INTEGER),
                                Column.of("organization_id", INTEGER),
                                Column.of("title", TEXT),
                                stars(),
                                Column.of("status", new ColumnType.UserDefined(STATUS, List.of()))
                                        .withDefault(expression("'draft'"))))
                .withConstraints(List.of(new Constraint.PrimaryKey("plan_pkey", List.of("id"))));
    }

    static Table organization() {
        return Table.of(ORGANIZATION, List.of(Column.of("id", INTEGER), Column.of("name", TEXT)))
                .withConstraints(List.of(new Constraint.PrimaryKey("organization_pkey", List.of("id"))));
    }

    static Column stars() {
        return Column.of("stars", INTEGER).withNullable(true);
    }

    static EnumType status(String... labels) {
        return new EnumType(STATUS, List.of(labels), Optional.empty());
    }

    static Table plus(Column column) {
        List<Column> columns = new ArrayList<>(plan().columns());
        columns.add(column);
        return plan().withColumns(columns);
    }

    static Table plus(Constraint constraint) {
        List<Constraint> constraints = new ArrayList<>(plan().constraints());
        constraints.add(constraint);
        return plan().withConstraints(constraints);
    }

    static Table plus(Index index) {
        return plan().withIndexes(List.of(index));
    }

    static Table swap(Column column) {
        return plan().withColumns(plan().columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }

    static Index byTitle() {
        return Index.of("plan_title_idx", "btree", List.of(IndexKey.column("title")));
    }

    static Optional<ColumnDefault> expression(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }

    static Grant reading() {
        return new Grant(APP, List.of(Privilege.SELECT));
    }
}
