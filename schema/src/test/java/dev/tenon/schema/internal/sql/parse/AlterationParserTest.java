package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that set an attribute of a table or partition are named by the table and the attribute. */
class AlterationParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE s.p INHERIT s.t                                         | s.p_inherits
            ALTER TABLE s.p REPLICA IDENTITY FULL                               | s.p_replica identity
            ALTER TABLE s.p ADD CONSTRAINT "a b" CHECK (x > 0)                  | s.p_add a b
            ALTER TABLE ONLY s.p ADD CONSTRAINT k UNIQUE (x)                    | s.p_add k
            ALTER TABLE s.p ALTER COLUMN x SET DEFAULT 2                        | s.p_default of x
            ALTER TABLE s.p ALTER x DROP DEFAULT                                | s.p_default of x
            ALTER TABLE s.p ALTER COLUMN x SET NOT NULL                         | s.p_not null of x
            ALTER TABLE s.p ALTER COLUMN x SET STATISTICS 500                   | s.p_statistics of x
            ALTER TABLE s.p ALTER COLUMN x SET STORAGE EXTERNAL                 | s.p_storage of x
            ALTER TABLE s.p ALTER COLUMN x SET (n_distinct = 5)                 | s.p_options of x
            ALTER TABLE s.p SET (fillfactor=70)                                 | s.p_options
            ALTER TABLE s.p SET UNLOGGED                                        | s.p_persistence
            ALTER TABLE s.p OWNER TO somebody                                   | s.p_owner
            COMMENT ON COLUMN s.p.x IS 'y'                                      | s.p_comment on x
            COMMENT ON CONSTRAINT k ON s.p IS 'y'                               | s.p_comment on k
            GRANT UPDATE (x) ON TABLE s.p TO r                                  | s."p_grant UPDATE ( x ) to r"
            """)
    void attributesHaveNames(String sql, String name) {
        CreateStatement read = CreateStatement.of(sql).orElseThrow();
        assertThat(read.alters()).isTrue();
        assertThat(read.on()).contains(new QualifiedName("s", "p"));
        assertThat(read.ownName().toString()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE s.p DROP CONSTRAINT k",
                "ALTER TABLE s.p ADD COLUMN x integer",
                "ALTER TABLE s.p ALTER COLUMN x TYPE text",
                "ALTER TABLE s.p ALTER COLUMN x DROP NOT NULL",
                "ALTER TABLE s.p RENAME TO q",
                "COMMENT ON TABLE s.p IS 'y'",
                "GRANT SELECT ON s.p TO r",
                "GRANT"
            })
    void otherStatementsAreNoAttributes(String sql) {
        assertThat(CreateStatement.of(sql)).isEmpty();
    }

    @Test
    void indexHasItsOwnNameInTheSchemaOfItsTable() {
        CreateStatement read = CreateStatement.of("CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY s.p USING btree (x)")
                .orElseThrow();
        assertThat(read.isIndex()).isTrue();
        assertThat(read.ownName()).isEqualTo(new QualifiedName("s", "i"));
        assertThat(read.on()).contains(new QualifiedName("s", "p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE s.p ADD CONSTRAINT \"a b\" CHECK (x > 0)",
                "alter table only s.p /* add */ add constraint \"a b\" check (x not in (1, 2)) no inherit",
                "ALTER TABLE s.p ADD CONSTRAINT \"a b\" FOREIGN KEY (x, y) REFERENCES t (x, y) NOT DEFERRABLE",
            })
    void constraintsOverExistingRowsCanBeValidatedLater(String sql) {
        AddedConstraint added = AddedConstraint.of(sql).orElseThrow();
        assertThat(added.table()).isEqualTo(new QualifiedName("s", "p"));
        assertThat(added.name()).isEqualTo("a b");
        assertThat(added.isValidatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE s.p ADD CONSTRAINT k CHECK (x > 0) NOT VALID",
                "ALTER TABLE s.p ADD CONSTRAINT k CHECK (x > 0) NOT /* yet */ VALID -- later",
                "ALTER TABLE s.p ADD CONSTRAINT k CHECK (x > 0) NOT ENFORCED",
                "ALTER TABLE s.p ADD CONSTRAINT k FOREIGN KEY (x) REFERENCES t NOT VALID NOT DEFERRABLE",
                "ALTER TABLE s.p ADD CONSTRAINT \"k CHECK\" UNIQUE (x)",
            })
    void otherConstraintsCannot(String sql) {
        assertThat(AddedConstraint.of(sql).orElseThrow().isValidatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE s.p ADD CONSTRAINT k CHECK (x > 0), ADD CONSTRAINT l UNIQUE (y)",
                "ALTER TABLE s.p ADD CHECK (x > 0)",
                "ALTER TABLE s.p SET (autovacuum_enabled = off)",
                "CREATE INDEX i ON s.p (x)",
            })
    void otherStatementsDoNotAddOneNamedConstraint(String sql) {
        assertThat(AddedConstraint.of(sql)).isEmpty();
    }
}
