package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Integer;
import java.lang.Long;
import java.lang.String;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Account_ {
    public static final String TABLE = "account";
    public static final String ID = "id";
    public static final String PROVIDER = "provider";
    public static final String SUBJECT = "subject";
    public static final String NICKNAME = "nickname";
    public static final String EMAIL = "email";
    public static final String POSITION = "position";
    public static final ColumnRef<Account, Long> id = new ColumnRef<Account, Long>("public", "account", "id");
    public static final ColumnRef<Account, String> provider = new ColumnRef<Account, String>("public", "account", "provider");
    public static final ColumnRef<Account, String> subject = new ColumnRef<Account, String>("public", "account", "subject");
    public static final ColumnRef<Account, String> nickname = new ColumnRef<Account, String>("public", "account", "nickname");
    public static final ColumnRef<Account, String> email = new ColumnRef<Account, String>("public", "account", "email");
    public static final ColumnRef<Account, Integer> position = new ColumnRef<Account, Integer>("public", "account", "position");

    private Account_() {}
}
