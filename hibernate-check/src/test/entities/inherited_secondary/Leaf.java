package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@SecondaryTable(name = "leaf_more", pkJoinColumns = @PrimaryKeyJoinColumn(name = "leaf_id"))
class Leaf extends Root {
    @Column(table = "leaf_more") String more;
    @Column(table = "leaf_more", nullable = false) String must;
    @ManyToOne(optional = false) @JoinColumn(table = "leaf_more", name = "root_ref") Root root;
}
