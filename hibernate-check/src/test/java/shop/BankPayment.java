package shop;

import jakarta.persistence.Entity;

/** A payment by bank transfer. */
@Entity
public class BankPayment extends Payment {

    String iban;

    protected BankPayment() {}
}
