package dev.tenon.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.TenantContext;
import dev.tenon.runtime.TenantDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Transactions that Spring manages are the tenant's, with JPA and with JdbcTemplate. */
class SpringTenantsTest {

    /** The beans of an application. */
    @Configuration
    @EnableTransactionManagement
    public static class Application {

        @Bean(destroyMethod = "close")
        TenantNotes notes() throws SQLException {
            return new TenantNotes(4);
        }

        @Bean
        DataSource dataSource(TenantNotes notes) {
            return TenantDataSource.of(notes.pool(), TenantNotes.TENANCY);
        }

        @Bean(destroyMethod = "close")
        EntityManagerFactory entityManagerFactory(TenantNotes notes) {
            return Factories.of(notes, Map.of(), Note.class);
        }

        @Bean
        PlatformTransactionManager jpa(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }

        @Bean
        PlatformTransactionManager jdbc(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        NoteService service(EntityManagerFactory factory, DataSource dataSource) {
            return new NoteService(
                    SharedEntityManagerCreator.createSharedEntityManager(factory), new JdbcTemplate(dataSource));
        }
    }

    /** A service that does not know tenants. */
    public static class NoteService {

        private final EntityManager entities;
        private final JdbcTemplate jdbc;

        /** Creates it. */
        public NoteService(EntityManager entities, JdbcTemplate jdbc) {
            this.entities = entities;
            this.jdbc = jdbc;
        }

        /** Writes with JPA. */
        @Transactional("jpa")
        public void write(String text, boolean fails) {
            entities.persist(new Note(text));
            entities.flush();
            if (fails) {
                throw new IllegalStateException("undone");
            }
        }

        /** Counts with JPA. */
        @Transactional(value = "jpa", readOnly = true)
        public long count() {
            return entities.createQuery("select count(n) from Note n", Long.class)
                    .getSingleResult();
        }

        /** Writes and counts with JDBC in one transaction. */
        @Transactional(value = "jdbc", isolation = Isolation.SERIALIZABLE)
        public String writeByJdbc(String text) {
            jdbc.update("INSERT INTO note (text) VALUES (?)", text);
            return String.valueOf(jdbc.queryForObject(
                    "SELECT count(*) || ' ' || current_setting('transaction_isolation') FROM note", String.class));
        }

        /** Calls another tenant's work in a transaction of this one. */
        @Transactional("jdbc")
        public void writeForOther(Runnable other) {
            jdbc.update("INSERT INTO note (text) VALUES ('mine')");
            other.run();
        }

        /** Writes in a transaction of its own. */
        @Transactional(value = "jdbc", propagation = Propagation.REQUIRES_NEW)
        public void writeAlone(String text) {
            jdbc.update("INSERT INTO note (text) VALUES (?)", text);
        }
    }

    @Test
    void transactionalServicesWorkAsTheTenantOfTheContext() throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Application.class)) {
            NoteService service = context.getBean(NoteService.class);
            TenantContext.run(TenantNotes.tenant(1), () -> {
                service.write("one", false);
                assertThatThrownBy(() -> service.write("none", true)).hasMessage("undone");
                assertThat(service.count()).isEqualTo(1);
                assertThat(service.writeByJdbc("two")).isEqualTo("2 serializable");
            });
            TenantContext.run(TenantNotes.tenant(2), () -> {
                assertThat(service.count()).isZero();
                assertThatThrownBy(() -> service.writeForOther(
                                () -> TenantContext.run(TenantNotes.tenant(3), () -> service.writeByJdbc("other"))))
                        .hasStackTraceContaining("TN658");
                service.writeForOther(
                        () -> TenantContext.run(TenantNotes.tenant(3), () -> service.writeAlone("other")));
                assertThat(service.count()).isEqualTo(1);
            });
            assertThat(
                            context.getBean(TenantNotes.class)
                                    .all(
                                            "SELECT string_agg(right(tenant::text, 1) || text, ' ' ORDER BY tenant, text) FROM note"))
                    .isEqualTo("1one 1two 2mine 3other");
            Executor executor = TenantContext.wrap(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            java.util.concurrent.FutureTask<Long> counted = new java.util.concurrent.FutureTask<>(service::count);
            TenantContext.run(TenantNotes.tenant(1), () -> executor.execute(counted));
            assertThat(counted.get()).isEqualTo(2);
        }
    }
}
