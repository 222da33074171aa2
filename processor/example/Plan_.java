package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Plan_ {
    public static final String TABLE = "plan";
    public static final String ORGANIZATION_ID = "organization_id";
    public static final String ID = "id";
    public static final String TITLE = "title";
    public static final ColumnRef<Plan, UUID> organizationId = new ColumnRef<Plan, UUID>("public", "plan", "organization_id");
    public static final ColumnRef<Plan, UUID> id = new ColumnRef<Plan, UUID>("public", "plan", "id");
    public static final ColumnRef<Plan, String> title = new ColumnRef<Plan, String>("public", "plan", "title");

    private Plan_() {}
}
