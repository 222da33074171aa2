package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.format.AttributeFormatter;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.ObjectDelta;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/**
 * Converts the changes from the live to the expected schema to differences. The old value of a change is the found
 * value, the new value is the expected one. Two records are compared by all their components, so that a new attribute
 * is never missed.
 */
final class ChangeDifferences implements ObjectDelta.Cases<Stream<Difference>> {

    @Override
    public Stream<Difference> creation(ObjectDelta.Creation delta) {
        return Stream.of(Difference.missing(delta.path(), AttributeFormatter.summary(delta.created())));
    }

    @Override
    public Stream<Difference> removal(ObjectDelta.Removal delta) {
        return Stream.of(Difference.unexpected(delta.path(), AttributeFormatter.summary(delta.removed())));
    }

    @Override
    public Stream<Difference> rename(ObjectDelta.Rename delta) {
        return different(
                delta.after(), "name", delta.after().name(), delta.path().name());
    }

    @Override
    public Stream<Difference> alteration(ObjectDelta.Alteration delta) {
        return different(delta.path(), delta.attribute(), delta.after(), delta.before());
    }

    @Override
    public Stream<Difference> replacement(ObjectDelta.Replacement delta) {
        Object expected = delta.after();
        Object found = delta.before();
        return expected.getClass().equals(found.getClass())
                ? Stream.of(expected.getClass().getRecordComponents())
                        .flatMap(attribute -> different(
                                delta.path(), attribute.getName(), value(attribute, expected), value(attribute, found)))
                : different(delta.path(), "kind", kind(expected), kind(found));
    }

    @Override
    public Stream<Difference> composite(ObjectDelta.Composite delta) {
        return delta.parts().stream().flatMap(part -> part.match(this));
    }

    private static Stream<Difference> different(ObjectPath at, String attribute, Object expected, Object found) {
        return expected.equals(found)
                ? Stream.empty()
                : Stream.of(Difference.different(at, attribute, expected, found));
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
