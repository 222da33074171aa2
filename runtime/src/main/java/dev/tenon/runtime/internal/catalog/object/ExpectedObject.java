package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.DomainStatement;
import dev.tenon.schema.internal.sql.parse.RelocatedStatement;
import java.util.Optional;

/**
 * An object of a snapshot to find in the catalogs.
 *
 * @param object the declaration
 * @param made the object that its statement creates
 */
record ExpectedObject(SqlObject object, CreateStatement made) {

    ObjectPath path() {
        return ObjectPath.object(object.name());
    }

    /** Returns the expected location of the object in the catalogs. */
    ObjectRow.Location location() {
        return ObjectRow.Location.of(made);
    }

    UnsupportedExpression unprintable(String reason) {
        return new UnsupportedExpression(path(), "definition", reason);
    }

    /** Returns the statement that creates the object as a temporary one. */
    RelocatedStatement temporary() {
        return RelocatedStatement.to(TemporaryTable.TEMPORARY, object.create());
    }

    /**
     * Returns the canonical form of the declaration: the printed statement of the temporary object, moved to the location
     * of the live one.
     */
    String expectedText(ObjectRow shown, ObjectRow live) {
        String text = shown.createdAt(live, temporary().relation()).orElse(object.create());
        Optional<DomainStatement> said = DomainStatement.of(object.create());
        Optional<DomainStatement> own = DomainStatement.of(text);
        Optional<DomainStatement> there = live.create().flatMap(DomainStatement::of);
        if (said.isEmpty() || own.isEmpty() || there.isEmpty()) {
            return text;
        }
        DomainStatement named = own.get().withNamesOf(there.get(), said.get());
        if (named.equals(there.get())) {
            return live.create().orElse(text);
        }
        return named.equals(own.get()) ? text : named.create();
    }
}
