package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "comp")
@SecondaryTable(name = "comp_more", pkJoinColumns = {@PrimaryKeyJoinColumn(name = "k1", referencedColumnName = "one"), @PrimaryKeyJoinColumn(name = "k2", referencedColumnName = "two")})
class Comp {
    @EmbeddedId Key id;
    @Column(table = "comp_more") String text;
}
