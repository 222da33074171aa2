package dev.tenon.runtime.internal.undo;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.undo.Undo.Source;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undo rules for indexes. A non-unique index on columns rejects no rows and may stay. */
final class IndexUndo {

    /** The index on the partitioned table, which is invalid until all partitions have their index attached. */
    private static final String INVALID_PARENT = """
            SELECT CASE WHEN k.conname IS NULL THEN format('DROP INDEX IF EXISTS %s', i.indexrelid::regclass)
                ELSE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I', i.indrelid::regclass, k.conname) END
            FROM pg_catalog.pg_index i
            LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
            WHERE i.indexrelid = to_regclass(?) AND NOT i.indisvalid""";

    /** An expression or predicate, whose evaluation may fail. */
    private static final Pattern EVALUATES = Pattern.compile("(?is)[^(]*\\([^)]*\\(.*|.*\\bwhere\\b.*");

    static final List<UndoRule> RULES = List.of(
            UndoRule.of(
                    "create( unique)? index( concurrently)? (?!on\\b|if\\b|concurrently\\b)<name>"
                            + " on(?: only)? (?!only\\b)<name>",
                    IndexUndo::create),
            UndoRule.of("alter index <name> attach partition <name>", IndexUndo::attach));

    private IndexUndo() {}

    private static Undo create(Matcher head) {
        QualifiedName table = NameParser.parse(head.group(4));
        QualifiedName index = table.withName(NameParser.parse(head.group(3)).name());
        String after = head.group().substring(head.end(4));
        boolean restrictsWrites =
                head.group(1) != null || EVALUATES.matcher(after).matches();
        String concurrently = head.group(2) == null ? "" : head.group(2).strip().toUpperCase(Locale.ROOT) + " ";
        return new Undo(
                StatementAction.CREATES,
                List.of(AffectedObject.standalone(index.name())),
                Optional.of(table),
                restrictsWrites ? WriteRestriction.ALWAYS : WriteRestriction.NONE,
                Source.of("DROP INDEX " + concurrently + "IF EXISTS " + Identifier.quote(index)));
    }

    private static Undo attach(Matcher head) {
        return new Undo(
                StatementAction.COMPLETES,
                List.of(AffectedObject.standalone(
                        NameParser.parse(head.group(1)).name())),
                Optional.empty(),
                WriteRestriction.NONE,
                Source.ofQuery(INVALID_PARENT, head.group(1)));
    }
}
