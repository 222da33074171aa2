package dev.tenon.schema.history;

import dev.tenon.schema.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the files of a migrations directory; what fails is a {@link HistoryException} that names the file. */
final class DirectoryFiles {

    private final Location location;

    DirectoryFiles(Location location) {
        this.location = location;
    }

    /** The file as a user names it. */
    String display(String file) {
        return location.display(file);
    }

    StepReader steps(MigrationName migration) {
        String file = migration.sqlFile();
        return new StepReader(display(file), open(file));
    }

    /** The file's text with line feeds; empty if there is no such file. */
    Optional<String> text(String file) {
        try (TextReader reader = new TextReader(display(file), location.open(file))) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return Optional.of(text.toString());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw Access.failed(display(file), e);
        }
    }

    /** What a JSON file says; empty if there is no such file. */
    <T> Optional<T> json(String file, Function<String, T> read) {
        return text(file).map(text -> {
            try {
                return read.apply(text);
            } catch (JsonException broken) {
                throw new Problem(
                                ProblemCode.BROKEN_JSON,
                                display(file),
                                broken.at().line(),
                                broken.at().column(),
                                String.valueOf(broken.getMessage()),
                                "restore the file from version control; only Tenon writes it")
                        .exception();
            }
        });
    }

    /** The names in the directory or one of its folders; empty where they cannot be listed. */
    Optional<List<String>> list(String folder) {
        try {
            return location.list(folder);
        } catch (IOException e) {
            throw Access.failed(display(folder), e);
        }
    }

    private InputStream open(String file) {
        try {
            return location.open(file);
        } catch (IOException e) {
            throw Access.failed(display(file), e);
        }
    }
}
