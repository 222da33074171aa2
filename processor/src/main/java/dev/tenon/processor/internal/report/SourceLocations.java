package dev.tenon.processor.internal.report;

import dev.tenon.schema.ObjectPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps objects of the model and their attributes to the source code that declares them. A slash separates an attribute
 * from one of its items: {@code columns/title}.
 */
public final class SourceLocations {

    private final Map<ObjectPath, Map<String, SourceLocation>> sites = new HashMap<>();

    /** Records the place of an object; the first recorded place wins. */
    public void put(ObjectPath path, SourceLocation site) {
        put(path, "", site);
    }

    /** Records the place of an attribute of an object; the first recorded place wins. */
    public void put(ObjectPath path, String attribute, SourceLocation site) {
        sites.computeIfAbsent(path, key -> new HashMap<>(2)).putIfAbsent(attribute, site);
    }

    /** The narrowest known place: of the item, the attribute, the object, or the owner of the object. */
    Optional<SourceLocation> find(ObjectPath path, String attribute) {
        for (ObjectPath candidate : widening(path)) {
            Map<String, SourceLocation> known = sites.getOrDefault(candidate, Map.of());
            for (String narrow = candidate.equals(path) ? attribute : ""; ; narrow = wider(narrow)) {
                if (known.containsKey(narrow)) {
                    return Optional.of(known.get(narrow));
                }
                if (narrow.isEmpty()) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static String wider(String attribute) {
        return attribute.substring(0, Math.max(attribute.lastIndexOf('/'), 0));
    }

    private static Set<ObjectPath> widening(ObjectPath path) {
        Set<ObjectPath> paths = new LinkedHashSet<>();
        paths.add(path);
        paths.add(ObjectPath.table(path.owner()));
        paths.add(ObjectPath.enumType(path.owner()));
        paths.add(ObjectPath.view(path.owner()));
        paths.add(ObjectPath.object(path.owner()));
        paths.add(ObjectPath.tenancy());
        return paths;
    }
}
