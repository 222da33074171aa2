package dev.tenon.schema.internal.migrations.file;

import dev.tenon.schema.internal.sql.parse.SqlStatement;
import java.util.List;
import java.util.Optional;

/** Computes the checksums of both parts of a migration file while it is read. */
final class PartChecksummer {

    private Checksum.Calculator sum = new Checksum.Calculator();
    private Optional<Checksum> generated = Optional.empty();
    private boolean numberedStep;
    private boolean statement;

    void add(SqlStatement next) {
        add(next.comments());
        sum.add(next.text()).add("\n;\n");
        statement = true;
    }

    void add(String text, List<String> comments, StepMarker marker) {
        add(comments);
        if (!marker.manual()) {
            numberedStep |= marker.number().isPresent();
            sum.add(text).add("\n");
        } else if (numberedStep && generated.isEmpty()) {
            generatedPartEnds();
        }
    }

    /** Adds the comments at the end, and returns the result. */
    MigrationChecksums end(List<String> comments) {
        add(comments);
        if (numberedStep && generated.isEmpty()) {
            generatedPartEnds();
        }
        return new MigrationChecksums(generated, statement ? Optional.of(sum.checksum()) : Optional.empty());
    }

    private void generatedPartEnds() {
        generated = Optional.of(sum.checksum());
        sum = new Checksum.Calculator();
        statement = false;
    }

    private void add(List<String> comments) {
        comments.forEach(comment -> sum.add(comment).add("\n"));
    }
}
