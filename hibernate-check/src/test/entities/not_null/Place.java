package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
class Place {
    int x;
    Integer y;
    @Column(nullable = false) String name;
    @Basic(optional = false) String street;
}
