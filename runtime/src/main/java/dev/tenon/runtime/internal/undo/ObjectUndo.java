package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undo rules for new tables, types, sequences and schemas: they are dropped unless they have dependents or rows. */
final class ObjectUndo {

    /** A DROP would remove partitions, and row-level security may hide rows from the owner. */
    private static final String DROP_EMPTY = """

            BEGIN
                IF to_regclass(%1$s) IS NOT NULL THEN
                    PERFORM set_config('row_security', 'off', true);
                    LOCK TABLE %2$s IN ACCESS EXCLUSIVE MODE;
                    IF EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhparent = to_regclass(%1$s)) THEN
                        RAISE EXCEPTION USING ERRCODE = '2BP01', MESSAGE = 'other tables are part of table ' || %1$s;
                    ELSIF EXISTS (SELECT FROM %2$s) THEN
                        RAISE EXCEPTION USING ERRCODE = '2BP01', MESSAGE = 'there are rows in table ' || %1$s;
                    END IF;
                    DROP TABLE %2$s RESTRICT;
                END IF;
            END""";

    private static final String SCHEMA = """
            SELECT CASE WHEN to_regnamespace(parsed.quoted) IS NULL
                THEN 'DROP SCHEMA IF EXISTS ' || parsed.quoted || ' RESTRICT' ELSE '' END
            FROM (SELECT quote_ident((parse_ident(?))[1]) AS quoted) AS parsed""";

    /** A table that is or becomes part of another one belongs to that one. */
    private static final Pattern PART = Pattern.compile("(?i)\\b(?:partition\\s+of|like)\\b");

    static final List<UndoRule> RULES = List.of(
            UndoRule.of("create (?:unlogged )?table (?!if\\b)<name>", ObjectUndo::table),
            UndoRule.of("create (type|sequence|domain) (?!if\\b)<name>", ObjectUndo::object),
            UndoRule.of("create schema if not exists <name>", ObjectUndo::schema),
            UndoRule.of("create extension if not exists", OtherUndo::idempotent),
            UndoRule.of("alter type <name> add value if not exists", OtherUndo::idempotent),
            UndoRule.of("alter sequence <name> (?:as|owned by)(?!.*\\brestart\\b)", OtherUndo::idempotent));

    private ObjectUndo() {}

    private static Undo table(Matcher head) {
        QualifiedName table = NameParser.parse(head.group(1));
        String quoted = Identifier.quote(table);
        boolean isPart = PART.matcher(head.group()).find();
        return new Undo(
                StatementAction.CREATES,
                List.of(AffectedObject.standalone(table.name())),
                isPart ? Optional.empty() : Optional.of(table),
                WriteRestriction.NONE,
                Source.of("DO " + Literal.dollar(DROP_EMPTY.formatted(Literal.text(quoted), quoted))));
    }

    private static Undo object(Matcher head) {
        QualifiedName name = NameParser.parse(head.group(2));
        return new Undo(
                StatementAction.CREATES,
                List.of(AffectedObject.standalone(name.name())),
                Optional.empty(),
                WriteRestriction.NONE,
                Source.of("DROP " + head.group(1).toUpperCase(Locale.ROOT) + " IF EXISTS " + Identifier.quote(name)
                        + " RESTRICT"));
    }

    /** A schema that existed before stays. */
    private static Undo schema(Matcher head) {
        return new Undo(
                StatementAction.CREATES,
                List.of(AffectedObject.standalone(
                        NameParser.parse(head.group(1)).name())),
                Optional.empty(),
                WriteRestriction.NONE,
                Source.ofQuery(SCHEMA, head.group(1)));
    }
}
