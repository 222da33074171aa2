package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate validates the database against the entities of {@code import --style jpa}, and works with them. */
class HibernateImportTest {

    /** A strong reference; otherwise the level would be lost with the logger. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private final ClassLoader contextLoader = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path folder;

    HibernateImportTest() {
        HIBERNATE.setLevel(Level.SEVERE);
    }

    @AfterEach
    void clearTheEntities() {
        Thread.currentThread().setContextClassLoader(contextLoader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"billing", "shop", "chat", "cms", "search", "legacy", "grown", "objects", "hostile"})
    void hibernateValidatesTheDatabase(String name) throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            Script.execute(connection, Script.named(name));
            boot(database, connection).close();
        }
    }

    @Test
    void rowsAreWrittenAndReadThroughTheEntities() throws IOException, SQLException, ReflectiveOperationException {
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            Script.execute(connection, Script.named("billing"));
            try (SessionFactory sessions = boot(database, connection)) {
                Object account = instance(
                        "Account",
                        Map.of("email", "a@b.c", "name", "Ann", "metadata", "{\"a\": 1}", "createdAt", Instant.EPOCH));
                Object plan = instance(
                        "Plan",
                        Map.of("code", "pro", "price", BigDecimal.TEN, "currency", "EUR", "intervalMonths", (short) 3));
                Object subscription = instance(
                        "Subscription",
                        Map.of(
                                "id",
                                UUID.randomUUID(),
                                "account",
                                account,
                                "plan",
                                plan,
                                "status",
                                constant("SubscriptionStatus", "past_due"),
                                "period",
                                "[2026-01-01,2026-02-01)",
                                "quantity",
                                7));
                sessions.inTransaction(
                        session -> List.of(account, plan, subscription).forEach(session::persist));
                Object read = sessions.fromTransaction(
                        session -> session.createQuery("from Subscription", subscription.getClass())
                                .getSingleResult());
                assertThat(read)
                        .hasFieldOrPropertyWithValue("status", constant("SubscriptionStatus", "past_due"))
                        .hasFieldOrPropertyWithValue("quantity", 7);
            }
        }
    }

    /**
     * Boots Hibernate over the entities of the database; strings are stored as the column type, such as {@code jsonb}.
     */
    private SessionFactory boot(TestDatabase database, Connection connection) throws IOException, SQLException {
        EntitySources sources = EntitySources.of(
                DatabaseReader.read(connection),
                "imported",
                new ImportStyle(
                        EntityStyle.JPA, Optional.of(NamingStrategy.SNAKE_CASE), false, NullabilityStyle.OPTIONAL));
        Thread.currentThread()
                .setContextClassLoader(
                        Compiled.classes(sources.files(), folder, HibernateImportTest.class.getClassLoader()));
        Configuration configuration = new Configuration();
        entities(sources).forEach(configuration::addAnnotatedClass);
        configuration.setProperty("hibernate.connection.url", database.jdbcUrl() + "&stringtype=unspecified");
        configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
        configuration.setProperty(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
        return configuration.buildSessionFactory();
    }

    private static List<Class<?>> entities(EntitySources sources) {
        List<Class<?>> entities = new ArrayList<>();
        for (String file : sources.files().keySet()) {
            if (!file.endsWith("package-info.java")) {
                Class<?> type =
                        type(file.substring(0, file.length() - ".java".length()).replace('/', '.'));
                if (type.isAnnotationPresent(Entity.class)) {
                    entities.add(type);
                }
            }
        }
        assertThat(entities).isNotEmpty();
        return entities;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Object instance(String type, Map<String, Object> values) throws ReflectiveOperationException {
        Constructor<?> constructor = type("imported." + type).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            Field field = instance.getClass().getDeclaredField(value.getKey());
            field.setAccessible(true);
            field.set(instance, value.getValue());
        }
        return instance;
    }

    private static Object constant(String type, String name) throws ReflectiveOperationException {
        return type("imported." + type).getField(name).get(null);
    }
}
