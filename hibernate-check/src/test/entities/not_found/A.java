package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.NotFoundAction;

@Entity
class A {
    @Id Long id;
    @NotFound(action = NotFoundAction.IGNORE) @ManyToOne B one;
    @NotFound(action = NotFoundAction.IGNORE) @OneToOne @JoinColumn(name = "two") B two;
    @NotFound(action = NotFoundAction.EXCEPTION) @ManyToOne B three;
    @NotFound(action = NotFoundAction.IGNORE) @ManyToMany Set<B> many;
    @Embedded Inside inside;
}
