package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renames relations that have the name of a missing relation of another kind, so that their data is kept. */
final class NameConflicts {

    private final Map<QualifiedName, ObjectPath> taken = new TreeMap<>();

    /**
     * @param found the complete live schema
     * @param expected the snapshot
     */
    NameConflicts(Schema found, Schema expected) {
        Map<QualifiedName, ObjectPath> there = relations(found);
        relations(expected).forEach((name, at) -> {
            ObjectPath other = there.getOrDefault(name, at);
            if (other.kind() != at.kind()) {
                taken.put(name, at);
            }
        });
    }

    /** Returns the RENAME statements. */
    List<Correction> statements() {
        List<Correction> list = new ArrayList<>();
        taken.forEach((name, at) -> list.add(new Correction(
                at, TableSql.rename(name, other(name).name()), "another object has its name, and is renamed")));
        return list;
    }

    /** Returns the schema with the new names. */
    Schema renamed(Schema live) {
        return taken.isEmpty()
                ? live
                : live.withTables(live.tables().stream()
                                .map(table -> table.withName(now(table.name())))
                                .toList())
                        .withViews(live.views().stream()
                                .map(view -> view.withName(now(view.name())))
                                .toList());
    }

    private QualifiedName now(QualifiedName name) {
        return taken.containsKey(name) ? other(name) : name;
    }

    private static QualifiedName other(QualifiedName name) {
        return name.withName(DefaultNames.fit(name.name() + "_tenon_old"));
    }

    private static Map<QualifiedName, ObjectPath> relations(Schema schema) {
        Map<QualifiedName, ObjectPath> relations = new TreeMap<>();
        schema.tables().stream().map(Table::name).forEach(name -> relations.put(name, ObjectPath.table(name)));
        schema.views().stream().map(View::name).forEach(name -> relations.put(name, ObjectPath.view(name)));
        schema.sequences().stream().map(Sequence::name).forEach(name -> relations.put(name, ObjectPath.sequence(name)));
        return relations;
    }
}
