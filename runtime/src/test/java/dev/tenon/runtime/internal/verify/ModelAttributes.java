package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Keyed;
import dev.tenon.schema.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The attributes of the model: the components of all records of a schema, such as {@code Column.nullable}. */
final class ModelAttributes {

    private static final String MODEL = Schema.class.getPackageName();

    private final Set<String> names = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private ModelAttributes() {}

    /** Returns all attributes. */
    static Set<String> all() {
        ModelAttributes attributes = new ModelAttributes();
        attributes.add(Schema.class);
        return attributes.names;
    }

    /**
     * Adds the attributes in which two objects differ, at any depth. For a list or optional value, it adds the
     * attribute that contains it, and compares the elements that both have.
     */
    static void addDifferent(Object one, Object other, Set<String> names) {
        if (!one.equals(other) && one.getClass().equals(other.getClass()) && one instanceof Record) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                Object before = value(component, one);
                Object after = value(component, other);
                if (!before.equals(after)) {
                    names.add(name(component));
                    addWithin(before, after, names);
                }
            }
        }
    }

    private static void addWithin(Object before, Object after, Set<String> names) {
        if (before instanceof List<?> old && after instanceof List<?> now) {
            boolean named = old.stream().anyMatch(Keyed.class::isInstance);
            for (int i = 0; i < old.size(); i++) {
                Object item = old.get(i);
                int place = i;
                Optional<?> same = named
                        ? now.stream()
                                .filter(each -> ((Keyed<?>) each).name().equals(((Keyed<?>) item).name()))
                                .findFirst()
                        : now.stream().skip(place).findFirst();
                same.ifPresent(each -> addDifferent(item, each, names));
            }
        } else if (before instanceof Optional<?> old && after instanceof Optional<?> now) {
            if (old.isPresent() && now.isPresent()) {
                addDifferent(old.get(), now.get(), names);
            }
        } else {
            addDifferent(before, after, names);
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                add(argument);
            }
        } else if (type instanceof Class<?> kind && kind.getPackageName().equals(MODEL) && seen.add(kind)) {
            if (kind.isSealed()) {
                for (Class<?> one : Objects.requireNonNull(kind.getPermittedSubclasses())) {
                    add(one);
                }
            }
            if (kind.isRecord()) {
                for (RecordComponent component : kind.getRecordComponents()) {
                    names.add(name(component));
                    add(component.getGenericType());
                }
            }
        }
    }

    private static String name(RecordComponent component) {
        return component
                        .getDeclaringRecord()
                        .getName()
                        .substring(MODEL.length() + 1)
                        .replace('$', '.') + "." + component.getName();
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("the model's records are public and do not throw", impossible);
        }
    }
}
