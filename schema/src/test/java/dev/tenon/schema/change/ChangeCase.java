package dev.tenon.schema.change;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change from one schema to another.
 *
 * @param name what changes; also the name of the golden file
 * @param before the existing schema, with rows
 * @param after the schema of the entities
 * @param hints the migration hints of the entities
 */
public record ChangeCase(String name, Schema before, Schema after, MigrationHints hints) {

    static ChangeCase of(String name, Schema before, Schema after) {
        return new ChangeCase(name, before, after, MigrationHints.NONE);
    }

    /** The same change with a declared rename. */
    ChangeCase renamed(ObjectPath path, String former) {
        return new ChangeCase(name, before, after, new MigrationHints(Map.of(path, former), Map.of(), Map.of()));
    }

    /** The same change with a backfill. */
    ChangeCase filled(ObjectPath path, String sql) {
        return new ChangeCase(name, before, after, new MigrationHints(Map.of(), Map.of(path, sql), Map.of()));
    }

    /** The draft with all necessary acceptances. */
    public MigrationDraft draft() {
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        return MigrationDraft.of(
                before,
                compiled,
                words(MigrationDraft.of(before, compiled, Set.of()).findings()));
    }

    private static Set<String> words(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.acceptance().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
