package example;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;

/** Many-to-many relationships, unidirectional and bidirectional. */
@Entity
class Article {
    @Id
    long id;

    @ManyToMany
    Set<Tag> tags;

    @ManyToMany
    @OrderColumn
    List<Tag> ranked;

    @ManyToMany
    List<Tag> loose;

    @ManyToMany
    @JoinTable(
            name = "article_link",
            joinColumns = @JoinColumn(name = "source"),
            inverseJoinColumns = @JoinColumn(name = "target", foreignKey = @ForeignKey(name = "article_link_to")),
            indexes = @Index(name = "article_link_back", columnList = "target, source DESC"))
    Set<Article> links;

    @Entity
    static class Tag {
        @Id
        long id;

        @ManyToMany(mappedBy = "tags")
        Set<Article> articles;
    }
}
