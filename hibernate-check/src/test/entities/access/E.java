package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class E extends Base {
    int x;
    Boolean active;
    public Boolean isActive() { return active; }
}
