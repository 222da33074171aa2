package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Organization_ {
    public static final String TABLE = "organization";
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final ColumnRef<Organization, UUID> id = new ColumnRef<Organization, UUID>("public", "organization", "id");
    public static final ColumnRef<Organization, String> name = new ColumnRef<Organization, String>("public", "organization", "name");

    private Organization_() {}
}
