package dev.tenon.testing.postgres;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** Implements {@link PostgresTest}; a subclass may provide databases with contents. */
public class PostgresExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                ParameterResolver,
                TestInstancePostProcessor,
                TestInstancePreDestroyCallback {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);
    private static final Set<Class<?>> KINDS = Set.of(TestDatabase.class, DataSource.class, Connection.class);

    /** Called by JUnit. */
    public PostgresExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<TestDatabase> own = open(context.getRequiredTestClass());
        if (own.isPresent()) {
            store(context).put(StoredDatabase.class, new StoredDatabase(own.get()));
        } else if (known(context) == null) {
            store(context)
                    .put(
                            StoredDatabase.class,
                            new StoredDatabase(DevPostgres.shared().database()));
        }
        setFields(context.getRequiredTestClass(), null, ModifierSupport::isStatic, database(context), context);
    }

    /**
     * Opens the database of a test class.
     *
     * @return the database, closed after the class; empty if the class has no annotation and shares the database of its
     *     outer class
     */
    protected Optional<TestDatabase> open(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, PostgresTest.class)
                .map(PostgresTest::version)
                .map(version -> version == PostgresTest.SHARED ? DevPostgres.shared() : DevPostgres.version(version))
                .map(DevPostgres::database);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            ExtensionContext owner = context;
            while (owner.getRequiredTestClass() != instance.getClass()) {
                owner = owner.getParent().orElseThrow();
            }
            setFields(instance.getClass(), instance, ModifierSupport::isNotStatic, database(owner), context);
        }
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        InstanceConnections.created(testInstance, store(context));
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        TestInstancePreDestroyCallback.preDestroyTestInstances(
                context, instance -> InstanceConnections.destroyed(instance, store(context)));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return KINDS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        try {
            if (type == Connection.class && parameter.getDeclaringExecutable() instanceof Constructor) {
                Connection connection = database(context).connection();
                InstanceConnections.opened(connection, store(context));
                return connection;
            }
            return value(type, database(context), context);
        } catch (SQLException e) {
            throw new IllegalStateException("could not connect to the test database: " + e.getMessage(), e);
        }
    }

    private static void setFields(
            Class<?> type,
            @Nullable Object instance,
            Predicate<Field> which,
            TestDatabase database,
            ExtensionContext context)
            throws Exception {
        for (Field field : AnnotationSupport.findAnnotatedFields(
                type, InjectDatabase.class, which, HierarchyTraversalMode.TOP_DOWN)) {
            if (!KINDS.contains(field.getType()) || Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException("@InjectDatabase cannot set " + field
                        + "; make it a TestDatabase, a DataSource or a Connection, and not final");
            }
            field.setAccessible(true);
            field.set(instance, value(field.getType(), database, context));
        }
    }

    private static Object value(Class<?> type, TestDatabase database, ExtensionContext context) throws SQLException {
        if (type == DataSource.class) {
            return database.dataSource();
        }
        if (type == Connection.class) {
            Connection connection = database.connection();
            store(context).put(connection, (StoredResource) connection::close);
            return connection;
        }
        return database;
    }

    private static TestDatabase database(ExtensionContext context) {
        StoredDatabase database = known(context);
        if (database == null) {
            throw new ExtensionConfigurationException("register PostgresExtension at the class, as @PostgresTest does");
        }
        return database.database();
    }

    private static @Nullable StoredDatabase known(ExtensionContext context) {
        return store(context).get(StoredDatabase.class, StoredDatabase.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
