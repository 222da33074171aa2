package dev.tenon.schema.internal.migrations.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.SampleMigrations;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only one process at a time can write a directory. */
class DirectoryLockTest {

    @TempDir
    Path temp;

    @Test
    void anotherThreadIsRefusedWhileOneWrites() throws IOException {
        MigrationDirectory directory = SampleMigrations.write(temp, 1);
        NewMigration next = SampleMigrations.migration(directory.head(), 2, "next");
        DirectoryLock lock = DirectoryLock.take(new WritableDirectory(temp, new FileOperations()));
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(() -> directory.write(next))
                .withMessageContaining("[TN518]")
                .withMessageContaining("another process is writing to this directory");
        lock.close();
        directory.write(next);
        assertThat(directory.check()).isEmpty();
    }

    @Test
    void anotherProcessIsRefusedWhileOneWrites() throws IOException, InterruptedException {
        SampleMigrations.write(temp, 1);
        DirectoryLock lock = DirectoryLock.take(new WritableDirectory(temp, new FileOperations()));
        assertThat(writeInAnotherProcess()).contains("[TN518]");
        lock.close();
        assertThat(writeInAnotherProcess()).isEmpty();
        assertThat(MigrationDirectory.at(temp).migrations()).hasSize(2);
    }

    @Test
    void ofManyWritersOneWinsAndTheOthersAreToldWhy() throws Exception {
        MigrationDirectory directory = SampleMigrations.write(temp, 1);
        DirectoryHead head = directory.head();
        List<Callable<String>> writers = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> attempt(SampleMigrations.migration(head, 2, "writer_" + i)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> results = threads.invokeAll(writers);
            int won = 0;
            for (Future<String> result : results) {
                assertThat(result.get()).isIn("written", "TN518", "TN519");
                won += result.get().equals("written") ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(directory.check()).isEmpty();
        Map<String, String> files = SampleMigrations.files(temp);
        assertThat(files.keySet()).filteredOn(file -> file.endsWith(".sql")).hasSize(2);
    }

    private String attempt(NewMigration migration) {
        try {
            MigrationDirectory.at(temp).write(migration);
            return "written";
        } catch (MigrationDirectoryException refused) {
            return refused.problem().code().code();
        }
    }

    private String writeInAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DirectoryLockTest.class.getName(),
                        temp.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Writes one more migration. */
    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        SampleMigrations.write(path, 2);
    }
}
