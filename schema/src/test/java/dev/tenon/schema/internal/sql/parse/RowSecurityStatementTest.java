package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.RowSecurityStatement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSecurityStatementTest {

    private static final QualifiedName PLAN = new QualifiedName("public", "plan");

    @Test
    void alterationsOfTables() {
        assertThat(RowSecurityStatement.of("ALTER TABLE public.plan ENABLE ROW LEVEL SECURITY"))
                .contains(new RowSecurityStatement(Kind.ENABLE, PLAN, List.of()));
        assertThat(RowSecurityStatement.of("alter table plan force row level security"))
                .contains(new RowSecurityStatement(Kind.FORCE, PLAN, List.of()));
        assertThat(RowSecurityStatement.of("ALTER TABLE \"A\".\"B.c\" FORCE ROW LEVEL SECURITY"))
                .contains(new RowSecurityStatement(Kind.FORCE, new QualifiedName("A", "B.c"), List.of()));
        assertThat(RowSecurityStatement.of("ALTER TABLE plan NO FORCE ROW LEVEL SECURITY"))
                .isEmpty();
        assertThat(RowSecurityStatement.of("ALTER TABLE plan DISABLE ROW LEVEL SECURITY"))
                .isEmpty();
        assertThat(RowSecurityStatement.of("ALTER TABLE plan ADD COLUMN security text"))
                .isEmpty();
    }

    @Test
    void policies() {
        assertThat(RowSecurityStatement.of(
                        "CREATE POLICY p ON public.plan\n    FOR ALL TO \"Old App\", PUBLIC\n    USING (true)"))
                .contains(new RowSecurityStatement(Kind.PERMISSIVE_POLICY, PLAN, List.of("Old App", "public")));
        assertThat(RowSecurityStatement.of("CREATE POLICY p ON plan AS RESTRICTIVE TO app USING (to_char(x, 'y') = z)"))
                .contains(new RowSecurityStatement(Kind.RESTRICTIVE_POLICY, PLAN, List.of("app")));
        assertThat(RowSecurityStatement.of("CREATE POLICY p ON plan USING (a IN (SELECT 1))"))
                .contains(new RowSecurityStatement(Kind.PERMISSIVE_POLICY, PLAN, List.of("public")));
        assertThat(RowSecurityStatement.of("CREATE TABLE policy (id int)")).isEmpty();
    }
}
