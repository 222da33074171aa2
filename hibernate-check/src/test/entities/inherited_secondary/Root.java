package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "root_more")
class Root {
    @Id Long id;
    @Column(table = "root_more") String text;
}
