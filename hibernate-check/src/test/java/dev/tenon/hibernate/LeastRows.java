package dev.tenon.hibernate;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Persists one object of each entity with only what Hibernate requires, and tells how that ends. */
final class LeastRows {

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "a"),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Short.class, (short) 1),
            Map.entry(Byte.class, (byte) 1),
            Map.entry(Boolean.class, true),
            Map.entry(Character.class, 'a'),
            Map.entry(Double.class, 1.0),
            Map.entry(Float.class, 1.0f),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(BigInteger.class, BigInteger.ONE),
            Map.entry(UUID.class, new UUID(1, 1)),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(LocalDateTime.class, LocalDateTime.MIN.withYear(2000)),
            Map.entry(OffsetDateTime.class, OffsetDateTime.MIN.withYear(2000)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(byte[].class, new byte[] {1}));

    private static final int DEEPEST = 6;

    private static final int MOST = 40;

    private final Session session;
    private int made;

    private LeastRows(Session session) {
        this.session = session;
    }

    /** How persisting ends, by entity. */
    static Map<String, String> outcomes(Hibernate hibernate) {
        Map<String, String> outcomes = new TreeMap<>();
        for (EntityType<?> type : hibernate.entities()) {
            if (!Modifier.isAbstract(type.getJavaType().getModifiers())) {
                outcomes.put(type.getName(), outcome(hibernate, type));
            }
        }
        return outcomes;
    }

    private static String outcome(Hibernate hibernate, EntityType<?> type) {
        try {
            hibernate.attempt(session -> session.persist(new LeastRows(session).object(type, 0)));
            return "persisted";
        } catch (RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null && !(cause instanceof SQLException)) {
                cause = cause.getCause();
            }
            return cause instanceof SQLException sql ? "SQLSTATE " + sql.getSQLState() : cause.toString();
        }
    }

    private Object object(ManagedType<?> type, int depth) {
        if (++made > MOST) {
            throw new IllegalStateException("needs too many objects");
        }
        if (type.getJavaType().isRecord()) {
            return ofRecord(type);
        }
        Object object = instance(type.getJavaType());
        for (Attribute<?, ?> attribute : type.getAttributes()) {
            if (attribute instanceof SingularAttribute<?, ?> single) {
                Object value = value(single, type instanceof EmbeddableType<?>, depth);
                if (value != null) {
                    set(object, single.getJavaMember(), single.getName(), value);
                }
            }
        }
        return object;
    }

    private Object ofRecord(ManagedType<?> type) {
        RecordComponent[] components = type.getJavaType().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(components[i].getType());
        }
        try {
            Constructor<?> constructor = type.getJavaType().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object value(SingularAttribute<?, ?> attribute, boolean inside, int depth) {
        boolean generated = attribute.getJavaMember() instanceof java.lang.reflect.AnnotatedElement element
                && (element.isAnnotationPresent(jakarta.persistence.GeneratedValue.class)
                        || element.isAnnotationPresent(jakarta.persistence.Version.class));
        boolean needed = attribute.isId() || !attribute.isOptional() || inside;
        if (generated || !needed || depth > DEEPEST) {
            return null;
        }
        if (attribute.getType() instanceof EntityType<?> target) {
            if (attribute.isOptional() && !attribute.isId()) {
                return null;
            }
            Object other = object(target, depth + 1);
            session.persist(other);
            return other;
        }
        return attribute.getType() instanceof EmbeddableType<?> embedded
                ? object(embedded, depth + 1)
                : of(attribute.getJavaType());
    }

    private static @Nullable Object of(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return VALUES.get(java.lang.invoke.MethodType.methodType(type).wrap().returnType());
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void set(Object object, @Nullable Member member, String name, Object value) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean isIt = member instanceof Field
                        ? field.equals(member)
                        : field.getName().equals(name);
                if (isIt && !Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        field.set(object, value);
                    } catch (ReflectiveOperationException | IllegalArgumentException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                    return;
                }
            }
        }
    }
}
