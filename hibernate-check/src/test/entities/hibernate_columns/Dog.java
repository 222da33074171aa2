package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
public class Dog extends Animal {
    @Column(unique = true)
    @Check(constraints = "weight > 0")
    Integer weight;
}
