package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;

/** Resolves declared renames of tables, types and views, and of their columns and labels. */
public final class RenameResolver {

    private RenameResolver() {}

    /**
     * The object under its former name.
     *
     * @param now the object
     * @param text the former name; for a table, type or view without a schema, the schema of the object is used
     */
    public static ObjectPath of(ObjectPath now, String text) {
        if (!now.member().isEmpty()) {
            return new ObjectPath(now.kind(), now.owner(), text);
        }
        boolean qualified = text.indexOf('.') >= 0;
        QualifiedName former =
                qualified ? QualifiedName.parse(text) : now.owner().withName(text);
        return new ObjectPath(now.kind(), former, "");
    }

    /** Whether the schema has the object. */
    public static boolean isIn(Schema schema, ObjectPath path) {
        QualifiedName owner = path.owner();
        return switch (path.kind()) {
            case TABLE -> schema.table(owner).isPresent();
            case ENUM -> schema.enumType(owner).isPresent();
            case VIEW -> schema.view(owner).isPresent();
            case SEQUENCE -> KeyedLookup.find(schema.sequences(), owner).isPresent();
            case COLUMN ->
                schema.table(owner)
                        .flatMap(table -> table.column(path.member()))
                        .isPresent();
            case LABEL ->
                schema.enumType(owner)
                        .map(EnumType::labels)
                        .filter(labels -> labels.contains(path.member()))
                        .isPresent();
            default -> false;
        };
    }

    /**
     * Whether the schema has the table or type that the object is a member of; true for objects that are not members.
     */
    public static boolean isOwnerIn(Schema schema, ObjectPath path) {
        return switch (path.kind()) {
            case COLUMN -> schema.table(path.owner()).isPresent();
            case LABEL -> schema.enumType(path.owner()).isPresent();
            default -> true;
        };
    }
}
