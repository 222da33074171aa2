package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@MappedSuperclass
@Access(AccessType.FIELD)
abstract class Base {
    @Id Long id;
    private String createdBy;
    @Access(AccessType.PROPERTY) @Column(name = "created_by", updatable = false, nullable = false, length = 40) public String getCreatedBy() { return createdBy; }
    public void setCreatedBy(String s) { createdBy = s; }
}
