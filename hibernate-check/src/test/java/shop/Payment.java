package shop;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A payment; all kinds are in one table. */
@Entity
@DiscriminatorColumn(name = "paymentKind", length = 20)
public abstract class Payment {

    @Id
    @GeneratedValue
    Long id;
}
