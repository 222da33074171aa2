package dev.tenon.tenants;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The same table with Hibernate's own tenant column. */
@Entity
@Table(name = "note")
public class OwnedNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @TenantId
    private @Nullable UUID tenant;

    private String text = "";

    /** For Hibernate. */
    protected OwnedNote() {}

    /** Creates a note of the current tenant. */
    public OwnedNote(String text) {
        this.text = text;
    }

    /** Returns the key. */
    public @Nullable Long getId() {
        return id;
    }

    /** Returns the tenant, which Hibernate sets. */
    public @Nullable UUID getTenant() {
        return tenant;
    }

    /** Returns the text. */
    public String getText() {
        return text;
    }
}
