package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;

/** The default of a {@code serial} column, as PostgreSQL prints it: the next value of its sequence. */
public final class SerialDefault {

    private SerialDefault() {}

    /** Returns the default that takes values from the sequence. */
    public static ColumnDefault of(QualifiedName sequence) {
        return new ColumnDefault.Expression("nextval(" + Literal.text(Identifier.quote(sequence)) + "::regclass)");
    }
}
