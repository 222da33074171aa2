package shop;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.math.BigDecimal;

/** An item of a purchase. */
@Entity
public class LineItem {

    @EmbeddedId
    LineKey id;

    @MapsId("purchaseId")
    @ManyToOne
    Purchase purchase;

    String articleName;

    @Column(precision = 12, scale = 3)
    BigDecimal quantity;

    @ManyToOne
    @JoinColumn(name = "comes_with_purchase", referencedColumnName = "purchase_id")
    @JoinColumn(name = "comes_with_line", referencedColumnName = "lineNo")
    LineItem comesWith;

    protected LineItem() {}

    public LineItem(int lineNo, Purchase purchase, String articleName, BigDecimal quantity) {
        this.id = new LineKey(lineNo);
        this.purchase = purchase;
        this.articleName = articleName;
        this.quantity = quantity;
    }

    public String getArticleName() {
        return articleName;
    }
}
