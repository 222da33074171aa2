package example;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.io.Serializable;

/** Keys of several columns, keys that relationships map, and references to them. */
@Entity
class Line {
    @EmbeddedId
    LineId id;

    @MapsId("invoice")
    @ManyToOne
    Invoice invoice;

    @ManyToOne
    @JoinColumn(name = "prev_invoice", referencedColumnName = "invoice_invoiceNo")
    @JoinColumn(name = "prev_line", referencedColumnName = "lineNo")
    Line previous;

    @Embeddable
    static class LineId implements Serializable {
        private static final long serialVersionUID = 1;
        long invoice;
        int lineNo;
    }

    @Entity
    static class Invoice {
        @Id
        long invoiceNo;
    }

    @Entity
    static class Payment {
        @Id
        long id;

        @MapsId
        @OneToOne
        Invoice invoice;
    }

    @Entity
    static class Receipt {
        @Id
        long id;

        @OneToOne(optional = false)
        @PrimaryKeyJoinColumn
        Invoice invoice;
    }

    @Entity
    @IdClass(Part.PartId.class)
    static class Part {
        @Id
        int number;

        @Id
        @ManyToOne
        Line line;

        static class PartId implements Serializable {
            private static final long serialVersionUID = 1;
            int number;
            LineId line;
        }
    }

    @Entity
    static class Delivery {
        @Id
        long id;

        @ManyToOne(optional = false)
        Part part;
    }
}
