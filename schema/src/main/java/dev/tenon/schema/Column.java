package dev.tenon.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the column's name
 * @param type its type
 * @param nullable whether it is nullable
 * @param defaultValue the source of the value when an insert specifies none
 * @param collation the collation, if it is not the default of the type
 * @param storage how its values are stored
 * @param comment the comment on the column
 * @param retired why code no longer uses the column, if it is kept until a later migration drops it
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<ColumnDefault> defaultValue,
        Optional<QualifiedName> collation,
        ColumnStorage storage,
        Optional<String> comment,
        Optional<String> retired)
        implements Keyed<String> {

    public Column {
        Normalization.text("a column's name", name);
        Objects.requireNonNull(type, "type");
        defaultValue = normal(type, defaultValue);
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(retired, "retired");
    }

    /** A NOT NULL column without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(
                name,
                type,
                false,
                Optional.empty(),
                Optional.empty(),
                ColumnStorage.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the server computes the value from other columns. */
    public boolean generated() {
        return defaultValue.filter(ColumnDefault.Generated.class::isInstance).isPresent();
    }

    private static Optional<ColumnDefault> normal(ColumnType type, Optional<ColumnDefault> value) {
        return value.map(each -> each instanceof ColumnDefault.Identity identity && SequenceOptions.canCount(type)
                ? new ColumnDefault.Identity(
                        identity.always(), identity.options().normal(type))
                : each);
    }

    public Column withName(String other) {
        return new Column(other, type, nullable, defaultValue, collation, storage, comment, retired);
    }

    public Column withType(ColumnType other) {
        return new Column(name, other, nullable, defaultValue, collation, storage, comment, retired);
    }

    public Column withCollation(Optional<QualifiedName> other) {
        return new Column(name, type, nullable, defaultValue, other, storage, comment, retired);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultValue, collation, storage, comment, retired);
    }

    public Column withDefault(Optional<ColumnDefault> other) {
        return new Column(name, type, nullable, other, collation, storage, comment, retired);
    }

    public Column withComment(Optional<String> other) {
        return new Column(name, type, nullable, defaultValue, collation, storage, other, retired);
    }

    public Column withRetired(Optional<String> other) {
        return new Column(name, type, nullable, defaultValue, collation, storage, comment, other);
    }

    public Column withStorage(ColumnStorage other) {
        return new Column(name, type, nullable, defaultValue, collation, other, comment, retired);
    }
}
