package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                        "ALTER DOMAIN public.d DROP CONSTRAINT a",
                        "ALTER DOMAIN public.d DROP CONSTRAINT b",
                        "ALTER DOMAIN public.d SET DEFAULT 'x'",
                        "ALTER DOMAIN public.d DROP NOT NULL",
                        "ALTER DOMAIN public.d ADD CONSTRAINT b CHECK (VALUE > 'c') NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT b",
                        "ALTER DOMAIN public.d ADD CONSTRAINT c CHECK (true) NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT c");
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
                        "ALTER DOMAIN public.d DROP CONSTRAINT a",
                        "ALTER DOMAIN public.d ADD CONSTRAINT a CHECK (true) NOT VALID");
        assertThat(alterations("CREATE DOMAIN d AS text", "CREATE DOMAIN d AS text CHECK (VALUE <> '')"))
                .containsExactly("ALTER DOMAIN public.d ADD CHECK (VALUE <> '')");
        assertThat(alterations("CREATE DOMAIN d AS text", "create domain public.d text"))
                .isEmpty();
    }

    @Test
    void anotherTypeOrACheckWithoutANameTakesAnotherDomain() {
        DomainStatement domain = read("CREATE DOMAIN d AS text CHECK (VALUE <> '')");
        assertThat(domain.alterTo(read("CREATE DOMAIN d AS text"))).isEmpty();
        assertThat(domain.alterTo(read("CREATE DOMAIN d AS varchar CHECK (VALUE <> '')")))
                .isEmpty();
        assertThat(domain.alterTo(read("CREATE DOMAIN d AS text COLLATE \"C\" CHECK (VALUE <> '')")))
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
        assertThat(renamed.alterTo(shown.withNamesOf(renamed, said)))
                .contains(List.of(
                        "ALTER DOMAIN public.d DROP CONSTRAINT z",
                        "ALTER DOMAIN public.d ADD CONSTRAINT a CHECK (true) NOT VALID",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT a",
                        "ALTER DOMAIN public.d VALIDATE CONSTRAINT d_check2"));
    }

    private static List<String> alterations(String before, String after) {
        return read(before).alterTo(read(after)).orElseThrow();
    }

    private static DomainStatement read(String create) {
        return DomainStatement.of(create).orElseThrow();
    }
}
