package entities;

import jakarta.persistence.*;

@Entity
@IdClass(LicenseKey.class)
public class License {
    @Id
    String country;

    @Id
    Long number;
}
