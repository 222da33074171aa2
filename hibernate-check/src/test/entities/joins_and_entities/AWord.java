package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
@Table(name = "a_word")
class AWord {
    @Id Long id;
    String word;
}
