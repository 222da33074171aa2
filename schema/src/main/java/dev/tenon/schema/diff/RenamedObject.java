package dev.tenon.schema.diff;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.sql.RenamedRelation;

/**
 * Objects that stand on what has another name. They are dropped from under the new one; the statement that made them stays
 * as it was, because the server follows renames in some bodies of functions and not in others.
 */
final class RenamedObject {

    private RenamedObject() {}

    static Schema apply(Schema schema, QualifiedName before, QualifiedName after) {
        return schema.withObjects(schema.objects().stream()
                .map(object -> new SqlObject(
                        object.name(),
                        object.create(),
                        RenamedRelation.inDrop(object.drop(), before, after),
                        object.beforeTables(),
                        object.dependsOn(),
                        object.shared()))
                .toList());
    }
}
