package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class Cat extends Pet {
    @ManyToOne Cat mother;
    @OneToOne Pet friend;
    @Column(unique = true) String chip;
}
