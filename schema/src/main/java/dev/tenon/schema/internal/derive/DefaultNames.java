package dev.tenon.schema.internal.derive;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Derives the names of constraints and indexes; no other class does. The names follow PostgreSQL's own pattern. A hash
 * of the whole name keeps them within 63 bytes and distinct.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
 */
public final class DefaultNames {

    private static final int HASH_DIGITS = 8;

    private DefaultNames() {}

    public static String primaryKey(QualifiedName table) {
        return name(table, List.of(), "pkey");
    }

    public static String unique(QualifiedName table, List<String> columns) {
        return name(table, columns, "key");
    }

    public static String check(QualifiedName table, List<String> columns) {
        return name(table, columns, "check");
    }

    public static String foreignKey(QualifiedName table, List<String> columns) {
        return name(table, columns, "fkey");
    }

    public static String exclusion(QualifiedName table, List<String> columns) {
        return name(table, columns, "excl");
    }

    public static String index(QualifiedName table, List<String> columns) {
        return name(table, columns, "idx");
    }

    /** The name; if it exceeds PostgreSQL's limit, its beginning and a hash of the whole name. */
    public static String fit(String name) {
        return fit(name, Identifier.MAX_BYTES);
    }

    /** The name, shortened in the same way to a number of bytes. */
    public static String fit(String name, int bytes) {
        if (Identifier.bytes(name) <= bytes) {
            return name;
        }
        int room = bytes - HASH_DIGITS - 1;
        int end = 0;
        int used = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            used += Identifier.bytes(name.substring(end, next));
            if (used > room) {
                break;
            }
            end = next;
        }
        return name.substring(0, end) + "_" + hash(name);
    }

    /** The name with a hash of its object, so that two objects with the same derived name do not collide. */
    public static String distinct(String name, String content) {
        return fit(name + "_" + hash(content));
    }

    private static String name(QualifiedName table, List<String> columns, String suffix) {
        String middle = columns.isEmpty() ? "" : String.join("_", columns) + "_";
        return fit(table.name() + "_" + middle + suffix);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
