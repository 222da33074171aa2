package dev.tenon.schema.internal.generate;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.write.MergeSide;
import dev.tenon.schema.internal.migrations.write.MigrationRegenerator;
import dev.tenon.schema.internal.migrations.write.RebasedMigration;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Regenerates the migrations of a branch so that they follow the migrations that were merged first. */
public final class MigrationRebaser {

    private final MigrationHints hints;

    private MigrationRebaser(MigrationHints hints) {
        this.hints = hints;
    }

    /**
     * Moves the migrations of one side after those of the other.
     *
     * @param moving the side whose migrations move, if git left conflicts
     * @param hints the hints of the classes, for renames and values of existing rows
     * @return the moved migrations, in order
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException as {@link MigrationDirectory#rebase}
     * @throws RefusedException if one of them has a finding that cannot be accepted
     */
    public static List<RebasedMigration> rebase(MigrationDirectory directory, MergeSide moving, MigrationHints hints) {
        return directory.rebase(moving, regenerator(hints));
    }

    /** Generates migrations whose hazards were accepted before. */
    static MigrationRegenerator regenerator(MigrationHints hints) {
        return new MigrationRebaser(hints)::redraft;
    }

    /** A migration cannot be regenerated for the schema that it now follows. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Finding> findings;

        RefusedException(MigrationName migration, List<Finding> findings) {
            super(migration + " cannot be regenerated for the merged schema: "
                    + findings.stream().map(Finding::message).collect(Collectors.joining("; ")));
            this.findings = List.copyOf(findings);
        }

        /** The findings that cannot be accepted. */
        public List<Finding> findings() {
            return findings;
        }
    }

    /** Accepts the hazards of the migration, because its author accepted the same changes when it was generated. */
    private MigrationRegenerator.Result redraft(MigrationName name, Schema before, Schema after) {
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        Set<String> agreed = MigrationDraft.of(before, compiled, Set.of()).findings().stream()
                .flatMap(finding -> finding.acceptance().stream())
                .collect(Collectors.toSet());
        MigrationDraft draft = MigrationDraft.of(before, compiled, agreed);
        if (!draft.findings().isEmpty()) {
            throw new RefusedException(name, draft.findings());
        }
        return new MigrationRegenerator.Result(MigrationText.write(name.toString(), draft.steps()), draft.snapshot());
    }
}
