package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inheritance is read from statements however they are written. */
class InheritStatementTest {

    private static final QualifiedName CHILD = QualifiedName.parse("s.c");

    @Test
    void inheritanceIsReadFromBothStatements() {
        InheritStatement altered = new InheritStatement(CHILD, List.of(QualifiedName.parse("p")), false);
        assertThat(InheritStatement.in("ALTER TABLE s.c INHERIT public.p")).containsExactly(altered);
        assertThat(InheritStatement.in("alter table if exists only \"s\".c /* x */ inherit p;"))
                .containsExactly(altered);
        InheritStatement created =
                new InheritStatement(CHILD, List.of(QualifiedName.parse("p"), QualifiedName.parse("s.q")), true);
        assertThat(
                        InheritStatement.in(
                                "CREATE UNLOGGED TABLE IF NOT EXISTS s.c (a int CHECK (a > 0)) INHERITS (p, s.q) WITH (fillfactor=70)"))
                .containsExactly(created);
        assertThat(InheritStatement.in("CREATE TABLE s.c () INHERITS (p, s.q); COMMENT ON TABLE s.c IS 'INHERITS (x)'"))
                .containsExactly(created);
    }

    @Test
    void oneStatementMayNameSeveralParents() {
        assertThat(InheritStatement.in("ALTER TABLE s.c INHERIT p, INHERIT s.q"))
                .containsExactly(new InheritStatement(
                        CHILD, List.of(QualifiedName.parse("p"), QualifiedName.parse("s.q")), false));
        assertThat(InheritStatement.in("ALTER TABLE s.c INHERIT p, ADD COLUMN a int"))
                .isEmpty();
    }

    @Test
    void otherStatementsDeclareNone() {
        assertThat(InheritStatement.in("ALTER TABLE s.c NO INHERIT public.p")).isEmpty();
        assertThat(InheritStatement.in("CREATE TABLE s.c (inherits int)")).isEmpty();
        assertThat(InheritStatement.in("CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'ALTER TABLE c INHERIT p'"))
                .isEmpty();
    }

    @Test
    void anObjectMayDoMoreThanInherit() {
        assertThat(InheritStatement.isAltering("ALTER TABLE c INHERIT p; ALTER TABLE d INHERIT p"))
                .isTrue();
        assertThat(InheritStatement.isAltering("ALTER TABLE c INHERIT p; ANALYZE c"))
                .isFalse();
        assertThat(InheritStatement.isAltering("CREATE TABLE c () INHERITS (p)"))
                .isFalse();
    }
}
