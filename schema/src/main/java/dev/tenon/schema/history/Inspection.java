package dev.tenon.schema.history;

import java.util.List;

/**
 * What a look at a migrations directory found.
 *
 * @param problems everything that is wrong with it
 * @param migrations the migrations of the journal, oldest first, as far as it could be read; they remember the checksums of
 *     their files
 */
public record Inspection(List<Problem> problems, List<Migration> migrations) {

    public Inspection {
        problems = List.copyOf(problems);
        migrations = List.copyOf(migrations);
    }
}
