package dev.tenon.schema.internal.sql;

import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the storage parameters of tables and indexes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">Storage
 *     Parameters</a>
 */
final class StorageParameters {

    private StorageParameters() {}

    /** The {@code WITH} clause of a new table or index; empty without parameters. */
    static String with(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : " WITH (" + list(parameters) + ")";
    }

    /** The statements that change the old parameters to the new ones. */
    static List<String> change(String alter, Map<String, String> before, Map<String, String> after) {
        List<String> statements = new ArrayList<>();
        List<String> gone = before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .toList();
        if (!gone.isEmpty()) {
            statements.add(alter + " RESET ("
                    + gone.stream().map(StorageParameters::name).collect(Collectors.joining(", ")) + ")");
        }
        Map<String, String> set = after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.TreeMap::new));
        if (!set.isEmpty()) {
            statements.add(alter + " SET (" + list(set) + ")");
        }
        return List.copyOf(statements);
    }

    private static String list(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> name(entry.getKey()) + " = " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A name may have the namespace {@code toast} before a dot. */
    private static String name(String name) {
        return Arrays.stream(name.split("\\.", 2)).map(Identifier::quote).collect(Collectors.joining("."));
    }

    /** A number or word is written unchanged; any other value is a string. */
    private static String value(String value) {
        return value.matches("[A-Za-z0-9_.]+") ? value : Literal.text(value);
    }
}
