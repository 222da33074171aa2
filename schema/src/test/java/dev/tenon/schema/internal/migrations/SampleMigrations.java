package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes directories for tests: migration {@code n} adds column {@code n} to table {@code member}. */
public final class SampleMigrations {

    private SampleMigrations() {}

    /** Writes migrations until there are {@code count}. */
    public static MigrationDirectory write(Path path, int count) {
        MigrationDirectory directory = MigrationDirectory.at(path);
        for (int i = directory.head().number(); i <= count; i++) {
            directory.write(migration(directory.head(), i, "step_" + i));
        }
        return directory;
    }

    /** Copies a directory. */
    static void copy(Path from, Path to) {
        files(from).forEach((file, text) -> {
            try {
                Files.createDirectories(to.resolve(file).getParent());
                Files.writeString(to.resolve(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public static NewMigration migration(DirectoryHead after, int number, String name) {
        return new NewMigration(new MigrationName(number, name), after.parent(), sql(number), schema(number));
    }

    static String sql(int number) {
        return "-- written by a test\n\n-- tenon:step 1\nALTER TABLE public.member ADD COLUMN column_" + number
                + " text;\n\n-- tenon:step 2 no-transaction\nCREATE INDEX CONCURRENTLY ON public.member (column_"
                + number + ");\n";
    }

    public static Schema schema(int columns) {
        List<Column> list = IntStream.rangeClosed(1, columns)
                .mapToObj(i -> Column.of("column_" + i, ColumnType.builtin("text")))
                .toList();
        Table table = Table.of(QualifiedName.parse("public.member"), list);
        return new Schema(List.of(), List.of(), List.of(), List.of(), List.of(table), Optional.empty());
    }

    /** Every file below a folder with its content. */
    public static Map<String, String> files(Path folder) {
        if (!Files.exists(folder)) {
            return Map.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            Map<String, String> files = new TreeMap<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text in a file that must contain it. */
    public static void edit(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " has no '" + from + "':\n" + text);
            }
            Files.writeString(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
