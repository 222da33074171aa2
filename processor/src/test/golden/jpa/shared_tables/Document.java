package example;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/** Two entities with one table, and a join table that is an entity, too. */
@Entity
class Document {
    @Id
    Long id;

    String title;

    byte[] content;

    @ManyToMany
    @JoinTable(
            name = "document_tag",
            joinColumns = @JoinColumn(name = "document_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    Set<Tag> tags;
}

@Entity
@Table(name = "document")
class DocumentTitle {
    @Id
    Long id;

    String title;

    @ManyToOne
    DocumentTitle follows;
}

@Entity
class Tag {
    @Id
    Long id;
}

@Entity
@Table(name = "document_tag")
class Tagging {
    @EmbeddedId
    TaggingId id;

    @MapsId("documentId")
    @ManyToOne
    @JoinColumn(name = "document_id")
    Document document;

    @MapsId("tagId")
    @ManyToOne
    @JoinColumn(name = "tag_id")
    Tag tag;

    @Column(nullable = false)
    Instant since;
}

@Embeddable
class TaggingId implements Serializable {
    private static final long serialVersionUID = 1;

    Long documentId;
    Long tagId;
}
