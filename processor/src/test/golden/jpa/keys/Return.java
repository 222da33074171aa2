package example;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;

/** A reference of several columns in a container annotation. */
@Entity
class Return {
    @Id
    long id;

    @ManyToOne
    @JoinColumns({
        @JoinColumn(name = "of_invoice", referencedColumnName = "invoice_invoiceNo"),
        @JoinColumn(name = "of_line", referencedColumnName = "lineNo")
    })
    Line line;
}
