package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@SecondaryTable(name = "s_more", pkJoinColumns = @PrimaryKeyJoinColumn(name = "s_id"))
class S {
    @Id Long id;
    @Column(table = "s_more") String bio;
    @Column(table = "s_more", nullable = false) String must;
    @ManyToOne @JoinColumn(table = "s_more", name = "friend") S friend;
    @Embedded @AttributeOverride(name = "x", column = @Column(table = "s_more", name = "place_x")) @AttributeOverride(name = "y", column = @Column(table = "s_more", name = "place_y", unique = true)) Pos pos;
}
