package dev.tenon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** If any byte of any file of a migrations directory flips, nothing is applied. */
class TamperedFileTest {

    /**
     * The lowest bit gives a character of the same class, the sixth another case, the highest an invalid character;
     * they alternate.
     */
    private static final List<Integer> FLIPS = List.of(0x01, 0x20, 0x80);

    @TempDir
    private Path temp;

    @Test
    void anyFlippedByteIsRefused() throws IOException {
        Path migrations = new MigrationsFolder(temp.resolve("migrations"))
                .generate("init", ShopSchema.of("customer"))
                .generate("index", ShopSchema.of(ShopSchema.indexed(ShopSchema.table("customer"))))
                .path();
        int flipped = 0;
        List<String> accepted = new ArrayList<>();
        for (Path file : files(migrations)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                int flip = FLIPS.get(i % FLIPS.size());
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) flip;
                Files.write(file, changed);
                if (!isRefused(migrations) && !contentLines(changed).equals(contentLines(bytes))) {
                    accepted.add(migrations.relativize(file) + " byte " + i + " ^ " + flip);
                }
                flipped++;
            }
            Files.write(file, bytes);
        }
        assertThat(accepted).isEmpty();
        assertThat(flipped).isGreaterThan(1000);
        assertThat(isRefused(migrations)).isFalse();
    }

    /** Returns the lines that are not blank. White space may change, as editors and version control change it. */
    private static List<String> contentLines(byte[] bytes) {
        return new String(bytes, UTF_8)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether it is refused before a connection is opened. */
    private static boolean isRefused(Path migrations) {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        Tenon tenon =
                Tenon.configure().dataSource(nowhere).migrations(migrations).load();
        return !catchThrowableOfType(TenonException.class, tenon::preview)
                .code()
                .equals("TN601");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
