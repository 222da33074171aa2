package example;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.UniqueConstraint;

/** Columns of an entity in other tables. */
@Entity
@SecondaryTables({
    @SecondaryTable(
            name = "employee_text",
            pkJoinColumns = @PrimaryKeyJoinColumn(name = "employee"),
            indexes = @Index(columnList = "nick"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"language", "nick"})),
    @SecondaryTable(name = "employee_pay")
})
class Employee {
    @Id
    Long id;

    @Column(table = "employee_text", nullable = false)
    String language;

    @Column(table = "employee_text")
    String nick;

    @Embedded
    @AttributeOverride(name = "iban", column = @Column(table = "employee_pay", name = "iban"))
    Account account;

    @ManyToOne
    @JoinColumn(table = "employee_pay")
    Employee payer;

    @OneToOne
    @JoinTable(name = "employee_deputy")
    Employee deputy;
}

@Embeddable
class Account {
    String iban;
}
