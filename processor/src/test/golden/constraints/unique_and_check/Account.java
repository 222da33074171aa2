package example;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Deferrability;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import org.jspecify.annotations.Nullable;

@Table
@Unique(columns = {"provider", "subject"})
@Unique(columns = {"position"}, deferrable = Deferrability.INITIALLY_DEFERRED)
@Check("position > 0")
@Check(name = "account_subject_check", value = "subject <> provider")
class Account {
    @Id
    long id;

    String provider;
    String subject;

    @Unique(nullsNotDistinct = true, name = "account_nick")
    @Nullable
    String nickname;

    @Unique(columns = "provider", deferrable = Deferrability.DEFERRABLE)
    @Check("length(email) > 3")
    String email;

    int position;
}
