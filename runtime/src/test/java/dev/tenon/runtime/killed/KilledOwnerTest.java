package dev.tenon.runtime.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A migrator that may bypass no policy is killed before and after each change of forced row-level security. Wherever that
 * is, the history names the tables on which it is not forced, and the next process forces it again.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledOwnerTest {

    private static final int PLACES = Endurance.ASKED ? 30 : 6;

    private static final String LIFTED = """
            SELECT count(*) FROM pg_class c WHERE relrowsecurity AND NOT relforcerowsecurity
            AND NOT EXISTS (SELECT FROM tenon.unforced u WHERE u.relation = c.oid)""";

    @TempDir
    private Path temp;

    @Test
    void rowLevelSecurityIsForcedAgainWhereverAProcessIsKilled() throws Exception {
        Path places = Files.createFile(temp.resolve("places"));
        try (Scratch scratch = Scratch.create()) {
            String owner = scratch.role("owner");
            scratch.execute("ALTER ROLE $owner LOGIN PASSWORD 'secret'; ALTER DATABASE "
                    + scratch.database().name() + " OWNER TO $owner");
            String url = scratch.database().jdbcUrl().replaceAll("\\?.*", "") + "?user=" + owner + "&password=secret";
            Path migrations = migrations();
            fill(url, migrations, scratch);
            MigratorProcess next = new MigratorProcess();
            String answer;
            do {
                try (MigratorProcess process = next) {
                    process.begin(url, migrations, places);
                    next = new MigratorProcess();
                    answer = process.answer();
                    process.kill();
                }
                assertThat(answer).matches("(at|done) .*");
                if (scratch.text("SELECT to_regclass('tenon.unforced')") != null) {
                    assertThat(scratch.text(LIFTED)).as(answer).isEqualTo("0");
                }
            } while (answer.startsWith("at"));
            next.close();

            assertThat(Files.readAllLines(places)).hasSizeGreaterThan(PLACES);
            assertThat(scratch.text("SELECT string_agg(note, ',' ORDER BY id) FROM child"))
                    .isEqualTo("a!,b!");
            assertThat(scratch.text("SELECT count(*) FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"))
                    .isEqualTo("0");
            assertThat(scratch.text("SELECT count(*) FROM tenon.unforced")).isEqualTo("0");
            scratch.execute("ALTER DATABASE " + scratch.database().name() + " OWNER TO CURRENT_USER");
            scratch.execute("DROP OWNED BY $owner CASCADE");
        }
    }

    private Path migrations() {
        new MigrationsFolder(temp.resolve("migrations")).add("tables", """
                -- tenon:manual
                CREATE TABLE public.parent (id bigint PRIMARY KEY);
                CREATE TABLE public.child (id bigint PRIMARY KEY, parent_id bigint, note text);
                ALTER TABLE public.parent ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                ALTER TABLE public.child ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                """, Schema.EMPTY);
        return temp.resolve("migrations");
    }

    /** The second migration fills, in a transaction and in batches, and validates a foreign key of tables with rows. */
    private void fill(String url, Path migrations, Scratch scratch) throws Exception {
        try (MigratorProcess first = new MigratorProcess()) {
            first.begin(url, migrations);
            assertThat(first.answer()).startsWith("done");
        }
        new MigrationsFolder(migrations).add("change", """
                -- tenon:step 1 batches
                UPDATE public.child SET note = note || '!' WHERE note NOT LIKE '%!' AND ctid BETWEEN '(0,0)' AND '(4294967294,65535)';
                -- tenon:step 2
                ALTER TABLE public.child ADD CONSTRAINT up FOREIGN KEY (parent_id) REFERENCES public.parent NOT VALID;
                -- tenon:step 3
                ALTER TABLE public.child VALIDATE CONSTRAINT up;
                """, Schema.EMPTY);
        scratch.execute("INSERT INTO parent VALUES (1)");
        scratch.execute("INSERT INTO child VALUES (1, 1, 'a'), (2, 1, 'b')");
    }
}
