package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class B {
    Long id;
    Money price;
    Accessed accessed;
    @Id public Long getId() { return id; }
    public void setId(Long id) { this.id = id; }
    public Money getPrice() { return price; }
    public void setPrice(Money price) { this.price = price; }
    public Accessed getAccessed() { return accessed; }
    public void setAccessed(Accessed accessed) { this.accessed = accessed; }
}
