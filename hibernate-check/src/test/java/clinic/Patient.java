package clinic;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.type.SqlTypes;

/** An entity with embedded objects as columns, documents and elements. */
@Entity
public class Patient extends Audited {

    @Version
    @dev.tenon.annotation.Column(type = "bigint")
    Long revision;

    Vitals vitals;

    @AttributeOverride(name = "pulse", column = @Column(name = "first_pulse", nullable = false))
    @AttributeOverride(name = "weight", column = @Column(name = "first_weight"))
    @AttributeOverride(name = "height", column = @Column(name = "first_height"))
    @AttributeOverride(name = "taken", column = @Column(name = "first_taken"))
    Vitals firstVitals;

    @Embedded
    @JdbcTypeCode(SqlTypes.JSON)
    Contact contact;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "kin", nullable = false)
    Contact nextOfKin = new Contact();

    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    Patient mother;

    @OneToOne
    @NotFound(action = NotFoundAction.EXCEPTION)
    Patient guardian;

    @ManyToMany
    @NotFound(action = NotFoundAction.IGNORE)
    Set<Patient> siblings = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Ward ward = Ward.NORTH;

    @Enumerated(EnumType.STRING)
    @dev.tenon.annotation.Column(type = "varchar(255)")
    Ward formerWard;

    @Column(length = 3)
    Character grade;

    @ElementCollection
    @dev.tenon.annotation.Column(type = "varchar(255)")
    List<String> allergies = new ArrayList<>();

    @ElementCollection
    @OrderColumn
    @dev.tenon.annotation.Column(type = "varchar(255)", comment = "as told")
    List<String> complaints = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "drug", length = 40)
    Map<String, Vitals> afterDrugs = new HashMap<>();

    @ElementCollection
    Set<Dose> doses = new HashSet<>();

    @ElementCollection
    Map<Dose, Vitals> vitalsByDose = new HashMap<>();
}
