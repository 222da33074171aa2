package shop;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** The key of a line of a purchase. */
@Embeddable
public class LineKey implements Serializable {

    static final long serialVersionUID = 1;

    Long purchaseId;
    int lineNo;

    protected LineKey() {}

    public LineKey(int lineNo) {
        this.lineNo = lineNo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key && key.lineNo == lineNo && Objects.equals(key.purchaseId, purchaseId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(purchaseId, lineNo);
    }
}
