package dev.tenon.tenants;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entity that does not mention its tenant. */
@Entity
@Table(name = "note")
public class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String text = "";

    /** For Hibernate. */
    protected Note() {}

    /** Creates a note of the current tenant. */
    public Note(String text) {
        this.text = text;
    }

    /** Returns the key. */
    public @Nullable Long getId() {
        return id;
    }

    /** Returns the text. */
    public String getText() {
        return text;
    }

    /** Changes the text. */
    public void setText(String changed) {
        text = changed;
    }
}
