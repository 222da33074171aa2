package dev.tenon.runtime.internal.tenant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The calls of one guarded object. */
abstract class GuardedCalls implements InvocationHandler {

    private static final Object[] NONE = {};

    private final ConnectionGuard guard;
    private final Object target;

    GuardedCalls(ConnectionGuard guard, Object target) {
        this.guard = guard;
        this.target = target;
    }

    final ConnectionGuard guard() {
        return guard;
    }

    /** Returns the driver's object. */
    final Object target() {
        return target;
    }

    /** Returns the calls of the same object under another interface of the driver. */
    abstract GuardedCalls of(Object unwrapped);

    @Override
    @SuppressWarnings("NullAway") // The arguments of a method of Object or Wrapper are what their declaration says.
    public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        @Nullable Object[] given = arguments == null ? NONE : arguments;
        return switch (method.getName()) {
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> target.toString();
            case "unwrap" -> guard.unwrap(proxy, this, (Class<?>) given[0]);
            case "isWrapperFor" -> guard.isWrapperFor(proxy, this, (Class<?>) given[0]);
            default -> call(proxy, method, given);
        };
    }

    /** Calls a method of JDBC or of the driver. */
    abstract @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable;
}
