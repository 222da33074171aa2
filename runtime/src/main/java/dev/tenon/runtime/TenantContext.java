package dev.tenon.runtime;

import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.tenant.TenantKeys;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The tenant of the current thread, which connections of a {@link TenantDataSource} belong to. A filter or interceptor sets
 * it around a request:
 *
 * <pre>{@code
 * try (TenantContext.Scope scope = TenantContext.open(organizationId)) {
 *     chain.doFilter(request, response);
 * }
 * }</pre>
 *
 * <p>Other threads have no tenant, until a task is wrapped by {@link #wrap(Runnable)}, {@link #wrapCall} or an executor by
 * {@link #wrap(Executor)}. Virtual threads are threads like any other.
 */
public final class TenantContext {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TenantContext() {}

    /** A period in which a thread has a tenant. Closing it restores the tenant of before. */
    public static final class Scope implements AutoCloseable {

        private final Thread thread = Thread.currentThread();
        private final @Nullable String before;
        private boolean open = true;

        private Scope(@Nullable String before) {
            this.before = before;
        }

        /**
         * Restores the tenant of before; a second call does nothing.
         *
         * @throws IllegalStateException in another thread
         */
        @Override
        public void close() {
            if (Thread.currentThread() != thread) {
                throw new IllegalStateException(
                        "a scope of TenantContext is closed in another thread than it was opened in");
            }
            if (open) {
                open = false;
                set(before);
            }
        }
    }

    /** Returns the key of the current tenant; empty if there is none. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Makes a tenant the current one until the scope is closed.
     *
     * @param tenant the tenant's key; its {@code toString()} is the value of the setting
     * @throws TenonException with {@code TN655} if the key is null, empty, too long or no text of PostgreSQL
     */
    public static Scope open(@Nullable Object tenant) {
        try {
            return enter(TenantKeys.text(tenant));
        } catch (FaultException refused) {
            throw new TenonException(refused.fault(), refused.getCause());
        }
    }

    /** Works without a tenant until the scope is closed, for example for an inquiry of the operator. */
    public static Scope openNone() {
        return enter(null);
    }

    /**
     * Calls a task as a tenant.
     *
     * @param tenant the tenant's key
     * @return the result of the task
     * @throws Exception as the task throws it
     */
    public static <T> T call(@Nullable Object tenant, Callable<T> task) throws Exception {
        try (Scope scope = open(tenant)) {
            Objects.requireNonNull(scope);
            return task.call();
        }
    }

    /**
     * Runs a task as a tenant.
     *
     * @param tenant the tenant's key
     */
    public static void run(@Nullable Object tenant, Runnable task) {
        try (Scope scope = open(tenant)) {
            Objects.requireNonNull(scope);
            task.run();
        }
    }

    /** Returns a task that runs as the current tenant, in whichever thread; without a tenant if there is none now. */
    public static Runnable wrap(Runnable task) {
        String tenant = CURRENT.get();
        return () -> {
            try (Scope scope = enter(tenant)) {
                Objects.requireNonNull(scope);
                task.run();
            }
        };
    }

    /** Returns a task that is called as the current tenant, in whichever thread; without a tenant if there is none now. */
    public static <T> Callable<T> wrapCall(Callable<T> task) {
        String tenant = CURRENT.get();
        return () -> {
            try (Scope scope = enter(tenant)) {
                Objects.requireNonNull(scope);
                return task.call();
            }
        };
    }

    /** Returns an executor whose tasks run as the tenant that was current when they were submitted. */
    public static Executor wrap(Executor executor) {
        return task -> executor.execute(wrap(task));
    }

    /** Returns the key of the current tenant, or null. */
    static @Nullable String currentOrNull() {
        return CURRENT.get();
    }

    private static Scope enter(@Nullable String tenant) {
        Scope scope = new Scope(CURRENT.get());
        set(tenant);
        return scope;
    }

    private static void set(@Nullable String tenant) {
        if (tenant == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(tenant);
        }
    }
}
