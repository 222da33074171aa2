package dev.tenon.hibernate;

import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Hibernate ORM over a set of entities. */
final class Hibernate implements AutoCloseable {

    private final SessionFactory sessions;

    /**
     * Boots Hibernate.
     *
     * @param action the schema action at the start: {@code validate} or {@code create}
     */
    Hibernate(EntitySet entities, TestDatabase database, Naming naming, String action) throws IOException {
        Configuration configuration = new Configuration();
        entities.classes().forEach(configuration::addAnnotatedClass);
        configuration.setProperty("hibernate.connection.url", database.jdbcUrl());
        configuration.setProperty("hibernate.hbm2ddl.auto", action);
        configuration.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        naming.settings().forEach(configuration::setProperty);
        sessions = configuration.buildSessionFactory();
    }

    /** Runs work in one transaction. */
    void transact(Consumer<Session> work) {
        sessions.inTransaction(work);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
