package example;

import dev.tenon.annotation.PrimaryKey;
import dev.tenon.annotation.RowSecurity;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "account_email_uq", columnNames = "email"))
@PrimaryKey(name = "pk_account")
@dev.tenon.annotation.Table(with = "fillfactor=80", comment = "who pays", rowSecurity = RowSecurity.ENABLED)
class Account {
    @Id
    UUID id;

    String email;
}
