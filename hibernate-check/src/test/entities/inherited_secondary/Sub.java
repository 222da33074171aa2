package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@SecondaryTable(name = "sub_more")
class Sub extends Top {
    @ManyToOne(optional = false) @JoinColumn(table = "sub_more", name = "top_ref") Top top;
    @ManyToOne(optional = false) @JoinTable(name = "sub_join") Top joined;
    @ManyToOne(optional = false) Top own;
}
