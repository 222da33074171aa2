package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A parsed CREATE DOMAIN statement.
 *
 * @param name the domain
 * @param type its base type, with its collation
 * @param defaultValue its default
 * @param notNull whether it is NOT NULL
 * @param checks its checks by their names
 * @param nameless its checks without names, which the server names
 */
public record DomainStatement(
        QualifiedName name,
        String type,
        Optional<String> defaultValue,
        boolean notNull,
        Map<String, String> checks,
        List<String> nameless) {

    private static final String NOT_VALID = " NOT VALID";

    public DomainStatement {
        checks = new TreeMap<>(checks);
        nameless = List.copyOf(nameless);
    }

    /** Parses a statement; empty if it creates no domain, or cannot be parsed. */
    public static Optional<DomainStatement> of(String create) {
        return CreateStatement.of(create)
                .filter(made -> made.kind().equals("domain"))
                .map(made -> new DomainStatementParser(create).read(made.name()));
    }

    /**
     * The same domain, but checks that have no name in {@code declared} get the names of the same checks in {@code
     * other}. The server generates different names for them if constraints of tables have the usual ones.
     */
    public DomainStatement withNamesOf(DomainStatement other, DomainStatement declared) {
        Map<String, String> renamed = new TreeMap<>();
        Set<String> taken = new HashSet<>(declared.checks.keySet());
        checks.forEach((own, check) -> {
            String found = declared.checks.containsKey(own)
                    ? own
                    : other.checks.entrySet().stream()
                            .filter(each -> isSame(each.getValue(), check) && !taken.contains(each.getKey()))
                            .findFirst()
                            .map(Map.Entry::getKey)
                            .orElse(own);
            taken.add(found);
            renamed.put(found, check);
        });
        return new DomainStatement(name, type, defaultValue, notNull, renamed, nameless);
    }

    /** The same domain; the order of checks without names does not matter. */
    public DomainStatement sorted() {
        return new DomainStatement(
                name, type, defaultValue, notNull, checks, nameless.stream().sorted().toList());
    }

    /** The statement. */
    public String create() {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + Identifier.quote(name) + " AS " + type);
        defaultValue.ifPresent(value -> sql.append(" DEFAULT ").append(value));
        sql.append(notNull ? " NOT NULL" : "");
        checks.forEach((own, check) -> sql.append(" CONSTRAINT ")
                .append(Identifier.quote(own))
                .append(' ')
                .append(check));
        nameless.forEach(check -> sql.append(' ').append(check));
        return sql.toString();
    }

    /**
     * The statements that alter the domain in place. New checks are added {@code NOT VALID} and validated by separate
     * statements. Empty if the type differs, or if a check without a name would have to be dropped.
     */
    public Optional<List<String>> alterTo(DomainStatement after) {
        if (!name.equals(after.name) || !type.equals(after.type) || !after.nameless.containsAll(nameless)) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        checks.forEach((own, check) -> {
            if (!stays(own, after)) {
                changes.add("DROP CONSTRAINT " + Identifier.quote(own));
            }
        });
        if (!defaultValue.equals(after.defaultValue)) {
            changes.add(after.defaultValue.map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
        }
        if (notNull != after.notNull) {
            changes.add(after.notNull ? "SET NOT NULL" : "DROP NOT NULL");
        }
        after.checks.forEach((own, check) -> {
            boolean valid = !check.endsWith(NOT_VALID);
            if (!stays(own, after)) {
                changes.add("ADD CONSTRAINT " + Identifier.quote(own) + " " + check + (valid ? NOT_VALID : ""));
            }
            if (valid && !check.equals(checks.get(own))) {
                changes.add("VALIDATE CONSTRAINT " + Identifier.quote(own));
            }
        });
        after.nameless.stream()
                .filter(check -> !nameless.contains(check))
                .forEach(check -> changes.add("ADD " + check));
        String head = "ALTER DOMAIN " + Identifier.quote(name) + " ";
        return Optional.of(changes.stream().map(head::concat).toList());
    }

    /** Whether the check need not be dropped for another one of its name. */
    private boolean stays(String own, DomainStatement after) {
        String check = checks.getOrDefault(own, "");
        String wanted = after.checks.getOrDefault(own, "");
        return check.equals(wanted) || check.equals(wanted + NOT_VALID);
    }

    /** Whether the checks are equal except for {@code NOT VALID}. */
    private static boolean isSame(String check, String other) {
        return check.replace(NOT_VALID, "").equals(other.replace(NOT_VALID, ""));
    }
}
