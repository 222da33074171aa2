package dev.tenon.runtime.internal.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.RowMoveSql;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrator understands the statements that the planner writes, whatever the names and values are. */
class RowMoveStatementTest {

    @Test
    void aGeneratedMoveIsReadBack() {
        QualifiedName from = new QualifiedName("app", "the \"rest\"");
        QualifiedName to = new QualifiedName("public", "where (");
        List<String> columns = List.of("id", "INSERT INTO x", "a, \"b\")");
        String condition = "id IN ('INSERT INTO y (z)', ') AND NOT EXISTS', ')\nSELECT ')";
        assertThat(RowMoveStatement.of(RowMoveSql.move(from, to, columns, condition)))
                .contains(new RowMoveStatement(from, to, columns, condition));
    }

    @Test
    void otherStatementsAreNone() {
        assertThat(RowMoveStatement.of("WITH moved AS (DELETE FROM a RETURNING id) INSERT INTO b SELECT id FROM moved"))
                .isEmpty();
        assertThat(RowMoveStatement.of("DELETE FROM a")).isEmpty();
    }
}
