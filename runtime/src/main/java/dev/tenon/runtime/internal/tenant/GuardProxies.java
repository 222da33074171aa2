package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Creates guarded objects. The constructor of each class of proxies is remembered, because {@link Proxy} takes longer to
 * find it than to call it, and a unit of work creates at least three.
 */
final class GuardProxies {

    private static final ClassLoader LOADER = GuardProxies.class.getClassLoader();

    /** An interface of this package makes the class of the proxies, and so their constructor, accessible here. */
    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            InvocationHandler none = (proxy, method, arguments) -> null;
            Object first = Proxy.newProxyInstance(LOADER, new Class<?>[] {type, Guarded.class}, none);
            try {
                return first.getClass().getConstructor(InvocationHandler.class);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("every class of proxies has this constructor", impossible);
            }
        }
    };

    /** What all guarded objects are. */
    private interface Guarded {}

    private GuardProxies() {}

    /** Returns a guarded object. */
    static Object of(GuardedCalls calls, Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Proxy.newProxyInstance(LOADER, new Class<?>[] {type}, calls);
        }
        try {
            return CONSTRUCTORS.get(type).newInstance(calls);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no proxy of " + type, impossible);
        }
    }

    /** Returns the driver's object of a guarded one, and any other object as it is. */
    static @Nullable Object unguarded(@Nullable Object value) {
        return (value instanceof Guarded || (value != null && Proxy.isProxyClass(value.getClass())))
                        && Proxy.getInvocationHandler(value) instanceof GuardedCalls guarded
                ? guarded.target()
                : value;
    }
}
