package dev.tenon.schema.internal.migrations.check;

import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.util.List;

/**
 * The result of checking a migrations directory.
 *
 * @param problems all its problems
 * @param migrations the migrations of the journal, oldest first, as far as it could be read; they cache the checksums
 *     of their files
 */
public record DirectoryInspection(List<DirectoryProblem> problems, List<Migration> migrations) {

    public DirectoryInspection {
        problems = List.copyOf(problems);
        migrations = List.copyOf(migrations);
    }
}
