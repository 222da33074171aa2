package example;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** To-one relationships, from both sides. */
@Entity
class Task {
    @Id
    long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Person owner;

    @ManyToOne
    @JoinColumn(name = "reviewedBy", nullable = false, foreignKey = @ForeignKey(name = "task_reviewer"))
    Person reviewer;

    @ManyToOne
    @JoinColumn(referencedColumnName = "badge")
    Person guard;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Person author;

    @OneToOne
    Report report;

    @Column(name = "owner_id", insertable = false, updatable = false)
    Long ownerId;

    @Entity
    static class Person {
        @Id
        long id;

        @Column(unique = true)
        String badge;
    }

    @Entity
    static class Report {
        @Id
        long id;

        @OneToOne(mappedBy = "report")
        Task task;
    }
}
