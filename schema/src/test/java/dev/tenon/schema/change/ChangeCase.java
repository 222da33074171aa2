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
 * Two schemas and the way from one to the other.
 *
 * @param name what changes, which is also the name of its golden
 * @param before the schema that is there, with rows
 * @param after the schema that entities need
 * @param hints what the entities say about the way
 */
public record ChangeCase(String name, Schema before, Schema after, MigrationHints hints) {

    static ChangeCase of(String name, Schema before, Schema after) {
        return new ChangeCase(name, before, after, MigrationHints.NONE);
    }

    /** The same change with something that was called otherwise. */
    ChangeCase renamed(ObjectPath path, String former) {
        return new ChangeCase(name, before, after, new MigrationHints(Map.of(path, former), Map.of(), Map.of()));
    }

    /** The same change with a value for old rows. */
    ChangeCase filled(ObjectPath path, String sql) {
        return new ChangeCase(name, before, after, new MigrationHints(Map.of(), Map.of(path, sql), Map.of()));
    }

    /** The draft, with every word that is needed. */
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
