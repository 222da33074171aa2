package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Table;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a relation for what it refers to: the name of its column without the part that says that it is a key. */
final class RelationName {

    private static final Pattern SUFFIX = Pattern.compile("(?<what>.*[^_])(_(id|uuid|guid|fk|key|ref)|Id|ID|Uuid)");

    private static final Pattern PREFIX = Pattern.compile("(id|fk)_(?<what>[^_].*)");

    private RelationName() {}

    /** Returns the name; the column's own name if the shorter one is that of another column. */
    static String of(Table table, String column, Constraint.ForeignKey key) {
        return what(column, key.targetColumns().get(0))
                .filter(name -> table.columns().stream()
                        .noneMatch(other -> !other.name().equals(column)
                                && (JavaName.same(other.name(), name) || isAlike(table, other.name(), name))))
                .orElse(column);
    }

    /** Whether the foreign key of another column would have the same name. */
    private static boolean isAlike(Table table, String other, String name) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().get(0).equals(other))
                .flatMap(key -> what(other, key.targetColumns().get(0)).stream())
                .anyMatch(each -> JavaName.same(each, name));
    }

    private static Optional<String> what(String column, String target) {
        String ofTarget = "_" + target;
        if (column.endsWith(ofTarget) && column.length() > ofTarget.length()) {
            return Optional.of(column.substring(0, column.length() - ofTarget.length()));
        }
        Matcher suffix = SUFFIX.matcher(column);
        Matcher found = suffix.matches() ? suffix : PREFIX.matcher(column);
        return found.matches() ? Optional.of(found.group("what")) : Optional.empty();
    }
}
