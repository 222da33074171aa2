package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import dev.tenon.schema.internal.simulation.CatalogName;
import dev.tenon.schema.internal.sql.LossGuardSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects that a reversal drops because they were empty when it was planned. A statement before the drop asks again,
 * in its transaction and under its lock.
 */
final class LossGuards {

    private final Set<String> accepted;
    private final Map<CatalogName, CatalogName> names = new LinkedHashMap<>();

    /**
     * @param accepted the acceptance tokens, whose objects are dropped with what they have
     */
    LossGuards(Set<String> accepted) {
        this.accepted = accepted;
    }

    /** Adds an empty table, partition or column. */
    void add(ObjectPath empty, String acceptance) {
        if (!accepted.contains(acceptance)) {
            CatalogName name = name(empty);
            names.put(name, name);
        }
    }

    /** Returns the guards of what the statement drops, and follows its renames. */
    List<String> before(Statement statement) {
        List<String> guards = new ArrayList<>();
        for (CatalogEffect effect : statement.ddl().effects()) {
            if (effect instanceof CatalogEffect.Drop drop && names.containsValue(drop.name())) {
                guards.add(guard(drop.name()));
            } else if (effect instanceof CatalogEffect.Rename rename) {
                names.replaceAll((first, now) -> renamed(now, rename));
            }
        }
        return guards;
    }

    /** Returns the guards of a statement that drops the object; none if it is not empty. */
    List<String> before(ObjectPath dropped) {
        CatalogName name = name(dropped);
        return names.containsValue(name) ? List.of(guard(name)) : List.of();
    }

    private static CatalogName renamed(CatalogName now, CatalogEffect.Rename rename) {
        if (now.equals(rename.name())) {
            return rename.after();
        }
        boolean ofTable = !now.member().isEmpty() && rename.name().equals(CatalogName.relation(now.owner()));
        return ofTable ? CatalogName.column(rename.after().owner(), now.member()) : now;
    }

    private static CatalogName name(ObjectPath path) {
        QualifiedName owner = path.owner();
        if (path.kind() == Kind.COLUMN) {
            return CatalogName.column(owner, path.member());
        }
        return CatalogName.relation(path.kind() == Kind.PARTITION ? owner.withName(path.member()) : owner);
    }

    private static String guard(CatalogName name) {
        return name.member().isEmpty()
                ? LossGuardSql.rows(name.owner())
                : LossGuardSql.values(name.owner(), name.member());
    }
}
