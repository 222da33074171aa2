package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration on a full disk fails with a clear message; after space is freed, the next run continues. */
class DiskFullTest {

    @TempDir
    private Path temp;

    @Test
    void theNextRunContinuesWhenThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m,mode=0755", "tmpfs", disk.toString()),
                "a small disk can only be mounted as root");
        try (Scratch scratch = Scratch.create()) {
            Path data = Path.of(String.valueOf(scratch.text("SHOW data_directory")));
            assumeTrue(Files.exists(data), "the server is on another machine");
            temp.toFile().setExecutable(true, false);
            Files.setOwner(disk, Files.getOwner(data));
            String space = "full_" + scratch.database().name();
            scratch.execute("CREATE TABLESPACE " + space + " LOCATION '" + disk + "'");
            try {
                Path migrations = new MigrationsFolder(temp.resolve("migrations"))
                        .add("rows", """
                        -- tenon:manual
                        CREATE TABLE public.log (what text) TABLESPACE %s;
                        -- tenon:step
                        INSERT INTO public.log SELECT n FROM generate_series(1, 200000) n;
                        -- tenon:step no-transaction
                        CREATE INDEX CONCURRENTLY log_what_idx ON public.log (what) TABLESPACE %s;
                        """.formatted(space, space), ShopSchema.of(new String[0]))
                        .path();
                assertThatThrownBy(() -> migrate(scratch, migrations))
                        .hasMessageContaining("[TN621]")
                        .hasMessageContaining("step 2 of 3 failed")
                        .hasMessageContaining("SQLSTATE 53100")
                        .hasMessageContaining("free space on the server's disk, then run migrate again");
                resize(disk, 10);
                assertThatThrownBy(() -> migrate(scratch, migrations))
                        .hasMessageContaining("step 3 of 3 failed")
                        .hasMessageContaining("SQLSTATE 53100");
                assertThat(scratch.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                        .isEqualTo("0");
                resize(disk, 64);
                migrate(scratch, migrations);
                assertThat(scratch.text("SELECT count(*) FROM log")).isEqualTo("200000");
            } finally {
                scratch.execute("DROP TABLE IF EXISTS log");
                scratch.execute("DROP TABLESPACE " + space);
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void resize(Path disk, int megabytes) throws Exception {
        assertThat(run("mount", "-o", "remount,size=" + megabytes + "m", disk.toString()))
                .isTrue();
    }

    private static void migrate(Scratch scratch, Path migrations) {
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load()
                .migrate();
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
