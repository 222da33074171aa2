package dev.tenon.processor;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Diagnostics;
import dev.tenon.processor.report.Sites;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.generate.Draft;
import dev.tenon.schema.generate.Generation;
import dev.tenon.schema.history.HistoryException;
import dev.tenon.schema.history.MigrationDirectory;
import dev.tenon.schema.history.MigrationName;
import dev.tenon.schema.rule.Finding;
import java.nio.file.Path;

/**
 * The last stage: writes the next migration if {@code tenon.generate} is set, and otherwise reports whether the
 * entities are ahead of the newest migration.
 */
final class Migrations {

    private final Options options;
    private final Diagnostics diagnostics;

    Migrations(Options options, Diagnostics diagnostics) {
        this.options = options;
        this.diagnostics = diagnostics;
    }

    void finish(CompiledSnapshot compiled, Sites sites) {
        if (options.migrations().isEmpty()) {
            if (options.generate().isPresent()) {
                diagnostics.error(
                        Code.NO_DIRECTORY,
                        "-A" + Options.GENERATE + " is set, but there is no migrations directory",
                        "set the directory with -A" + Options.MIGRATIONS + "=src/main/resources/db/migrations");
            }
            return;
        }
        Path path = options.migrations().get();
        MigrationDirectory directory = MigrationDirectory.at(path);
        try {
            Generation next = Generation.next(directory, compiled, options.accept());
            if (options.generate().isPresent()) {
                generate(directory, next, options.generate().get(), sites);
            } else if (!next.draft().isEmpty()) {
                pending(path, next.draft());
            } else {
                refused(next.draft(), sites);
            }
        } catch (HistoryException failure) {
            diagnostics.report(failure);
        }
    }

    private void generate(MigrationDirectory directory, Generation next, String name, Sites sites) {
        Draft draft = next.draft();
        draft.findings().forEach(finding -> diagnostics.report(finding, sites));
        if (!draft.findings().isEmpty()) {
            return;
        }
        if (draft.isEmpty()) {
            diagnostics.note("Tenon wrote no migration '" + name + "': the newest migration already matches these"
                    + " classes"
                    + (directory.exists() && directory.seal() ? "; Tenon recorded the manual SQL in the journal" : ""));
            return;
        }
        try {
            MigrationName written = next.write(directory, name);
            diagnostics.note("Tenon wrote " + written + ": " + draft.notes().size() + " statements in "
                    + draft.steps().size() + " steps");
            draft.notes().forEach(diagnostics::note);
        } catch (IllegalArgumentException refused) {
            diagnostics.error(
                    Code.MIGRATION_NAME,
                    String.valueOf(refused.getMessage()),
                    "use a name as in -A" + Options.GENERATE + "=add_document_chunk");
        }
    }

    /**
     * Reports findings of a draft without statements, such as an exchange of names; otherwise the findings would go
     * unnoticed.
     */
    private void refused(Draft draft, Sites sites) {
        for (Finding finding : draft.findings()) {
            switch (options.pending()) {
                case ERROR -> diagnostics.report(finding, sites);
                case WARN ->
                    diagnostics.report(
                            Finding.warning(
                                    finding.code(),
                                    finding.at(),
                                    finding.attribute(),
                                    finding.problem(),
                                    finding.remedy()),
                            sites);
                case IGNORE -> {}
            }
        }
    }

    private void pending(Path path, Draft draft) {
        String problem = "these classes are ahead of the newest migration in " + path + ": " + draft.summary();
        String remedy = "generate the next migration with -A" + Options.GENERATE + "=NAME";
        switch (options.pending()) {
            case ERROR -> diagnostics.error(Code.PENDING, problem, remedy);
            case WARN -> diagnostics.warning(Code.PENDING, problem, remedy);
            case IGNORE -> {}
        }
    }
}
