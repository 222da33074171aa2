package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Note_ {
    public static final String TABLE = "note";
    public static final String ID = "id";
    public static final String ORGANIZATION_ID = "organization_id";
    public static final String PLAN_ID = "plan_id";
    public static final String PARENT_ID = "parent_id";
    public static final ColumnRef<Note, UUID> id = new ColumnRef<Note, UUID>("app", "note", "id");
    public static final ColumnRef<Note, UUID> organizationId = new ColumnRef<Note, UUID>("app", "note", "organization_id");
    public static final ColumnRef<Note, UUID> planId = new ColumnRef<Note, UUID>("app", "note", "plan_id");
    public static final ColumnRef<Note, UUID> parentId = new ColumnRef<Note, UUID>("app", "note", "parent_id");

    private Note_() {}
}
