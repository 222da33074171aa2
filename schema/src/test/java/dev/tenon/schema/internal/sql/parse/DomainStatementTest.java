package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain statements are parsed, and domains are altered in place. */
class DomainStatementTest {

    @Test
    void partsAreReadHoweverTheyAreWritten() {
        DomainStatement domain = read("""
                create domain public."d;" character varying(20) /* check */ collate "C" default ('x' || 'NOT NULL')
                    not null constraint "a; b" check (VALUE <> 'CHECK (') Check (length(VALUE) < 9); -- end""");
        assertThat(domain.create())
                .isEqualTo(
                        "CREATE DOMAIN public.\"d;\" AS character varying(20) COLLATE \"C\" DEFAULT ('x' || 'NOT NULL')"
                                + " NOT NULL CONSTRAINT \"a; b\" CHECK (VALUE <> 'CHECK (') CHECK (length(VALUE) < 9)");
        assertThat(read(domain.create())).isEqualTo(domain);
        assertThat(read("CREATE DOMAIN d AS text DEFAULT NULL NULL").create())
                .isEqualTo("CREATE DOMAIN public.d AS text DEFAULT NULL");
        assertThat(DomainStatement.of("CREATE TYPE d AS (a text)")).isEmpty();
    }

    @Test
    void whatDiffersIsAltered() {
        assertThat(alterations(
                        "CREATE DOMAIN d AS text NOT NULL CONSTRAINT a CHECK (VALUE <> '') CONSTRAINT b CHECK (VALUE > 'b')",
                        "CREATE DOMAIN d text DEFAULT 'x' CONSTRAINT b CHECK (VALUE > 'c') CONSTRAINT c CHECK (true)"))
                .containsExactly(
                        "ALTER DOMAIN public.d SET DEFAULT 'x'",
                        "ALTER DOMAIN public.d DROP NOT NULL",
                        "ALTER DOMAIN public.d ADD CONSTRAINT b_new CHECK (VALUE > 'c') NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT b_new",
                        "ALTER DOMAIN public.d DROP CONSTRAINT b",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT b_new TO b",
                        "ALTER DOMAIN public.d ADD CONSTRAINT c CHECK (true) NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT c",
                        "ALTER DOMAIN public.d DROP CONSTRAINT a");
        assertThat(alterations(
                        "CREATE DOMAIN d AS text DEFAULT 'x' CONSTRAINT a CHECK (true) NOT VALID",
                        "CREATE DOMAIN d AS text NOT NULL CONSTRAINT a CHECK (true)"))
                .containsExactly(
                        "ALTER DOMAIN public.d DROP DEFAULT",
                        "ALTER DOMAIN public.d SET NOT NULL",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT a");
        assertThat(alterations(
                        "CREATE DOMAIN d AS text CONSTRAINT a CHECK (true)",
                        "CREATE DOMAIN d AS text CONSTRAINT a CHECK (true) NOT VALID"))
                .containsExactly(
                        "ALTER DOMAIN public.d ADD CONSTRAINT a_new CHECK (true) NOT VALID",
                        "ALTER DOMAIN public.d DROP CONSTRAINT a",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT a_new TO a");
        assertThat(alterations("CREATE DOMAIN d AS text", "CREATE DOMAIN d AS text CHECK (VALUE <> '')"))
                .containsExactly("ALTER DOMAIN public.d ADD CHECK (VALUE <> '')");
        assertThat(alterations("CREATE DOMAIN d AS text", "create domain public.d text"))
                .isEmpty();
    }

    @Test
    void aCheckWithAnotherNameIsNeverMissing() {
        assertThat(alterations(
                        "CREATE DOMAIN d AS text CONSTRAINT a CHECK (VALUE <> '') CONSTRAINT b CHECK (true) NOT VALID",
                        "CREATE DOMAIN d AS text CONSTRAINT x CHECK (VALUE <> '') CONSTRAINT y CHECK (true)"))
                .containsExactly(
                        "ALTER DOMAIN public.d RENAME CONSTRAINT a TO x",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT b TO y",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT y");
        assertThat(alterations(
                        "CREATE DOMAIN d AS text CONSTRAINT a CHECK (VALUE > 'a') CONSTRAINT b CHECK (VALUE > 'b')",
                        "CREATE DOMAIN d AS text CONSTRAINT a CHECK (VALUE > 'b') CONSTRAINT b CHECK (VALUE > 'a')"))
                .containsExactly(
                        "ALTER DOMAIN public.d ADD CONSTRAINT a_new CHECK (VALUE > 'b') NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT a_new",
                        "ALTER DOMAIN public.d DROP CONSTRAINT a",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT a_new TO a",
                        "ALTER DOMAIN public.d ADD CONSTRAINT b_new CHECK (VALUE > 'a') NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT b_new",
                        "ALTER DOMAIN public.d DROP CONSTRAINT b",
                        "ALTER DOMAIN public.d RENAME CONSTRAINT b_new TO b");
    }

    @Test
    void anotherTypeOrACheckWithoutANameTakesAnotherDomain() {
        DomainStatement domain = read("CREATE DOMAIN d AS text CHECK (VALUE <> '')");
        assertThat(altered(domain, "CREATE DOMAIN d AS text")).isEmpty();
        assertThat(altered(domain, "CREATE DOMAIN d AS varchar CHECK (VALUE <> '')"))
                .isEmpty();
        assertThat(altered(domain, "CREATE DOMAIN d AS text COLLATE \"C\" CHECK (VALUE <> '')"))
                .isEmpty();
    }

    @Test
    void namesThatNobodyGaveAreNoDifference() {
        DomainStatement said =
                read("CREATE DOMAIN d AS text CONSTRAINT a CHECK (true) CHECK (VALUE <> '') CHECK (VALUE > 'b')");
        DomainStatement shown =
                read("CREATE DOMAIN d AS text CONSTRAINT a CHECK (true) CONSTRAINT d_check CHECK ((VALUE <> ''))"
                        + " CONSTRAINT d_check1 CHECK ((VALUE > 'b'))");
        DomainStatement live =
                read("CREATE DOMAIN d AS text CONSTRAINT a CHECK (true) CONSTRAINT d_check1 CHECK ((VALUE <> ''))"
                        + " CONSTRAINT d_check2 CHECK ((VALUE > 'b'))");
        assertThat(shown.withNamesOf(live, said)).isEqualTo(live);
        DomainStatement renamed =
                read("CREATE DOMAIN d AS text CONSTRAINT z CHECK (true) CONSTRAINT d_check1 CHECK ((VALUE <> ''))"
                        + " CONSTRAINT d_check2 CHECK ((VALUE > 'b')) NOT VALID");
        assertThat(renamed.alterTo(shown.withNamesOf(renamed, said), own -> own + "_new"))
                .contains(List.of(
                        "ALTER DOMAIN public.d RENAME CONSTRAINT z TO a",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT d_check2"));
    }

    private static List<String> alterations(String before, String after) {
        return altered(read(before), after).orElseThrow();
    }

    private static DomainStatement read(String create) {
        return DomainStatement.of(create).orElseThrow();
    }

    private static Optional<List<String>> altered(DomainStatement before, String after) {
        return before.alterTo(read(after), own -> own + "_new");
    }
}
