package dev.tenon.runtime.change;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Hints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.generate.Draft;
import dev.tenon.schema.rule.Finding;
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
record ChangeCase(String name, Schema before, Schema after, Hints hints) {

    static ChangeCase of(String name, Schema before, Schema after) {
        return new ChangeCase(name, before, after, Hints.NONE);
    }

    /** The same change with something that was called otherwise. */
    ChangeCase renamed(ObjectPath path, String former) {
        return new ChangeCase(name, before, after, new Hints(Map.of(path, former), Map.of(), Map.of()));
    }

    /** The same change with a value for old rows. */
    ChangeCase filled(ObjectPath path, String sql) {
        return new ChangeCase(name, before, after, new Hints(Map.of(), Map.of(path, sql), Map.of()));
    }

    /** The draft, with every word that is needed. */
    Draft draft() {
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        return Draft.of(
                before, compiled, words(Draft.of(before, compiled, Set.of()).findings()));
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
