package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.PrimaryKey;
import dev.tenon.annotation.RowSecurity;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;

@Table(rowSecurity = RowSecurity.ENABLED)
@PrimaryKey(
        columns = {"id", "region"},
        name = "pk_account",
        include = "email",
        with = "fillfactor=90")
@Unique(columns = "email", name = "account_email_uq")
record Account(@Id String region, @Id long id, String email) {}
