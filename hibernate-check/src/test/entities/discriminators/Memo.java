package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@DiscriminatorValue("2")
class Memo extends Doc {
    @Column(nullable = false) String note;
    int pages;
}
