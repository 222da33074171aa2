package dev.tenon.schema.history;

import java.util.List;

/**
 * The result of checking a migrations directory.
 *
 * @param problems all its problems
 * @param migrations the migrations of the journal, oldest first, as far as it could be read; they cache the checksums
 *     of their files
 */
public record Inspection(List<Problem> problems, List<Migration> migrations) {

    public Inspection {
        problems = List.copyOf(problems);
        migrations = List.copyOf(migrations);
    }
}
