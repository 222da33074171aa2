package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.IndexKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an access method of indexes supports. AccessMethods has a row for each that is known.
 *
 * @param name the method's name
 * @param extension the extension that provides it; none if PostgreSQL does
 * @param capabilities what its indexes can do
 * @param defaultClasses its default operator classes
 * @param hasDefault whether a type has one of the default operator classes; not known for types of extensions
 * @param additionalClasses the extension with default operator classes for more types
 * @param parameters its storage parameters
 * @param metrics for vectors: by type, the metrics that it has an operator class for
 */
public record AccessMethod(
        String name,
        Optional<String> extension,
        Set<Capability> capabilities,
        Set<String> defaultClasses,
        Predicate<ColumnType> hasDefault,
        Optional<String> additionalClasses,
        Map<String, ParameterRange> parameters,
        Map<String, Set<String>> metrics) {

    /** A feature that not every access method supports. */
    public enum Capability {
        UNIQUE,
        EXCLUSION,
        INCLUDE,
        SORT_ORDER,
        SEVERAL_KEYS
    }

    /** Whether indexes of the method have the feature. */
    public boolean supports(Capability capability) {
        return capabilities.contains(capability);
    }

    /**
     * The key without its operator class if that is a default. The model omits default classes, as the catalogs do, so
     * that an index that names one equals one that does not.
     */
    public IndexKey omitDefault(IndexKey key) {
        return key.operatorClass()
                        .filter(name -> defaultClasses.contains(name.name()))
                        .isPresent()
                ? new IndexKey(key.target(), Optional.empty(), key.collation(), key.order())
                : key;
    }

    /** Whether it indexes vectors by their distance. */
    public boolean isForVectors() {
        return !metrics.isEmpty();
    }

    /** The operator classes for a vector type, sorted; empty if the method cannot index the type. */
    public List<String> vectorClasses(String type) {
        return metrics.getOrDefault(type, Set.of()).stream()
                .map(metric -> type + "_" + metric + "_ops")
                .sorted()
                .toList();
    }
}
