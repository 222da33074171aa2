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
 * An object of a snapshot that is looked for in the catalogs.
 *
 * @param object what the snapshot says
 * @param made what its statement makes
 */
record ExpectedObject(SqlObject object, CreateStatement made) {

    ObjectPath path() {
        return ObjectPath.object(object.name());
    }

    /** Where the catalogs should have it. */
    ObjectRow.Location location() {
        return ObjectRow.Location.of(made);
    }

    UnsupportedExpression unprintable(String reason) {
        return new UnsupportedExpression(path(), "definition", reason);
    }

    /** What makes it as a temporary object. */
    RelocatedStatement temporary() {
        return RelocatedStatement.to(TemporaryTable.TEMPORARY, object.create());
    }

    /** What the snapshot says in the words of the temporary object that was made of it, as if that were where the live one is. */
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
