package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose objects are. Who owns one may do everything with it, whatever is granted.
 *
 * @param migrator the owner of the history of migrations, if there is one
 * @param roles the owners of objects; none where everything has the same one
 */
public record Owners(Optional<String> migrator, Map<ObjectPath, String> roles) {

    public Owners {
        roles = Map.copyOf(roles);
    }

    /**
     * The role that should own the objects, for no snapshot names one: whoever migrates, else whoever owns most of them.
     *
     * @param objects the objects that count
     */
    public Optional<String> ofMost(Predicate<ObjectPath> objects) {
        return migrator.or(() -> roles.entrySet().stream()
                .filter(entry -> objects.test(entry.getKey()))
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(
                                Map.Entry::getKey,
                                Comparator.comparing(Function.<String>identity())
                                        .reversed()))
                .map(Map.Entry::getKey));
    }
}
