package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.internal.simulation.CatalogObject.Edge;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the columns of a foreign key can be compared with those that it references. */
final class ReferenceTypes {

    /** Numeric types, each of which is implicitly converted to those of the following groups, and not back. */
    private static final List<Set<String>> NUMBERS =
            List.of(Set.of("smallint", "integer", "bigint"), Set.of("numeric"), Set.of("real", "double precision"));

    /** Other types by groups with a common equality operator. Types that are not listed are not checked. */
    private static final List<Set<String>> OTHERS = List.of(
            Set.of("text", "varchar"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("uuid"),
            Set.of("boolean"),
            Set.of("bytea"));

    private ReferenceTypes() {}

    /** Refuses a foreign key over types that have no common equality; other objects are ignored. */
    static void check(CatalogObject key) throws RefusedEffectException {
        List<CatalogObject> own = columns(key, DependencyType.MEMBER);
        List<CatalogObject> target = columns(key, DependencyType.KEY_REFERENCE);
        for (int i = 0; i < Math.min(own.size(), target.size()); i++) {
            String type = type(own.get(i));
            String other = type(target.get(i));
            if (!comparable(type, other)) {
                throw new RefusedEffectException(
                        own.get(i) + " of type " + type + " cannot reference " + target.get(i) + " of type " + other);
            }
        }
    }

    private static boolean comparable(String type, String target) {
        int number = group(NUMBERS, type);
        int targetNumber = group(NUMBERS, target);
        int other = group(OTHERS, type);
        int targetOther = group(OTHERS, target);
        boolean known = (number >= 0 || other >= 0) && (targetNumber >= 0 || targetOther >= 0);
        return !known || (number >= 0 ? number <= targetNumber : other == targetOther);
    }

    private static int group(List<Set<String>> groups, String type) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(type)) {
                return i;
            }
        }
        return -1;
    }

    private static List<CatalogObject> columns(CatalogObject key, DependencyType type) {
        return key.dependencies().getOrDefault(ObjectAttribute.DEFINITION, List.of()).stream()
                .filter(edge -> edge.type() == type)
                .map(Edge::on)
                .filter(on -> on.type() == ObjectType.COLUMN)
                .collect(Collectors.toList());
    }

    /** The type without modifiers and collation. */
    private static String type(CatalogObject column) {
        return String.valueOf(column.attributes().get(ObjectAttribute.TYPE))
                .replaceAll(" COLLATE .*", "")
                .replaceAll("\\([^)]*\\)$", "");
    }
}
