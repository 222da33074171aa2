package dev.tenon.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.TenantContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hibernate works through a tenant data source unchanged, with entities that do not mention the tenant. */
class HibernateTenantsTest {

    private static final String TEXTS = "select n.text from Note n order by n.text";

    private final TenantNotes notes = new TenantNotes(3);

    HibernateTenantsTest() throws SQLException {}

    @AfterEach
    void close() {
        notes.close();
    }

    @Test
    void eachTenantSeesItsOwnEntities() throws SQLException {
        try (SessionFactory factory = Factories.of(notes, Map.of(), Note.class)) {
            for (int number = 1; number <= 3; number++) {
                String text = "of " + number;
                TenantContext.run(TenantNotes.tenant(number), () -> {
                    factory.inTransaction(session -> session.persist(new Note(text)));
                    factory.inTransaction(session -> {
                        Note found =
                                session.createQuery("from Note", Note.class).getSingleResult();
                        found.setText(found.getText() + ", changed");
                    });
                    assertThat(texts(factory)).containsExactly(text + ", changed");
                });
            }
            assertThat(notes.all("SELECT count(DISTINCT tenant) FROM note")).isEqualTo("3");
            TenantContext.run(
                    TenantNotes.tenant(1),
                    () -> factory.inTransaction(session -> {
                        assertThat(session.createMutationQuery("delete from Note")
                                        .executeUpdate())
                                .isEqualTo(1);
                    }));
            assertThat(notes.all("SELECT count(*) FROM note")).isEqualTo("2");
        }
    }

    @Test
    void failedTransactionsAreRolledBackAndLaterOnesWork() {
        try (SessionFactory factory = Factories.of(notes, Map.of(), Note.class)) {
            TenantContext.run(TenantNotes.tenant(1), () -> {
                assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(new Note("refused"))))
                        .hasStackTraceContaining("note_text_check");
                factory.inTransaction(session -> session.persist(new Note("accepted")));
                assertThat(texts(factory)).containsExactly("accepted");
            });
            assertThatThrownBy(() -> texts(factory)).hasStackTraceContaining("permission denied for table note");
        }
    }

    @Test
    void readsOutsideOfTransactionsAreTheTenants() {
        try (SessionFactory factory = Factories.of(notes, Map.of(), Note.class);
                TenantContext.Scope one = TenantContext.open(TenantNotes.tenant(1))) {
            assertThat(one).isNotNull();
            factory.inTransaction(session -> {
                session.persist(new Note("a"));
                session.persist(new Note("b"));
            });
            try (Session session = factory.openSession()) {
                assertThat(session.createQuery(TEXTS, String.class).getResultList())
                        .containsExactly("a", "b");
                assertThat(session.createQuery(TEXTS, String.class).setFetchSize(1).stream())
                        .containsExactly("a", "b");
            }
        }
    }

    @Test
    void resolverOfHibernateIsTheContext() {
        Map<String, Object> resolver = Map.of("hibernate.tenant_identifier_resolver", new CurrentTenant());
        try (SessionFactory factory = Factories.of(notes, resolver, OwnedNote.class)) {
            for (int number = 1; number <= 2; number++) {
                TenantContext.run(TenantNotes.tenant(number), () -> {
                    factory.inTransaction(session -> session.persist(new OwnedNote("owned")));
                    OwnedNote found =
                            factory.fromTransaction(session -> session.createQuery("from OwnedNote", OwnedNote.class)
                                    .getSingleResult());
                    assertThat(found.getTenant())
                            .hasToString(TenantContext.current().orElseThrow());
                });
            }
        }
    }

    private static List<String> texts(SessionFactory factory) {
        return factory.fromTransaction(
                session -> session.createQuery(TEXTS, String.class).getResultList());
    }
}
