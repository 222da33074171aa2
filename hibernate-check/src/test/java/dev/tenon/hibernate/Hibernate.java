package dev.tenon.hibernate;

import jakarta.persistence.metamodel.EntityType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Hibernate ORM over a set of entities. */
final class Hibernate implements AutoCloseable {

    private final SessionFactory sessions;

    /**
     * Boots Hibernate.
     *
     * @param classes the mapped classes
     * @param loader their class loader
     * @param url the JDBC URL of the database
     * @param action the schema action at the start: {@code validate} or {@code create-only}
     */
    Hibernate(List<Class<?>> classes, ClassLoader loader, String url, Naming naming, String action) {
        Configuration configuration = new Configuration(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build());
        classes.forEach(configuration::addAnnotatedClass);
        configuration.setProperty("hibernate.connection.url", url);
        configuration.setProperty("hibernate.connection.pool_size", "1");
        configuration.setProperty("hibernate.hbm2ddl.auto", action);
        configuration.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        // Otherwise eager relationships in cycles make huge queries.
        configuration.setProperty("hibernate.max_fetch_depth", "0");
        naming.settings().forEach(configuration::setProperty);
        sessions = configuration.buildSessionFactory();
    }

    /** Runs work in one transaction. */
    void transact(Consumer<Session> work) {
        sessions.inTransaction(work);
    }

    /** Runs work in one transaction, and rolls it back. */
    void attempt(Consumer<Session> work) {
        sessions.inSession(session -> {
            session.beginTransaction();
            try {
                work.accept(session);
                session.flush();
            } finally {
                session.getTransaction().rollback();
            }
        });
    }

    /** The entities, by name. */
    List<EntityType<?>> entities() {
        return sessions.getMetamodel().getEntities().stream()
                .sorted(Comparator.comparing((EntityType<?> type) -> type.getName()))
                .<EntityType<?>>map(type -> type)
                .toList();
    }

    @Override
    public void close() {
        sessions.close();
    }
}
