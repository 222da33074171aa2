package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class LineItem {
    @Id Long id;
    @ManyToOne @JoinTable LineItem oneTop;
    @OneToOne @JoinTable LineItem otherTop;
    @ManyToMany Map<LineItem, LineItem> byItem;
    @ElementCollection Map<LineItem, String> byWord;
    @OneToMany Set<LineItem> subItems;
}
