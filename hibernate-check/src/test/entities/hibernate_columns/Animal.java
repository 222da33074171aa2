package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@SoftDelete
@Inheritance(strategy = InheritanceType.JOINED)
public class Animal {
    @Id
    Long id;

    @NaturalId
    String tag;
}
