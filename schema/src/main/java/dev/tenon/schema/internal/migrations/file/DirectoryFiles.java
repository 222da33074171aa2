package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files of a migrations directory. A failure is a {@link MigrationDirectoryException} that names the file. */
public final class DirectoryFiles {

    public static final String SQL = ".sql";

    /** The number of equal characters with which a git conflict marker begins. */
    private static final int CONFLICT = 7;

    private final DirectoryLocation location;

    public DirectoryFiles(DirectoryLocation location) {
        this.location = location;
    }

    /** The file as a user names it. */
    public String display(String file) {
        return location.display(file);
    }

    /**
     * Requires that the directory exists, and on a class path only once.
     *
     * @return its location
     */
    public DirectoryLocation requireLocation() {
        if (!location.exists()) {
            throw MissingMigrations.at(location).exception();
        }
        if (location instanceof ClasspathLocation classpath) {
            requireOnePlace(classpath);
        }
        return location;
    }

    private void requireOnePlace(ClasspathLocation classpath) {
        try {
            List<String> places = classpath.places();
            if (places.size() > 1) {
                throw DirectoryProblem.of(
                                DirectoryProblemCode.AMBIGUOUS_LOCATION,
                                display(""),
                                "the class path contains this directory " + places.size() + " times: "
                                        + String.join(", ", places),
                                "use a separate folder for the migrations of each application")
                        .exception();
            }
        } catch (IOException e) {
            throw FileErrors.failed(display(""), e);
        }
    }

    StepReader steps(MigrationName migration) {
        String file = migration.sqlFile();
        return new StepReader(display(file), open(file));
    }

    /** The migrations that have an SQL file, in order; empty if the files cannot be listed. */
    public List<MigrationName> migrations() {
        return list("").orElse(List.of()).stream()
                .filter(file -> file.endsWith(SQL))
                .flatMap(file -> MigrationName.parse(file.substring(0, file.length() - SQL.length())).stream())
                .sorted()
                .toList();
    }

    /** The journal; empty if there is none. */
    public Journal journal() {
        return json(MigrationFiles.JOURNAL, JournalFile::read).orElse(Journal.EMPTY);
    }

    /** The newest snapshot; empty if there is none. */
    public Optional<SnapshotFile> snapshot() {
        return text(MigrationFiles.SNAPSHOT).map(text -> new SnapshotFile(this, text));
    }

    /** The change file of a migration. */
    public ChangeFile changes(MigrationName migration) {
        String file = migration.changeFile();
        return json(file, ChangeFile::read).orElseThrow(() -> FileErrors.missing(display(file)));
    }

    /**
     * The normalized text. Snapshots are long and most files need no normalization, so only the others are read
     * character by character.
     */
    private String text(String file, byte[] bytes) throws IOException {
        String whole = new String(bytes, StandardCharsets.UTF_8);
        if (isPlain(bytes, whole)) {
            return whole;
        }
        try (NormalizedTextReader reader = new NormalizedTextReader(display(file), new ByteArrayInputStream(bytes))) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    /** Whether the text has no carriage return, byte order mark, possible conflict marker or invalid UTF-8. */
    private static boolean isPlain(byte[] bytes, String whole) {
        int signs = 0;
        boolean ascii = true;
        for (byte each : bytes) {
            signs = each == '<' ? signs + 1 : 0;
            ascii &= each >= 0;
            if (each == '\r' || signs == CONFLICT) {
                return false;
            }
        }
        return ascii || (whole.indexOf('\uFEFF') < 0 && whole.indexOf('\uFFFD') < 0);
    }

    /** The file's text with line feeds; empty if there is no such file. */
    public Optional<String> text(String file) {
        try (InputStream in = location.open(file)) {
            return Optional.of(text(file, in.readAllBytes()));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.failed(display(file), e);
        }
    }

    /** The text of a file in which git may have left conflicts; empty if there is no such file. */
    public Optional<String> conflicted(String file) {
        try (InputStream in = location.open(file)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.failed(display(file), e);
        }
    }

    /** The content of a JSON file; empty if there is no such file. */
    public <T> Optional<T> json(String file, Function<String, T> read) {
        return text(file).map(text -> parsed(file, text, read));
    }

    /** The content of a JSON file's text. */
    public <T> T parsed(String file, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (JsonException broken) {
            throw new DirectoryProblem(
                            DirectoryProblemCode.BROKEN_JSON,
                            display(file),
                            broken.at().line(),
                            broken.at().column(),
                            String.valueOf(broken.getMessage()),
                            "restore the file from version control; only Tenon writes it")
                    .exception();
        }
    }

    /** The names in the directory or one of its folders; empty if they cannot be listed. */
    public Optional<List<String>> list(String folder) {
        try {
            return location.list(folder);
        } catch (IOException e) {
            throw FileErrors.failed(display(folder), e);
        }
    }

    private InputStream open(String file) {
        try {
            return location.open(file);
        } catch (IOException e) {
            throw FileErrors.failed(display(file), e);
        }
    }
}
