package clinic;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An embedded object in an embedded object, with overrides below those of the entity. */
@Embeddable
@Access(AccessType.PROPERTY)
public class Practice {
    private String title;
    private Place place;

    @Access(AccessType.FIELD)
    @Column(length = 24)
    private String remark;

    @Column(length = 23)
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    @AttributeOverride(name = "street", column = @Column(name = "inner_street", length = 41))
    @AttributeOverride(name = "city", column = @Column(name = "inner_city", length = 42))
    public Place getPlace() {
        return place;
    }

    public void setPlace(Place place) {
        this.place = place;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
