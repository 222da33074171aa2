package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** An order; {@code order} is reserved in PostgreSQL. */
@Entity
public class Purchase extends Base<Long> {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Customer customer;

    @Column(name = "customer_id", insertable = false, updatable = false)
    UUID customerId;

    Money total;

    @ManyToOne
    Payment paidBy;

    @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL)
    List<LineItem> lines = new ArrayList<>();

    protected Purchase() {}

    public Purchase(long number, Customer customer, Money total, Payment paidBy) {
        super(number);
        this.customer = customer;
        this.total = total;
        this.paidBy = paidBy;
    }

    public Money getTotal() {
        return total;
    }

    public Payment getPaidBy() {
        return paidBy;
    }

    public List<LineItem> getLines() {
        return lines;
    }
}
