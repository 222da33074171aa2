package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Account_ {
    public static final String TABLE = "account";
    public static final String REGION = "region";
    public static final String ID = "id";
    public static final String EMAIL = "email";
    public static final ColumnRef<Account, String> region = new ColumnRef<Account, String>("public", "account", "region");
    public static final ColumnRef<Account, Long> id = new ColumnRef<Account, Long>("public", "account", "id");
    public static final ColumnRef<Account, String> email = new ColumnRef<Account, String>("public", "account", "email");

    private Account_() {}
}
