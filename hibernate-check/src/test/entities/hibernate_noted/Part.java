package p;

import jakarta.persistence.*;
import org.hibernate.annotations.Parent;

@Embeddable
public class Part {
    @Parent
    Quiet owner;

    String size;
}
