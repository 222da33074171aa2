package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.sql.parse.ScriptItem;
import dev.tenon.schema.internal.sql.parse.ScriptMarker;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import dev.tenon.schema.internal.sql.parse.SqlSyntaxException;
import dev.tenon.schema.internal.sql.parse.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements and markers of a migration file with a look-ahead of one, and computes the checksums of its
 * parts.
 */
final class MigrationItemReader implements AutoCloseable {

    private final String file;
    private final NormalizedTextReader text;
    private final StatementReader script;
    private final PartChecksummer sums = new PartChecksummer();
    private @Nullable ScriptItem ahead;
    private @Nullable MigrationChecksums checksums;

    MigrationItemReader(String file, InputStream in) {
        this.file = file;
        this.text = new NormalizedTextReader(file, in);
        this.script = new StatementReader(text, StepMarker::isMarker);
    }

    /** The next item, which is not consumed; null at the end. */
    @Nullable
    ScriptItem peek() {
        if (ahead == null && checksums == null) {
            ahead = read();
        }
        return ahead;
    }

    /** Consumes the item that {@link #peek()} returned. */
    void take() {
        ahead = null;
    }

    /** The checksums of the parts; empty before the end. */
    Optional<MigrationChecksums> checksums() {
        return Optional.ofNullable(checksums);
    }

    @Override
    public void close() {
        try {
            script.close();
        } catch (IOException e) {
            throw FileErrors.failed(file, e);
        }
    }

    private @Nullable ScriptItem read() {
        try {
            ScriptItem item = script.next();
            if (item instanceof SqlStatement statement) {
                sums.add(statement);
            } else if (item instanceof ScriptMarker marker) {
                sums.add(marker.text(), marker.comments(), parse(marker));
            } else {
                checksums = sums.end(script.lastComments());
            }
            return item;
        } catch (SqlSyntaxException broken) {
            throw broken(broken);
        } catch (IOException e) {
            throw FileErrors.failed(file, e);
        }
    }

    /** Parses a marker. */
    StepMarker parse(ScriptMarker marker) {
        try {
            return StepMarker.parse(marker.text());
        } catch (IllegalArgumentException unknown) {
            throw bad(
                    marker.line(),
                    String.valueOf(unknown.getMessage()),
                    "correct the marker, or start the" + " comment with other text");
        }
    }

    /** An error about a marker, or about a statement at the position of a marker. */
    MigrationDirectoryException bad(int line, String what, String remedy) {
        return new DirectoryProblem(DirectoryProblemCode.BAD_MARKER, file, line, 1, what, remedy).exception();
    }

    private MigrationDirectoryException broken(SqlSyntaxException broken) {
        try {
            text.drain();
        } catch (IOException e) {
            broken.addSuppressed(e);
        }
        return new DirectoryProblem(
                        DirectoryProblemCode.BROKEN_SQL,
                        file,
                        broken.at().line(),
                        broken.at().column(),
                        broken.problem(),
                        "correct the SQL; Tenon cannot separate the statements after this position")
                .exception();
    }
}
