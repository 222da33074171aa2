package example;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

/** Property access, because the key is a getter; field access where it is declared. */
@Entity
class Account {
    private long number;
    private String iban;
    private boolean closed;

    @Access(AccessType.FIELD)
    private String ownerName;

    @Id
    public long getNumber() {
        return number;
    }

    public void setNumber(long number) {
        this.number = number;
    }

    @Column(length = 34)
    public String getIBAN() {
        return iban;
    }

    public void setIBAN(String iban) {
        this.iban = iban;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    @Transient
    public String getDisplayName() {
        return ownerName + " " + iban;
    }
}
