package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.sql.CreateStatement;
import dev.tenon.schema.sql.DomainSql;
import dev.tenon.schema.sql.Relocated;
import java.util.Optional;

/**
 * An object of a snapshot that is looked for in the catalogs.
 *
 * @param object what the snapshot says
 * @param made what its statement makes
 */
record SoughtObject(SqlObject object, CreateStatement made) {

    ObjectPath path() {
        return ObjectPath.object(object.name());
    }

    /** Where the catalogs should have it. */
    ObjectRow.Place place() {
        return ObjectRow.Place.of(made);
    }

    Unprintable unprintable(String reason) {
        return new Unprintable(path(), "definition", reason);
    }

    /** What makes it as a temporary object. */
    Relocated temporary() {
        return Relocated.to(Sample.TEMPORARY, object.create());
    }

    /** What the snapshot says in the words of the temporary object that was made of it, as if that were where the live one is. */
    String words(ObjectRow shown, ObjectRow live) {
        String words = shown.createdAt(live, temporary().relation()).orElse(object.create());
        Optional<DomainSql> said = DomainSql.of(object.create());
        Optional<DomainSql> own = DomainSql.of(words);
        Optional<DomainSql> there = live.create().flatMap(DomainSql::of);
        if (said.isEmpty() || own.isEmpty() || there.isEmpty()) {
            return words;
        }
        DomainSql named = own.get().withNamesOf(there.get(), said.get());
        if (named.equals(there.get())) {
            return live.create().orElse(words);
        }
        return named.equals(own.get()) ? words : named.create();
    }
}
