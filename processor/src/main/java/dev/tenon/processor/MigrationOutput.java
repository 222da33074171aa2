package dev.tenon.processor;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.processor.internal.report.SourceLocations;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.rule.Finding;
import java.nio.file.Path;

/**
 * The last stage: writes the next migration if {@code tenon.generate} is set, and otherwise reports whether the
 * entities are ahead of the newest migration.
 */
final class MigrationOutput {

    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final SuccessfulCompilation compilation;

    MigrationOutput(ProcessorOptions options, Diagnostics diagnostics, SuccessfulCompilation compilation) {
        this.options = options;
        this.diagnostics = diagnostics;
        this.compilation = compilation;
    }

    void finish(CompiledSnapshot compiled, SourceLocations sites) {
        if (options.migrations().isEmpty()) {
            if (options.generate().isPresent()) {
                diagnostics.error(
                        DiagnosticCode.NO_DIRECTORY,
                        "-A" + ProcessorOptions.GENERATE + " is set, but there is no migrations directory",
                        "set the directory with -A" + ProcessorOptions.MIGRATIONS
                                + "=src/main/resources/db/migrations");
            }
            return;
        }
        Path path = options.migrations().get();
        MigrationDirectory directory = MigrationDirectory.at(path);
        try {
            NextMigration next = NextMigration.next(directory, compiled, options.accept());
            if (options.generate().isPresent()) {
                generate(directory, next, options.generate().get(), sites);
            } else if (!next.draft().isEmpty()) {
                pending(path, next.draft());
            } else {
                refused(next.draft(), sites);
            }
        } catch (MigrationDirectoryException failure) {
            diagnostics.report(failure);
        }
    }

    private void generate(MigrationDirectory directory, NextMigration next, String name, SourceLocations sites) {
        MigrationDraft draft = next.draft();
        draft.findings().forEach(finding -> diagnostics.report(finding, sites));
        if (!draft.findings().isEmpty()) {
            return;
        }
        if (draft.isEmpty()) {
            compilation.then(() -> write(directory, next, name), () -> {});
        } else if (isName(next.number(), name)) {
            compilation.then(
                    () -> write(directory, next, name),
                    () -> diagnostics.note(
                            "Tenon wrote no migration '" + name + "', because the compilation has errors"));
        }
    }

    /** Whether the migration can have the name; reports it if not. */
    private boolean isName(int number, String name) {
        try {
            return !new MigrationName(number, name).toString().isEmpty();
        } catch (IllegalArgumentException refused) {
            diagnostics.error(
                    DiagnosticCode.MIGRATION_NAME,
                    String.valueOf(refused.getMessage()),
                    "use a name as in -A" + ProcessorOptions.GENERATE + "=add_document_chunk");
            return false;
        }
    }

    private void write(MigrationDirectory directory, NextMigration next, String name) {
        MigrationDraft draft = next.draft();
        try {
            if (draft.isEmpty()) {
                diagnostics.note("Tenon wrote no migration '" + name + "': the newest migration already matches these"
                        + " classes"
                        + (directory.exists() && directory.recordManualParts()
                                ? "; Tenon recorded the manual SQL in the journal"
                                : ""));
                return;
            }
            MigrationName written = next.write(directory, name);
            diagnostics.note("Tenon wrote " + written + ": " + draft.notes().size() + " statements in "
                    + draft.steps().size() + " steps");
            draft.notes().forEach(diagnostics::note);
        } catch (MigrationDirectoryException failure) {
            diagnostics.report(failure);
        } catch (RuntimeException failure) {
            diagnostics.failure(failure);
        }
    }

    /**
     * Reports findings of a draft without statements, such as an exchange of names; otherwise the findings would go
     * unnoticed.
     */
    private void refused(MigrationDraft draft, SourceLocations sites) {
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

    private void pending(Path path, MigrationDraft draft) {
        String problem = "these classes are ahead of the newest migration in " + path + ": " + draft.summary();
        String remedy = "generate the next migration with -A" + ProcessorOptions.GENERATE + "=NAME";
        switch (options.pending()) {
            case ERROR -> diagnostics.error(DiagnosticCode.PENDING, problem, remedy);
            case WARN -> diagnostics.warning(DiagnosticCode.PENDING, problem, remedy);
            case IGNORE -> {}
        }
    }
}
