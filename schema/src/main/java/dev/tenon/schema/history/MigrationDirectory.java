package dev.tenon.schema.history;

import dev.tenon.schema.Schema;
import dev.tenon.schema.json.JsonReader;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A migrations directory: numbered SQL files, and in {@code meta} the journal, the newest snapshot and what each migration
 * changed. It is read anew at every call, and SQL only when a migration's steps are read.
 */
public final class MigrationDirectory {

    private static final String CLASSPATH = "classpath:";

    private final Location location;
    private final DirectoryFiles files;

    private MigrationDirectory(Location location) {
        this.location = location;
        this.files = new DirectoryFiles(location);
    }

    /** A directory in the file system, which need not be there yet. */
    public static MigrationDirectory at(Path path) {
        return new MigrationDirectory(new FolderLocation(path));
    }

    /**
     * A directory on a class path, for reading only.
     *
     * @param loader the class loader that finds it
     * @param folder its name, for example {@code db/migrations}
     */
    public static MigrationDirectory onClasspath(ClassLoader loader, String folder) {
        return new MigrationDirectory(new ClasspathLocation(loader, folder));
    }

    /**
     * A directory by its location.
     *
     * @param location {@code classpath:} and a folder's name, or a path in the file system
     * @param loader the class loader for the class path
     */
    public static MigrationDirectory of(String location, ClassLoader loader) {
        return location.startsWith(CLASSPATH)
                ? onClasspath(loader, location.substring(CLASSPATH.length()))
                : at(Path.of(location));
    }

    /** Whether it is there. */
    public boolean exists() {
        return location.exists();
    }

    /**
     * The journal; empty for a directory without migrations.
     *
     * @throws HistoryException if there is no directory, or its journal is missing or broken
     */
    public Journal journal() {
        requireLocation();
        return files.json(MigrationFiles.JOURNAL, JournalFile::read).orElseGet(() -> {
            if (files.list("").orElse(List.of()).stream().anyMatch(name -> name.endsWith(".sql"))) {
                throw Problem.of(
                                ProblemCode.FILE_MISSING,
                                files.display(MigrationFiles.JOURNAL),
                                "the journal is missing, though there are SQL files",
                                "restore it from version control, or let 'tenon generate' record SQL files of your own")
                        .exception();
            }
            return Journal.EMPTY;
        });
    }

    /**
     * The migrations of the journal, oldest first.
     *
     * @throws HistoryException as {@link #journal()}
     */
    public List<Migration> migrations() {
        return journal().entries().stream()
                .map(entry -> new Migration(files, entry))
                .toList();
    }

    /**
     * The schema after the newest migration.
     *
     * @throws HistoryException as {@link #journal()}, and if the snapshot is missing, broken or not the journal's
     */
    public Schema snapshot() {
        return journal().newest().map(this::snapshot).orElse(Schema.EMPTY);
    }

    private Schema snapshot(JournalEntry newest) {
        String display = files.display(MigrationFiles.SNAPSHOT);
        return files.json(MigrationFiles.SNAPSHOT, text -> {
                    JsonValue tree = JsonReader.read(text);
                    if (!Checksum.of(JsonWriter.write(tree)).equals(newest.snapshot())) {
                        throw Mismatch.snapshotIsNotTheJournals(display, newest);
                    }
                    return Snapshots.read(tree);
                })
                .orElseThrow(() -> Access.missing(display));
    }

    private void requireLocation() {
        if (!location.exists()) {
            throw Problem.of(
                            ProblemCode.NO_DIRECTORY,
                            location.display(""),
                            "there is no migrations directory here",
                            location instanceof ClasspathLocation
                                    ? "put it, with its meta/_journal.json, into the resources of the application"
                                    : "correct the path, or let 'tenon generate' write the first migration there")
                    .exception();
        }
        if (location instanceof ClasspathLocation classpath) {
            requireOnePlace(classpath);
        }
    }

    private static void requireOnePlace(ClasspathLocation classpath) {
        try {
            List<String> places = classpath.places();
            if (places.size() > 1) {
                throw Problem.of(
                                ProblemCode.AMBIGUOUS_LOCATION,
                                classpath.display(""),
                                "the class path has this directory " + places.size() + " times: "
                                        + String.join(", ", places),
                                "give each application's migrations a folder of their own")
                        .exception();
            }
        } catch (IOException e) {
            throw Access.failed(classpath.display(""), e);
        }
    }
}
