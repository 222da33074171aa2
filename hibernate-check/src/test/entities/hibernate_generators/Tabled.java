package p;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.*;

@Entity
public class Tabled {
    @Id
    @GeneratedValue(generator = "tab")
    @GenericGenerator(name = "tab", strategy = "enhanced-table")
    Long id;
}
