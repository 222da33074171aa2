package clinic;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;

/** An entity with property access, except for one field. */
@Entity
@AttributeOverride(name = "licensed", column = @Column(name = "has_license", nullable = false))
public class Doctor extends Staff {

    @Access(AccessType.FIELD)
    @Column(length = 14, nullable = false)
    private String subject = "";

    private Practice practice;
    private Practice formerPractice;

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    @Column(name = "is_head", nullable = false)
    public Boolean isHead() {
        return subject.isEmpty();
    }

    public void setHead(Boolean head) {
        this.subject = head ? "" : subject;
    }

    @Embedded
    @AttributeOverride(name = "place.street", column = @Column(name = "practice_street", nullable = false))
    public Practice getPractice() {
        return practice;
    }

    public void setPractice(Practice practice) {
        this.practice = practice;
    }

    @AttributeOverride(name = "title", column = @Column(name = "former_title", length = 7))
    @AttributeOverride(name = "place.street", column = @Column(name = "former_street"))
    @AttributeOverride(name = "place.city", column = @Column(name = "former_city"))
    @AttributeOverride(name = "remark", column = @Column(name = "former_remark"))
    public Practice getFormerPractice() {
        return formerPractice;
    }

    public void setFormerPractice(Practice formerPractice) {
        this.formerPractice = formerPractice;
    }
}
