package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.sql.ViewSql;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the views that read columns to be dropped. Views that the plan drops anyway are dropped before the column;
 * other views are named in the caution.
 */
final class DependentViews {

    private static final String CAUTION = "no snapshot says it; it reads what is dropped next";

    private final Schema found;
    private final Schema live;
    private final Schema expected;
    private final DependencyGraph dependencies;
    private final Set<ObjectPath> dropped = new LinkedHashSet<>();

    /**
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     */
    DependentViews(Schema found, Schema live, Schema expected) {
        this.found = found;
        this.live = live;
        this.expected = expected;
        this.dependencies = DependencyGraph.of(found);
    }

    /**
     * Marks the views that read the column as dropped, if they are compared and not in the snapshot. Returns a text
     * that names the other readers; empty if there are none.
     */
    String drop(ObjectPath column) {
        Set<ObjectPath> stay = new TreeSet<>();
        for (ObjectPath view : of(column)) {
            QualifiedName name = view.owner();
            boolean goes = live.view(name).isPresent()
                    && KeyedLookup.find(expected.views(), name).isEmpty();
            (goes ? dropped : stay).add(view);
        }
        return stay.isEmpty()
                ? ""
                : stay.stream().map(ObjectPath::toString).collect(Collectors.joining(", "))
                        + (stay.size() == 1 ? " reads it and has" : " read it and have") + " to go first";
    }

    /** Returns the DROP statements of the marked views. Views that read other views come first. */
    List<Correction> statements() {
        List<ObjectPath> order = new ArrayList<>(dependencies.order());
        Collections.reverse(order);
        return order.stream()
                .filter(dropped::contains)
                .map(at ->
                        new Correction(at, ViewSql.drop(found.view(at.owner()).orElseThrow()), CAUTION))
                .toList();
    }

    /** Returns the schema without the marked views. */
    Schema without(Schema schema) {
        return schema.withViews(schema.views().stream()
                .filter(view -> !dropped.contains(ObjectPath.view(view.name())))
                .toList());
    }

    /**
     * Finds the views that read the column, and the views that depend on these. The server prints every column of a
     * view's query by name, so a search for the quoted name finds them.
     */
    private Set<ObjectPath> of(ObjectPath column) {
        ObjectPath table = ObjectPath.table(column.owner());
        String written = Identifier.quote(column.member());
        Set<ObjectPath> views = new TreeSet<>();
        for (View view : found.views()) {
            ObjectPath at = ObjectPath.view(view.name());
            if (dependencies.of(at).contains(table) && view.sql().contains(written)) {
                views.add(at);
            }
        }
        dependencies.dependents(views).stream()
                .filter(at -> found.view(at.owner()).isPresent() && at.equals(ObjectPath.view(at.owner())))
                .forEach(views::add);
        return views;
    }
}
