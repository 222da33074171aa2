package dev.tenon.runtime;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A migrations directory that a test writes, migration by migration. */
public final class MigrationsFolder {

    private final Path path;

    public MigrationsFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** Returns the SQL file of a migration, for example {@code 0001_init}. */
    public Path sql(String migration) {
        return path.resolve(migration + ".sql");
    }

    /** Adds the migration that Tenon generates for {@code after}. */
    public MigrationsFolder generate(String name, Schema after) {
        return generate(name, after, MigrationHints.NONE);
    }

    /** Adds the generated migration with hints, and accepts every hazard. */
    public MigrationsFolder generate(String name, Schema after, MigrationHints hints) {
        MigrationDirectory directory = MigrationDirectory.at(path);
        Schema newest = directory.exists() ? directory.snapshot() : Schema.EMPTY;
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        MigrationDraft draft = MigrationDraft.of(newest, compiled, Set.of());
        if (!hints.equals(MigrationHints.NONE)) {
            Set<String> accepted = new HashSet<>();
            draft.findings().forEach(finding -> finding.acceptance().ifPresent(accepted::add));
            draft = MigrationDraft.of(newest, compiled, accepted);
        }
        if (!draft.findings().isEmpty()) {
            throw new IllegalArgumentException(draft.findings().toString());
        }
        return add(name, MigrationText.write(name, draft.steps()), draft.snapshot());
    }

    /** Removes the newest migration. */
    public MigrationsFolder drop() {
        MigrationDirectory.at(path).drop(false);
        return this;
    }

    /** Adds a migration with that SQL, which leads to {@code after}. */
    public MigrationsFolder add(String name, String sql, Schema after) {
        MigrationDirectory directory = MigrationDirectory.at(path);
        DirectoryHead head = directory.head();
        MigrationName migration = new MigrationName(head.number(), name);
        directory.write(new NewMigration(migration, head.parent(), sql, after));
        return this;
    }

    /** Copies the migrations to another folder, as on another branch. */
    public MigrationsFolder branch(Path other) throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, other.resolve(path.relativize(file).toString()));
            }
        }
        return new MigrationsFolder(other);
    }
}
