package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.RelationRewriter;

/**
 * Updates SQL-defined objects that depend on a renamed object. Their drop statements use the new name. Their create
 * statements stay unchanged, because the server follows renames in some function bodies and not in others.
 */
final class ObjectRename {

    private ObjectRename() {}

    static Schema apply(Schema schema, QualifiedName before, QualifiedName after) {
        return schema.withObjects(schema.objects().stream()
                .map(object -> isOn(object, before)
                        ? AlterationRename.ofRelation(object, before, after)
                        : new SqlObject(
                                object.name(),
                                object.create(),
                                RelationRewriter.inDrop(object.drop(), before, after),
                                object.beforeTables(),
                                object.dependsOn(),
                                object.shared()))
                .toList());
    }

    /** Whether the object is an attribute of the relation, whose statements the server follows. */
    private static boolean isOn(SqlObject object, QualifiedName relation) {
        return CreateStatement.of(object.create())
                .filter(CreateStatement::alters)
                .flatMap(CreateStatement::on)
                .filter(relation::equals)
                .isPresent();
    }
}
