package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Embeddable
record Money(@Column(precision = 12, scale = 2) BigDecimal amount, @Column(length = 3) String currency) {}
