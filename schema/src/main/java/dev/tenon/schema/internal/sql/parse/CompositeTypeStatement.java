package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A parsed CREATE TYPE … AS (…) statement.
 *
 * @param name its name
 * @param attributes its attributes as declared, in their order
 */
public record CompositeTypeStatement(QualifiedName name, List<String> attributes) {

    public CompositeTypeStatement {
        attributes = List.copyOf(attributes);
    }

    /** Parses a statement; empty if it creates no composite type. */
    public static Optional<CompositeTypeStatement> of(String create) {
        return CreateStatement.of(create)
                .filter(made -> CreateStatement.isCompositeType(create))
                .map(made -> new CompositeTypeStatement(made.name(), attributes(create)));
    }

    /**
     * The statement that adds the attributes of another type after those of this one; columns keep their values, and the
     * server reads NULL for the new attributes. Empty if the types differ otherwise: PostgreSQL does not change the type of
     * an attribute while columns use it, and to drop one would lose values.
     */
    public Optional<List<String>> alterTo(CompositeTypeStatement after) {
        int size = attributes.size();
        if (!name.equals(after.name)
                || after.attributes.size() < size
                || !attributes.equals(after.attributes.subList(0, size))) {
            return Optional.empty();
        }
        List<String> added = after.attributes.subList(size, after.attributes.size()).stream()
                .map(attribute -> "ADD ATTRIBUTE " + attribute)
                .toList();
        return Optional.of(
                added.isEmpty()
                        ? List.of()
                        : List.of("ALTER TYPE " + Identifier.quote(name) + " " + String.join(", ", added)));
    }

    private static List<String> attributes(String create) {
        StatementTokens tokens = new StatementTokens(create);
        int open = tokens.afterName() + 1;
        return tokens.separated(open + 1, tokens.close(open));
    }
}
