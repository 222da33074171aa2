package dev.tenon.runtime;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.plan.statement.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A migration that changes a column's type through a shadow column, and whose migrator was killed after some steps. */
public final class InterruptedTypeChange {

    private static final QualifiedName DOC = new QualifiedName("public", "doc");

    private final Scratch scratch;
    private final MigrationsFolder folder;
    private final List<Step> steps;

    /**
     * Migrates a database to a table {@code doc (id bigint, note text)}, and writes the migration of {@code note} to
     * bigint.
     */
    public InterruptedTypeChange(Scratch scratch, Path path) {
        this.scratch = scratch;
        this.folder = new MigrationsFolder(path).generate("init", doc("text"));
        tenon().migrate();
        MigrationHints hints =
                new MigrationHints(Map.of(), Map.of(), Map.of(ObjectPath.column(DOC, "note"), "note::bigint"));
        MigrationDraft draft =
                MigrationDraft.of(doc("text"), new CompiledSnapshot(doc("bigint"), hints, Map.of()), Set.of());
        this.steps = draft.steps();
        folder.add("retype", MigrationText.write("retype", steps), draft.snapshot());
    }

    /** Returns the schema with a note of that type. */
    public static Schema doc(String type) {
        return ShopSchema.of(Table.of(
                        DOC,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("note", ColumnType.builtin(type))))
                .withConstraints(List.of(new Constraint.PrimaryKey("doc_pkey", List.of("id")))));
    }

    /** Returns the migrations. */
    public MigrationsFolder folder() {
        return folder;
    }

    /** Returns a Tenon instance with these migrations. */
    public Tenon tenon() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load();
    }

    /** Runs the next steps like the migrator, and enters them into the history. */
    public void run(int first, int last) {
        for (int step = first; step <= last; step++) {
            steps.get(step - 1).statements().forEach(statement -> scratch.executeAsIs(statement.sql()));
            enter(step);
        }
    }

    private void enter(int step) {
        enter(2, step, steps.size(), "done");
    }

    /** Enters a step into the history. */
    public void enter(int number, int step, int of, String state) {
        JournalEntry entry = MigrationDirectory.at(folder.path())
                .migrations()
                .get(number - 1)
                .entry();
        scratch.executeAsIs(
                "INSERT INTO tenon.history (number, name, hash, step, steps, kind, state, tenon_version) VALUES ("
                        + number
                        + ", '" + entry.migration().name() + "', '"
                        + entry.hash().text() + "', " + step + ", " + of
                        + ", 'generated', '" + state + "', 'test')");
    }

    /** Returns the number of steps. */
    public int steps() {
        return steps.size();
    }
}
