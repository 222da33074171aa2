package shop;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** A payment by card. */
@Entity
@DiscriminatorValue("card")
public class CardPayment extends Payment {

    String cardNumber;

    protected CardPayment() {}

    public CardPayment(String cardNumber) {
        this.cardNumber = cardNumber;
    }

    public String getCardNumber() {
        return cardNumber;
    }
}
