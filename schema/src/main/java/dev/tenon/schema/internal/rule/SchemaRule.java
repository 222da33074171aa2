package dev.tenon.schema.internal.rule;

import dev.tenon.schema.Schema;
import java.util.function.Consumer;

/** A rule about a schema, independent of earlier schemas. */
public interface SchemaRule {

    /** The rule's code, {@code TN} and three digits, which also names its page in {@code docs/rules}. */
    String code();

    /** Reports everything in the schema that breaks the rule. */
    void check(Schema schema, Consumer<Finding> findings);
}
