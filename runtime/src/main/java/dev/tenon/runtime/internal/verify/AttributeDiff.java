package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.ObjectPath;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Compares two objects of the model attribute by attribute. The attributes are the record's components, so none is forgotten. */
final class AttributeDiff {

    private AttributeDiff() {}

    /** A difference for each attribute that is not alike, or one if they are not even of a kind. */
    static List<Difference> compare(ObjectPath at, Object expected, Object found) {
        return compare(at, expected, found, attribute -> true);
    }

    static List<Difference> compare(ObjectPath at, Object expected, Object found, Predicate<String> wanted) {
        if (!expected.getClass().equals(found.getClass())) {
            return List.of(Difference.different(at, "kind", kind(expected), kind(found)));
        }
        List<Difference> differences = new ArrayList<>();
        for (RecordComponent attribute : expected.getClass().getRecordComponents()) {
            Object one = value(attribute, expected);
            Object other = value(attribute, found);
            if (wanted.test(attribute.getName()) && !one.equals(other)) {
                differences.add(Difference.different(at, attribute.getName(), one, other));
            }
        }
        return differences;
    }

    private static String kind(Object object) {
        return object.getClass().getSimpleName();
    }

    private static Object value(RecordComponent attribute, Object of) {
        try {
            return attribute.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("the model's records are public and do not throw", impossible);
        }
    }
}
