package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A remark on a customer; the association is unidirectional. */
@Entity
public class Remark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(columnDefinition = "text")
    String content;

    protected Remark() {}

    public Remark(String content) {
        this.content = content;
    }

    public String getContent() {
        return content;
    }
}
