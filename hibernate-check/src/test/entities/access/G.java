package p;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;

@Entity
class G {
    private Long id;
    private Boolean open;
    private boolean shut;
    private String uRL;
    @Id public Long getId() { return id; }
    public void setId(Long id) { this.id = id; }
    public Boolean getOpen() { return open; }
    public void setOpen(Boolean open) { this.open = open; }
    public boolean isShut() { return shut; }
    public void setShut(boolean shut) { this.shut = shut; }
    public String getURL() { return uRL; }
    public void setURL(String u) { uRL = u; }
    @Transient public String getLabel() { return ""; }
}
