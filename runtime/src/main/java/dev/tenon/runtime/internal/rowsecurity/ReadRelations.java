package dev.tenon.runtime.internal.rowsecurity;

import dev.tenon.runtime.internal.effect.NameParser;
import dev.tenon.runtime.internal.effect.StatementPattern;
import dev.tenon.schema.QualifiedName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of relations whose rows statements may read or write. They may be too many, because every name in the text of
 * such a statement counts, also in a comment. What is missed, such as a table that a function reads, the server refuses.
 *
 * @param statements names in statements that read or write rows
 * @param keys the tables whose foreign keys are checked, each with all rows
 */
public record ReadRelations(Set<QualifiedName> statements, Set<QualifiedName> keys) {

    /** No relation. */
    public static final ReadRelations NONE = new ReadRelations(Set.of(), Set.of());

    private static final StatementPattern ROWS = new StatementPattern("(?:\\s*\\()*\\s*"
            + "(?:update|delete|insert|merge|with|select|table|do|call|copy|refresh|explain|execute"
            + "|create(?: [a-z]+)* table(?=.*\\bas\\b)|create materialized)");
    private static final StatementPattern ALTER =
            new StatementPattern("\\s*alter table(?: if exists)?(?: only)? (?!if\\b|only\\b)<name>");
    private static final StatementPattern ATTACHED = new StatementPattern(".*?\\battach partition <name>");
    private static final Pattern CHECKED =
            pattern("\\b(?:validate constraint|foreign key(?!.*\\bnot valid\\b)|references(?!.*\\bnot valid\\b))\\b");
    private static final StatementPattern DEFINED =
            new StatementPattern("\\s*create(?: or replace)?(?: recursive)? (?:view|function|procedure)");
    private static final Pattern UNCHECKED = pattern("\\breferences\\b.*\\bnot valid\\b");
    private static final StatementPattern BLOCK = new StatementPattern("\\s*do");
    private static final Pattern CHAIN = Pattern.compile(
            "PART(?:\\s*+\\.\\s*+PART)*+".replace("PART", "(?:\"(?:[^\"]++|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)"));
    private static final Pattern CONSTANT = Pattern.compile("'[^']*+'");

    public ReadRelations {
        statements = Set.copyOf(statements);
        keys = Set.copyOf(keys);
    }

    /** Returns the relations whose rows the statement may read or write; none for other statements. */
    public static ReadRelations of(String sql) {
        Optional<Matcher> alter = ALTER.match(sql);
        if (alter.isPresent()) {
            Optional<Matcher> attached = ATTACHED.match(sql);
            if (attached.isPresent()) {
                return new ReadRelations(
                        names(sql), Set.of(NameParser.parse(attached.get().group(1))));
            }
            return CHECKED.matcher(sql).find()
                    ? new ReadRelations(
                            names(sql), Set.of(NameParser.parse(alter.get().group(1))))
                    : NONE;
        }
        return ROWS.match(sql).isPresent() ? new ReadRelations(names(sql), Set.of()) : NONE;
    }

    /**
     * Returns the relations of a statement that reads none, but defines what a later one of the same step may read or
     * check: a view, a routine, a foreign key that is not validated.
     */
    public static ReadRelations ofDefinition(String sql) {
        boolean defines = DEFINED.match(sql).isPresent()
                || (ALTER.match(sql).isPresent() && UNCHECKED.matcher(sql).find());
        return defines ? new ReadRelations(names(sql), Set.of()) : NONE;
    }

    /** Whether there is no relation. */
    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /** Whether the statement only checks foreign keys, for which a table without rows needs no look at other rows. */
    public boolean isKeyCheck() {
        return !keys.isEmpty();
    }

    /** Returns the relations of all. */
    public static ReadRelations all(Collection<ReadRelations> all) {
        Set<QualifiedName> statements = new HashSet<>();
        Set<QualifiedName> keys = new HashSet<>();
        all.forEach(each -> {
            statements.addAll(each.statements());
            keys.addAll(each.keys());
        });
        return new ReadRelations(statements, keys);
    }

    /**
     * Every name outside of constants, with the schema before it or with that of the search path. The body of a DO block
     * may execute what its constants say.
     */
    private static Set<QualifiedName> names(String sql) {
        Set<QualifiedName> names = new HashSet<>();
        boolean block = BLOCK.match(sql).isPresent();
        Matcher chain = CHAIN.matcher(block ? sql : CONSTANT.matcher(sql).replaceAll("''"));
        while (chain.find()) {
            List<String> parts = NameParser.parts(chain.group());
            names.add(new QualifiedName(QualifiedName.DEFAULT_SCHEMA, parts.get(0)));
            for (int i = 1; i < parts.size(); i++) {
                names.add(new QualifiedName(parts.get(i - 1), parts.get(i)));
            }
        }
        return names;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
