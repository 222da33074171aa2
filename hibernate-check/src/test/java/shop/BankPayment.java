package shop;

import jakarta.persistence.Entity;

/** From a bank account. */
@Entity
public class BankPayment extends Payment {

    String iban;

    protected BankPayment() {}
}
