package example;

import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.References;
import dev.tenon.annotation.RowSecurity;
import dev.tenon.annotation.Table;

@Table(keyless = "only appended, and read in bulk", rowSecurity = RowSecurity.FORCED)
@References(
        value = Account.class,
        columns = "email",
        target = "email",
        onDelete = ForeignKeyAction.NO_ACTION)
@References(
        value = Account.class,
        columns = {"accountId", "region"},
        name = "event_account_fkey")
record Event(String region, long accountId, String email, String what) {}
