package p;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@SoftDelete(columnName = "isGone", converter = org.hibernate.type.YesNoConverter.class)
public class Note {
    @Id
    Long id;

    @TenantId
    @Column(name = "org")
    String organization;

    @Convert(converter = org.hibernate.type.YesNoConverter.class)
    Boolean agreed;

    @Convert(converter = org.hibernate.type.TrueFalseConverter.class)
    boolean seen;
}
