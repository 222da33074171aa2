package shop;

import java.io.Serializable;
import java.util.Objects;

/** The article and the warehouse. */
public class StockId implements Serializable {

    static final long serialVersionUID = 1;

    String article;
    Long warehouse;

    @Override
    public boolean equals(Object other) {
        return other instanceof StockId id
                && Objects.equals(id.article, article)
                && Objects.equals(id.warehouse, warehouse);
    }

    @Override
    public int hashCode() {
        return Objects.hash(article, warehouse);
    }
}
