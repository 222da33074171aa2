package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@SecondaryTable(name = "OrderText")
class OrderHead {
    @Id Long headId;
    @Column(table = "OrderText") String longText;
    @OneToOne @JoinColumn(table = "OrderText") LineItem firstItem;
}
