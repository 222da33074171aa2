package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;

/** The quantity of an article in a warehouse. */
@Entity
@IdClass(StockId.class)
public class Stock {

    @Id
    @Column(length = 30)
    String article;

    @Id
    @ManyToOne
    Warehouse warehouse;

    long pieces;

    @ManyToOne
    Stock refilledFrom;
}
