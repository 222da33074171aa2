package p;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@SoftDelete
public class Owner {
    @Id
    Long id;

    @NaturalId
    int number;

    @ElementCollection
    @SoftDelete(columnName = "gone", strategy = SoftDeleteType.ACTIVE)
    List<String> words;

    @ManyToMany
    @SoftDelete
    Set<Label> labels;
}
