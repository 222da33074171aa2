package dev.tenon.runtime;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Hints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.generate.Draft;
import dev.tenon.schema.generate.MigrationText;
import dev.tenon.schema.history.Checksum;
import dev.tenon.schema.history.Migration;
import dev.tenon.schema.history.MigrationDirectory;
import dev.tenon.schema.history.MigrationName;
import dev.tenon.schema.history.PartChecksums;
import dev.tenon.schema.history.StepReader;
import dev.tenon.schema.json.JsonValue;
import dev.tenon.schema.json.JsonWriter;
import dev.tenon.schema.json.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A migrations directory that a test writes, migration by migration. */
public final class MigrationsFolder {

    private final Path path;
    private final List<JsonValue> entries = new ArrayList<>();
    private Optional<String> parent = Optional.empty();
    private String hash = "";
    private Schema newest = Schema.EMPTY;

    public MigrationsFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /** Adds what Tenon would generate for {@code after}. */
    public MigrationsFolder generate(String name, Schema after) {
        Draft draft = Draft.of(newest, new CompiledSnapshot(after, Hints.NONE, Map.of()), Set.of());
        if (!draft.findings().isEmpty()) {
            throw new IllegalArgumentException(draft.findings().toString());
        }
        MigrationName migration = new MigrationName(entries.size() + 1, name);
        return add(name, MigrationText.write(migration.toString(), draft.steps()), draft.snapshot());
    }

    /** Adds a migration with that SQL, which makes {@code after}. */
    public MigrationsFolder add(String name, String sql, Schema after) {
        try {
            MigrationName migration = new MigrationName(entries.size() + 1, name);
            Files.createDirectories(path.resolve("meta"));
            Files.writeString(path.resolve(migration.sqlFile()), sql);
            newest = after;
            Files.writeString(path.resolve("meta/snapshot.json"), Snapshots.write(after));
            JsonValue entry = entry(migration, parts(migration), Checksum.of(Snapshots.write(after)));
            entries.add(entry);
            parent = Optional.of(hash);
            writeJournal();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same migrations so far in another folder, as another branch has them. */
    public MigrationsFolder branch(Path other) throws IOException {
        MigrationsFolder branch = new MigrationsFolder(other);
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, other.resolve(path.relativize(file).toString()));
            }
        }
        branch.entries.addAll(entries);
        branch.parent = parent;
        branch.newest = newest;
        return branch;
    }

    private PartChecksums parts(MigrationName migration) throws IOException {
        // Only a directory's migrations can be read, so it gets a journal first.
        entries.add(entry(migration, new PartChecksums(Optional.empty(), Optional.empty()), Checksum.of("")));
        writeJournal();
        entries.remove(entries.size() - 1);
        List<Migration> migrations = MigrationDirectory.at(path).migrations();
        try (StepReader reader = migrations.get(migrations.size() - 1).steps()) {
            return reader.checksums();
        }
    }

    private JsonValue entry(MigrationName migration, PartChecksums parts, Checksum snapshot) {
        Checksum changes = Checksum.of("");
        hash = Checksum.of("migration " + migration + "\nparent " + parent.orElse("none") + "\ngenerated "
                        + parts.generated().map(Checksum::text).orElse("none") + "\nsnapshot " + snapshot + "\nchanges "
                        + changes + "\n")
                .text();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("number", JsonValue.number(migration.number()));
        members.put("name", JsonValue.text(migration.name()));
        parent.ifPresent(text -> members.put("parent", JsonValue.text(text)));
        parts.generated().ifPresent(sum -> members.put("generated", JsonValue.text(sum.text())));
        parts.manual().ifPresent(sum -> members.put("manual", JsonValue.text(sum.text())));
        members.put("snapshot", JsonValue.text(snapshot.text()));
        members.put("changes", JsonValue.text(changes.text()));
        members.put("hash", JsonValue.text(hash));
        return JsonValue.object(members);
    }

    private void writeJournal() throws IOException {
        Map<String, JsonValue> journal = new LinkedHashMap<>();
        journal.put("format", JsonValue.number(1));
        journal.put("migrations", JsonValue.array(entries));
        Files.writeString(path.resolve("meta/_journal.json"), JsonWriter.write(JsonValue.object(journal)));
    }
}
