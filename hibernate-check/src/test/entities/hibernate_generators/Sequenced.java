package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Sequenced {
    @Id
    @GeneratedValue(generator = "seq")
    @GenericGenerator(name = "seq", strategy = "sequence", parameters = {
            @org.hibernate.annotations.Parameter(name = "sequence_name", value = "theSequence"),
            @org.hibernate.annotations.Parameter(name = "initial_value", value = "3"),
            @org.hibernate.annotations.Parameter(name = "increment_size", value = "20")})
    Long id;
}
