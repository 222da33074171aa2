package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
record Accessed(String plain, String none, @Column(length = 7) String component) {
    @Column(length = 5) public String plain() { return plain; }
}
