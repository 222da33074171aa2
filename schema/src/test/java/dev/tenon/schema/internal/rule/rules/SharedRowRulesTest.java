package dev.tenon.schema.internal.rule.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.rule.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one tenant does to shared rows must not reach the others, unless a reason is stated. */
class SharedRowRulesTest {

    private static final TenantScope SHARED = new TenantScope.Shared("for all");
    private static final TenantScope SCOPED = new TenantScope.Scoped("organization_id");

    @ParameterizedTest
    @EnumSource(ForeignKeyAction.class)
    void actionsThatWriteIntoRowsOfTenantsAreReported(ForeignKeyAction action) {
        boolean writes = action != ForeignKeyAction.NO_ACTION && action != ForeignKeyAction.RESTRICT;
        Table plan = table("plan", SCOPED, key("category", action));
        assertThat(severities(new SharedParentAction(), schema(plan, table("category", SHARED))))
                .isEqualTo(writes ? List.of(Severity.WARNING) : List.of());
        Table deletable = table("category", SHARED).withGrants(grants("app", Privilege.DELETE));
        assertThat(severities(new SharedParentAction(), schema(plan, deletable)))
                .isEqualTo(writes ? List.of(Severity.ERROR) : List.of());
        Table updatable = table("category", SHARED).withGrants(grants("public", Privilege.UPDATE));
        Table following = table(
                "plan", SCOPED, key("category", ForeignKeyAction.NO_ACTION).withOnUpdate(action));
        assertThat(severities(new SharedParentAction(), schema(following, updatable)))
                .isEqualTo(writes ? List.of(Severity.ERROR) : List.of());
        assertThat(severities(new SharedParentAction(), schema(following, table("category", SHARED))))
                .isEmpty();
    }

    @Test
    void aDeleteMayCascadeFromFurtherAway() {
        Table plan = table("plan", SCOPED, key("category", ForeignKeyAction.SET_NULL));
        Table category = table("category", SHARED, key("family", ForeignKeyAction.CASCADE));
        Table kept = table("category", SHARED, key("family", ForeignKeyAction.SET_NULL));
        Table family = table("family", TenantScope.NONE).withGrants(grants("app", Privilege.DELETE));
        assertThat(severities(new SharedParentAction(), schema(plan, category, family)))
                .containsExactly(Severity.ERROR);
        assertThat(severities(new SharedParentAction(), schema(plan, kept, family)))
                .containsExactly(Severity.WARNING);
    }

    @Test
    void aStatedReasonOfTheParentSuffices() {
        TenantScope stated = new TenantScope.Shared("for all", Optional.empty(), Optional.of("it is meant"));
        Table category = table("category", stated).withGrants(grants("app", Privilege.DELETE));
        Table plan = table("plan", SCOPED, key("category", ForeignKeyAction.CASCADE));
        assertThat(severities(new SharedParentAction(), schema(plan, category))).isEmpty();
    }

    @Test
    void amongTablesOfOneKindCascadesAreTheConvention() {
        Table plan = table("plan", SCOPED, key("note", ForeignKeyAction.CASCADE));
        Table one = table("one", SHARED, key("two", ForeignKeyAction.CASCADE));
        assertThat(severities(new SharedParentAction(), schema(plan, table("note", SCOPED), one, table("two", SHARED))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Privilege.class,
            names = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES"})
    void aSharedTableThatTenantsWriteNeedsAReason(Privilege privilege) {
        boolean writes = privilege != Privilege.SELECT && privilege != Privilege.REFERENCES;
        List<Severity> reported = writes ? List.of(Severity.ERROR) : List.of();
        for (String role : List.of("app", "public")) {
            Table shared = table("category", SHARED).withGrants(grants(role, privilege));
            assertThat(severities(new WritableSharedTable(), schema(shared))).isEqualTo(reported);
            View view = View.of(QualifiedName.parse("sum"), List.of("n"), "SELECT 1 AS n");
            Schema viewed = schema().withViews(List.of(new View(
                    view.name(),
                    view.columns(),
                    view.sql(),
                    ViewKind.INVOKER,
                    List.of(),
                    grants(role, privilege),
                    Optional.of("for all"),
                    Optional.empty())));
            assertThat(severities(new WritableSharedTable(), viewed)).isEqualTo(reported);
        }
        TenantScope stated = new TenantScope.Shared("for all", Optional.of("it is meant"), Optional.empty());
        assertThat(severities(
                        new WritableSharedTable(),
                        schema(
                                table("job", stated).withGrants(grants("app", privilege)),
                                table("other", SHARED).withGrants(grants("back_office", privilege)),
                                table("own", SCOPED).withGrants(grants("app", privilege)))))
                .isEmpty();
    }

    @Test
    void aTableWithoutScopeThatTenantsWriteIsAWarning() {
        Table open = table("log", TenantScope.NONE).withGrants(grants("app", Privilege.INSERT));
        assertThat(severities(new WritableSharedTable(), schema(open))).containsExactly(Severity.WARNING);
        Table guarded = open.withRowSecurity(RowSecurity.FORCED, List.of());
        assertThat(severities(new WritableSharedTable(), schema(guarded))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT UPDATE (title) ON public.category TO app",
                "GRANT SELECT, INSERT (a, \"to\"), UPDATE (\"on\") ON TABLE category TO other, PUBLIC WITH GRANT OPTION",
                "grant all privileges on category to group App",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT DELETE ON category TO app",
            })
    void grantsInSqlCountToo(String sql) {
        assertThat(severities(new WritableSharedTable(), withObject(sql))).containsExactly(Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT (\"update\") ON category TO app",
                "GRANT UPDATE (title) ON category TO back_office",
                "GRANT UPDATE (title) ON other.category TO app",
                "GRANT INSERT ON SCHEMA category TO app",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'GRANT UPDATE ON category TO app'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''; GRANT EXECUTE ON FUNCTION f() TO app",
                "GRANT",
            })
    void otherGrantsInSqlAreNone(String sql) {
        assertThat(severities(new WritableSharedTable(), withObject(sql))).isEmpty();
    }

    @Test
    void aTenantColumnNeedsAScope() {
        Table visit = table("visit", TenantScope.NONE);
        Table other = Table.of(QualifiedName.parse("other"), List.of(Samples.id()));
        Table referring = Table.of(
                        QualifiedName.parse("owned"), List.of(Samples.id(), Column.of("o", ColumnType.builtin("uuid"))))
                .withConstraints(List.of(Constraint.ForeignKey.of(
                        "owned_o_fkey", List.of("o"), QualifiedName.parse("organization"), List.of("id"))));
        assertThat(findings(new UndeclaredTenantColumn(), schema(visit, other, referring, table("note", SCOPED))))
                .extracting(finding -> finding.at().toString())
                .containsExactly("constraint owned.owned_o_fkey", "column visit.organization_id");
        assertThat(severities(new UndeclaredTenantColumn(), schema(table("list", SHARED))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigint", "integer", "text", "date", "uuid[]"})
    void aKeyThatCanBeGuessedLeadsWithTheTenant(String type) {
        assertThat(severities(new GuessableTenantKey(), schema(keyed(SCOPED, type))))
                .containsExactly(Severity.ERROR);
        assertThat(severities(new GuessableTenantKey(), schema(keyed(SHARED, type))))
                .isEmpty();
        TenantScope stated = new TenantScope.Scoped("organization_id", Optional.of("drawn at random"));
        assertThat(severities(new GuessableTenantKey(), schema(keyed(stated, type))))
                .isEmpty();
        Table led = keyed(SCOPED, type);
        assertThat(severities(
                        new GuessableTenantKey(),
                        schema(led.withConstraints(
                                List.of(new Constraint.PrimaryKey("pkey", List.of("organization_id", "code")))))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "public.drawn"})
    void aKeyThatCannotBeGuessedIsAWarning(String type) {
        assertThat(severities(new GuessableTenantKey(), schema(keyed(SCOPED, type))))
                .containsExactly(Severity.WARNING);
    }

    private static Table keyed(TenantScope scope, String type) {
        return Table.of(
                        QualifiedName.parse("keyed"),
                        List.of(
                                Column.of("code", ColumnType.parse(type)),
                                Column.of("organization_id", ColumnType.builtin("uuid"))))
                .withConstraints(List.of(new Constraint.PrimaryKey("pkey", List.of("code"))))
                .withTenantScope(scope);
    }

    private static Schema withObject(String sql) {
        return schema(table("category", SHARED))
                .withObjects(List.of(new SqlObject(
                        QualifiedName.parse("o"), sql, "DROP FUNCTION o", false, List.of(), Optional.empty())));
    }

    private static Table table(String name, TenantScope scope, Constraint... constraints) {
        return Table.of(
                        QualifiedName.parse(name),
                        List.of(
                                Samples.id(),
                                Column.of("organization_id", ColumnType.builtin("uuid")),
                                Column.of("parent", ColumnType.builtin("uuid"))))
                .withConstraints(List.of(constraints))
                .withTenantScope(scope);
    }

    private static Constraint.ForeignKey key(String target, ForeignKeyAction action) {
        return Constraint.ForeignKey.of("parent_fkey", List.of("parent"), QualifiedName.parse(target), List.of("id"))
                .withOnDelete(action, List.of());
    }

    private static List<Grant> grants(String role, Privilege privilege) {
        return List.of(new Grant(role, List.of(privilege)));
    }

    private static Schema schema(Table... tables) {
        QualifiedName root = QualifiedName.parse("organization");
        List<Table> all = new ArrayList<>(Arrays.asList(tables));
        all.add(Table.of(root, List.of(Samples.id())).withTenantScope(new TenantScope.Root("id")));
        return Schema.EMPTY
                .withTables(all)
                .withTenancy(Optional.of(new Tenancy(
                        root, "id", "organization_id", ColumnType.builtin("uuid"), "app.organization_id", "app")));
    }

    private static List<Severity> severities(SchemaRule rule, Schema schema) {
        return findings(rule, schema).stream().map(Finding::severity).toList();
    }

    private static List<Finding> findings(SchemaRule rule, Schema schema) {
        List<Finding> findings = new ArrayList<>();
        rule.check(schema, findings::add);
        return findings;
    }
}
