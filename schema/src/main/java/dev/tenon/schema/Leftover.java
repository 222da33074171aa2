package dev.tenon.schema;

import java.util.Comparator;

/**
 * An object or attribute of a database that no snapshot can contain, such as a subscription or the comment on a
 * language. An import lists it; a new database lacks it.
 *
 * @param kind the kind of the object, such as {@code foreign table}, or the attribute, such as {@code comment}
 * @param identity the object, or the object with the attribute, with its schema; unique among leftovers of one kind
 * @param description what a user reads, in one line
 * @param definition its whole state as text, in canonical form: equal texts mean equal states
 */
public record Leftover(String kind, String identity, String description, String definition)
        implements Comparable<Leftover> {

    private static final Comparator<Leftover> ORDER =
            Comparator.comparing(Leftover::identity).thenComparing(Leftover::kind);

    public Leftover {
        Normalization.text("a kind of leftover", kind);
        Normalization.text("an identity", identity);
        Normalization.text("a description", description);
        Normalization.text("a definition", definition);
        description = PrintableText.of(description);
    }

    @Override
    public int compareTo(Leftover other) {
        return ORDER.compare(this, other);
    }
}
