package p;

import jakarta.persistence.*;

@Entity
public class Pear {
    @Id
    Long id;
}
