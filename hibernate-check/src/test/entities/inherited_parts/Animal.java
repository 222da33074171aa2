package entities;

import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Tables of subclasses have the columns of this one, but not all that is said about them. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@SecondaryTable(name = "animal_note")
@Table(indexes = @Index(name = "animal_place", columnList = "shed, stall", unique = true))
public class Animal {
    @Id
    Long id;

    @Column(unique = true)
    String chip;

    @NaturalId
    String passport;

    String shed;

    Integer stall;

    @Column(table = "animal_note")
    String note;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Keeper keeper;

    @OneToOne
    License license;
}
