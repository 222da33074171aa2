package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.sql.parse.ScriptItem;
import dev.tenon.schema.internal.sql.parse.ScriptMarker;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a migration file step by step and statement by statement, so that it may be of any length. The file is:
 *
 * <pre>{@code
 * -- comments
 * -- tenon:step 1
 * statements of the first generated step;
 * -- tenon:step 2 no-transaction
 * the one statement of the second;
 * -- tenon:manual
 * statements of the author, in one transaction;
 * -- tenon:step no-transaction
 * one statement of the author;
 * }</pre>
 *
 * <p>A file without a numbered step is entirely manual. Every method throws {@link MigrationDirectoryException} at the first
 * position where the file deviates from this form.
 */
public final class StepReader implements AutoCloseable {

    private final MigrationItemReader items;
    private @Nullable MigrationStep step;
    private boolean manual;
    private boolean manualMarker;
    private int steps;

    /** Reads {@code in}; problems name the file {@code file}. */
    public StepReader(String file, InputStream in) {
        this.items = new MigrationItemReader(file, in);
    }

    /** The checksums of the text of a file, which problems name {@code file}. */
    public static MigrationChecksums checksums(String file, String text) {
        try (StepReader steps = new StepReader(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return steps.checksums();
        }
    }

    /** Goes to the next step and skips the unread statements of the current one; null at the end. */
    public @Nullable MigrationStep nextStep() {
        while (step != null) {
            nextStatement();
        }
        ScriptItem item = items.peek();
        if (item instanceof ScriptMarker marker) {
            items.take();
            return marker(marker.line(), items.parse(marker));
        }
        return item == null ? null : implicitStep(item.line());
    }

    /** The next statement of the step; null at its end, and before the first step. */
    public @Nullable SqlStatement nextStatement() {
        if (step == null || !(items.peek() instanceof SqlStatement statement)) {
            step = null;
            return null;
        }
        items.take();
        if (step.mode() != StepMode.TRANSACTION && items.peek() instanceof SqlStatement second) {
            throw items.bad(
                    second.line(),
                    "a '" + step.mode().text() + "' step may have only one statement, but this is its second",
                    "add a line '-- tenon:step' before it");
        }
        return statement;
    }

    /** Reads to the end, and returns the checksums of the parts. */
    public MigrationChecksums checksums() {
        while (items.checksums().isEmpty()) {
            nextStep();
        }
        return items.checksums().get();
    }

    @Override
    public void close() {
        items.close();
    }

    private @Nullable MigrationStep marker(int line, StepMarker marker) {
        if (marker.manual()) {
            beginManualPart(line);
            return nextStep();
        }
        if (marker.number().isPresent()) {
            checkNumber(line, marker.number().getAsInt());
        } else if (!manual && steps > 0) {
            throw items.bad(line, "a generated step has no number", "add the number " + (steps + 1));
        } else {
            manual = true;
        }
        return begin(marker.mode(), line);
    }

    private void beginManualPart(int line) {
        if (manual) {
            throw items.bad(
                    line,
                    manualMarker
                            ? "the manual part begins a second time"
                            : "SQL before the manual part belongs to" + " no step",
                    "remove the line; the SQL above it and below it is all manual");
        }
        manual = true;
        manualMarker = true;
    }

    private void checkNumber(int line, int number) {
        if (manual) {
            throw items.bad(
                    line,
                    "a numbered step, which only Tenon generates, follows SQL of the author",
                    "remove the number, or move the author's SQL below a line '-- tenon:manual' at the end");
        }
        if (number != steps + 1) {
            throw items.bad(line, "found step " + number + ", expected step " + (steps + 1), "undo the edit");
        }
    }

    private MigrationStep implicitStep(int line) {
        manual = true;
        return begin(StepMode.TRANSACTION, line);
    }

    private MigrationStep begin(StepMode mode, int line) {
        if (!(items.peek() instanceof SqlStatement)) {
            throw items.bad(line, "the step has no statement", "add one, or remove the line");
        }
        steps++;
        MigrationStep begun = new MigrationStep(manual, mode);
        step = begun;
        return begun;
    }
}
