package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.effect.RowMoveStatement;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.runtime.internal.preflight.StatementShape.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Determines the shape of a pending statement by its beginning; what it does not know is opaque. */
final class StatementShapeParser {

    private static final StatementPattern ROWS = new StatementPattern("(update|delete from)( only)? (?!only\\b)<name>");
    private static final StatementPattern INDEX = new StatementPattern(
            "create( unique)? index(?: concurrently)?(?: if not exists)?(?: (?!on\\b)<name>)? on(?: only)? (?!only\\b)<name>");
    private static final StatementPattern POLICY = new StatementPattern("create policy <name> on <name>");
    private static final StatementPattern TYPE = new StatementPattern("create (?:type|domain) <name>");
    private static final StatementPattern CHANGED_TYPE = new StatementPattern("alter (?:type|domain) <name>");
    private static final StatementPattern ROUTINE =
            new StatementPattern("create(?: or replace)? (?:function|procedure) <name>");
    private static final StatementPattern OWN_ROUTINE =
            new StatementPattern("create function (?:public\\.)?tenon_<name>");
    private static final StatementPattern VIEW =
            new StatementPattern("create(?: or replace)?(?: recursive)? view(?: if not exists)? <name>");
    private static final StatementPattern CREATED =
            new StatementPattern("create(?: or replace)?(?: unlogged| foreign| materialized)*"
                    + " (?:table|sequence|schema|view|role|aggregate|collation)(?: if not exists)? <name>");
    private static final StatementPattern CHANGED = new StatementPattern("(?:alter|drop)(?: foreign| materialized)*"
            + " (?:table|sequence|view|type|domain|function|procedure|routine|aggregate|collation|role)\\b");
    private static final StatementPattern OTHER_ROWS =
            new StatementPattern("(?:insert into|merge into|truncate|copy|refresh materialized view)\\b");
    private static final StatementPattern NEUTRAL = new StatementPattern("(?:comment on|grant|revoke"
            + "|(?:create|alter|drop)(?: or replace)?(?: constraint| event)? (?:trigger|publication|statistics)"
            + "|alter sequence(?: if exists)? <name>(?! rename| set schema)"
            + "|(?:alter|drop) (?:policy|index)|lock table|alter default privileges|analyze|vacuum|reindex"
            + "|alter text search"
            + "|(?:set|reset)(?: local| session)? (?:lock_timeout|statement_timeout|maintenance_work_mem"
            + "|max_parallel_maintenance_workers)"
            + "|select (?:pg_catalog\\.)?setval)\\b");
    private static final StatementPattern BODIES =
            new StatementPattern("(?:set|reset)(?: local)? check_function_bodies\\b");
    private static final Pattern OFF = Pattern.compile("(?is)set\\b.*\\b(?:off|false|no|0)\\b.*");

    /** Words of statements that are not names. */
    private static final Set<String> KEYWORDS = Set.of(
            "alter",
            "drop",
            "table",
            "sequence",
            "view",
            "materialized",
            "foreign",
            "type",
            "domain",
            "function",
            "procedure",
            "routine",
            "aggregate",
            "collation",
            "role",
            "if",
            "exists",
            "only",
            "public",
            "rename",
            "to",
            "set",
            "schema",
            "add",
            "value",
            "before",
            "after",
            "cascade",
            "restrict",
            "column",
            "attribute",
            "owner",
            "constraint",
            "not",
            "null",
            "default",
            "check",
            "valid",
            "validate",
            "as",
            "by",
            "with",
            "integer",
            "bigint",
            "text",
            "uuid",
            "boolean");

    private StatementShapeParser() {}

    static StatementShape parse(String sql) {
        Optional<Matcher> alter = TableAction.HEAD.match(sql);
        if (alter.isPresent()) {
            return TableAction.parse(sql, alter.get());
        }
        return rows(sql).or(() -> created(sql)).or(() -> word(sql)).orElseGet(() -> StatementShape.of(Kind.OPAQUE));
    }

    private static Optional<StatementShape> rows(String sql) {
        return ROWS.match(sql)
                .map(found -> StatementShape.on(
                        Kind.ROWS, found.group(3), "EXPLAIN " + found.group(1) + " ", sql.substring(found.end(3)), ""))
                .or(() -> RowMoveStatement.of(sql)
                        .map(move -> new StatementShape(
                                Kind.MOVED_ROWS, Optional.of(move.from()), "", "", Set.of())));
    }

    private static Optional<StatementShape> created(String sql) {
        Optional<Matcher> index = INDEX.match(sql);
        if (index.isPresent()) {
            boolean unique = index.get().group(1) != null;
            return Optional.of(StatementShape.on(
                    Kind.EXPRESSION,
                    index.get().group(3),
                    "CREATE " + (unique ? "UNIQUE " : "") + "INDEX ON ",
                    sql.substring(index.get().end(3)),
                    ""));
        }
        return POLICY.match(sql)
                .map(found -> StatementShape.on(
                        Kind.EXPRESSION,
                        found.group(2),
                        sql.substring(0, found.start(2)),
                        sql.substring(found.end(2)),
                        ""))
                .or(() -> TYPE.match(sql).map(found -> StatementShape.named(Kind.TYPE, last(found.group(1)))))
                .or(() -> OWN_ROUTINE.match(sql).map(found -> StatementShape.of(Kind.NEUTRAL)))
                .or(() -> ROUTINE.match(sql).map(found -> StatementShape.named(Kind.ROUTINE, last(found.group(1)))))
                .or(() -> VIEW.match(sql)
                        .map(found -> new StatementShape(
                                Kind.VIEW,
                                Optional.empty(),
                                "CREATE VIEW ",
                                sql.substring(found.end(1)),
                                SqlWords.of(last(found.group(1))))))
                .or(() -> CREATED.match(sql).map(found -> StatementShape.named(Kind.NAMES, last(found.group(1)))));
    }

    private static Optional<StatementShape> word(String sql) {
        if (BODIES.match(sql).isPresent()) {
            return Optional.of(
                    StatementShape.of(OFF.matcher(sql).matches() ? Kind.BODIES_UNCHECKED : Kind.BODIES_CHECKED));
        }
        return CHANGED_TYPE
                .match(sql)
                .map(found -> names(Kind.CHANGED_TYPE, sql))
                .or(() -> NEUTRAL.match(sql).map(found -> StatementShape.of(Kind.NEUTRAL)))
                .or(() -> CHANGED.match(sql).map(found -> names(Kind.NAMES, sql)))
                .or(() -> OTHER_ROWS.match(sql).map(found -> StatementShape.of(Kind.OTHER_ROWS)));
    }

    /** Returns a statement all of whose words may be names. */
    static StatementShape names(Kind kind, String sql) {
        return StatementShape.named(
                kind,
                SqlWords.of(sql).stream()
                        .filter(word -> !KEYWORDS.contains(word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(" ")));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
