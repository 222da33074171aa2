package clinic;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A superclass with field access, with one exception, and a key with a type of Tenon's. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @dev.tenon.annotation.Column(type = "bigint")
    Long id;

    private String createdBy = "";

    @Access(AccessType.PROPERTY)
    @Column(name = "created_by", updatable = false, nullable = false, length = 40)
    public String getCreatedBy() {
        return createdBy;
    }

    public void setCreatedBy(String createdBy) {
        this.createdBy = createdBy;
    }

    public String getShown() {
        return createdBy;
    }
}
