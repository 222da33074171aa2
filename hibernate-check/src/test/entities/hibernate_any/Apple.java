package p;

import jakarta.persistence.*;

@Entity
public class Apple {
    @Id
    Long id;
}
