package dev.tenon.tenants;

import dev.tenon.runtime.TenantDataSource;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Creates Hibernate's factory on a tenant data source, without a tenant, as at the start of an application. */
final class Factories {

    private Factories() {}

    static SessionFactory of(TenantNotes notes, Map<String, Object> properties, Class<?>... entities) {
        Configuration configuration = new Configuration();
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        configuration
                .getProperties()
                .put("hibernate.connection.datasource", TenantDataSource.of(notes.pool(), TenantNotes.TENANCY));
        configuration.getProperties().put("hibernate.hbm2ddl.auto", "validate");
        configuration.getProperties().put("hibernate.jdbc.batch_size", "10");
        configuration.getProperties().putAll(properties);
        return configuration.buildSessionFactory();
    }
}
