package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "doc")
class DocInfo {
    @Id Long id;
    String title;
    Integer pages;
    @Column(unique = true) String code;
    @ManyToOne @JoinColumn(name = "parent_id") DocInfo above;
}
