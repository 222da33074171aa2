package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A routine whose body the server parses can be created without the body, and is sent as one statement. */
class RoutineBodyTest {

    @Test
    void aParsedBodyIsReplaced() {
        assertThat(RoutineBody.withoutBody("CREATE FUNCTION f(a int DEFAULT (1)) RETURNS int LANGUAGE sql STABLE\n"
                        + "BEGIN ATOMIC SELECT a; END"))
                .contains("CREATE FUNCTION f(a int DEFAULT (1)) RETURNS int  STABLE\n"
                        + "LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
        assertThat(RoutineBody.withoutBody("CREATE FUNCTION \"begin\"() RETURNS bigint RETURN (SELECT 1)"))
                .contains("CREATE FUNCTION \"begin\"() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
        assertThat(RoutineBody.withoutBody("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'"))
                .isEmpty();
    }

    @Test
    void aRoutineReplacesOneOfItsSignature() {
        assertThat(RoutineBody.replacing("create function f() returns int return 1"))
                .isEqualTo("create OR REPLACE function f() returns int return 1");
        assertThat(RoutineBody.replacing("CREATE OR REPLACE FUNCTION f() RETURNS int RETURN 1"))
                .isEqualTo("CREATE OR REPLACE FUNCTION f() RETURNS int RETURN 1");
    }

    @Test
    void onlyTheFirstSemicolonOfABodyIsMoved() {
        assertThat(RoutineBody.inOnePiece("CREATE FUNCTION f() RETURNS text BEGIN ATOMIC; SELECT 'atomic;'; END"))
                .isEqualTo("CREATE FUNCTION f() RETURNS text BEGIN ATOMIC ; SELECT 'atomic;'; END");
        assertThat(RoutineBody.inOnePiece("SELECT 'atomic;'")).isEqualTo("SELECT 'atomic;'");
    }
}
