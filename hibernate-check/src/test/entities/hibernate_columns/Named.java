package p;

import jakarta.persistence.*;
import java.time.*;
import org.hibernate.annotations.*;
import org.hibernate.generator.EventType;

@Entity
@Check(constraints = "high > low")
@Check(name = "named_positive", constraints = "low > 0")
@Comment("named things")
public class Named {
    @Id
    Long id;

    @NaturalId
    String code;

    @NaturalId(mutable = true)
    @ManyToOne
    Owner owner;

    @Check(constraints = "low < 100")
    Integer low;

    Integer high;

    @CreationTimestamp
    Instant made;

    @UpdateTimestamp
    LocalDateTime changed;

    @CurrentTimestamp(source = SourceType.VM)
    Instant now;

    @Generated(event = EventType.INSERT)
    @ColumnDefault("7")
    Integer given;

    @GeneratedColumn("low + high")
    Integer sum;

    @Collate("C")
    String sorted;

    @Formula("low * 2")
    Integer twice;

    @ColumnDefault("'x'")
    @Comment("a letter")
    String letter;
}
