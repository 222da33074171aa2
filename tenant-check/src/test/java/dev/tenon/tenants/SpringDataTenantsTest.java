package dev.tenon.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.TenantContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.support.TransactionTemplate;

/** Repositories of Spring Data work through a tenant data source unchanged. */
@Tag("oldest-hibernate")
class SpringDataTenantsTest {

    /** A repository that does not mention the tenant. */
    public interface NoteRepository extends JpaRepository<Note, Long> {

        /** Finds notes by their beginning. */
        List<Note> findByTextStartingWith(String beginning);
    }

    @Test
    void repositoriesSeeTheTenantsRows() throws SQLException {
        try (TenantNotes notes = new TenantNotes(2);
                SessionFactory factory = Factories.of(notes, Map.of(), Note.class)) {
            NoteRepository repository = new JpaRepositoryFactory(
                            SharedEntityManagerCreator.createSharedEntityManager(factory))
                    .getRepository(NoteRepository.class);
            TransactionTemplate transaction = new TransactionTemplate(new JpaTransactionManager(factory));
            for (int number = 1; number <= 2; number++) {
                int notesOfIt = number;
                TenantContext.run(TenantNotes.tenant(number), () -> {
                    transaction.executeWithoutResult(status -> {
                        for (int i = 0; i < notesOfIt; i++) {
                            repository.save(new Note("note " + i));
                        }
                    });
                    assertThat(repository.count()).isEqualTo(notesOfIt);
                    assertThat(repository.findByTextStartingWith("note")).hasSize(notesOfIt);
                    assertThat(repository.findAll(PageRequest.of(0, 1)).getTotalElements())
                            .isEqualTo(notesOfIt);
                });
            }
        }
    }
}
