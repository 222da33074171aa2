package dev.tenon.schema.internal.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A composite type that columns use gets new attributes in place; every other change is found while compiling. */
class CompositeTypeChangeTest {

    private static final QualifiedName ADDRESS = QualifiedName.parse("address");
    private static final ColumnType OWN = new ColumnType.UserDefined(ADDRESS, List.of());

    @Test
    void newAttributesAreAddedInPlace() {
        MigrationDraft draft = draft(
                OWN,
                "street text, amount numeric(8, 2)",
                "street  text, amount numeric(8, 2), zip text COLLATE \"C\", \"No\" integer");
        assertThat(draft.findings()).isEmpty();
        assertThat(draft.steps().stream().flatMap(step -> step.statements().stream()))
                .extracting(Statement::sql)
                .containsExactly("ALTER TYPE public.address ADD ATTRIBUTE zip text COLLATE \"C\","
                        + " ADD ATTRIBUTE \"No\" integer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "street varchar(9), amount numeric(8, 2)",
                "street text",
                "amount numeric(8, 2), street text",
                "street text, total numeric(8, 2)",
                "street text, zip text, amount numeric(8, 2)",
            })
    void otherChangesAreRefusedWhileColumnsUseTheType(String attributes) {
        for (ColumnType type : List.of(OWN, new ColumnType.Array(OWN))) {
            assertThat(draft(type, "street text, amount numeric(8, 2)", attributes)
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly("TN407");
        }
    }

    @Test
    void aChangeIsRefusedWhileColumnsUseATypeThatContainsTheType() {
        SqlObject outer = new SqlObject(
                QualifiedName.parse("person"),
                "CREATE TYPE public.person AS (name text, home public.address)",
                "DROP TYPE public.person",
                true,
                List.of(),
                Optional.empty());
        ColumnType type = new ColumnType.UserDefined(outer.name(), List.of());
        assertThat(draft(type, "street text", "street varchar(9)", outer).findings())
                .extracting(Finding::code)
                .contains("TN407");
    }

    private static MigrationDraft draft(ColumnType type, String before, String after, SqlObject... more) {
        return MigrationDraft.of(
                schema(type, before, more),
                new CompiledSnapshot(schema(type, after, more), MigrationHints.NONE, Map.of()),
                Set.of());
    }

    private static Schema schema(ColumnType type, String attributes, SqlObject... more) {
        List<SqlObject> objects = new ArrayList<>(List.of(more));
        objects.add(new SqlObject(
                ADDRESS,
                "CREATE TYPE public.address AS (" + attributes + ")",
                "DROP TYPE public.address",
                true,
                List.of(),
                Optional.empty()));
        Table table = Table.of(QualifiedName.parse("item"), List.of(Column.of("a", type)));
        return new Schema(
                        List.of(),
                        List.of(new Namespace("public", List.of())),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(table),
                        Optional.empty())
                .withObjects(objects);
    }
}
