package example;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Annotations of a table; annotations of queries and callbacks do not affect the schema. */
@Entity
@Table(
        name = "ProductCatalog",
        schema = "shop",
        comment = "what can be bought",
        indexes = {
            @Index(columnList = "unitPrice DESC, name"),
            @Index(name = "product_name", columnList = "lower(name)", unique = true)
        },
        uniqueConstraints = @UniqueConstraint(name = "product_sku", columnNames = {"sku", "name"}),
        check = @CheckConstraint(name = "costs", constraint = "unit_price >= 0"))
@Cacheable
@NamedQuery(name = "all", query = "select p from Product p")
class Product {
    @Id
    long id;

    String sku;
    String name;
    int unitPrice;

    @PrePersist
    void check() {}
}
