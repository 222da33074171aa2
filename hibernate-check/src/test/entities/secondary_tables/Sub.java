package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@SecondaryTable(name = "sub_more")
class Sub extends Base {
    @Column(table = "sub_more", nullable = false) String needed;
    @Column(table = "sub_more") String free;
    String own;
}
