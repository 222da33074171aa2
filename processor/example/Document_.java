package example;

import dev.tenon.annotation.ColumnRef;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.String;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The names of a table and its columns. */
@Generated("dev.tenon.processor.TenonProcessor")
final class Document_ {
    public static final String TABLE = "document";
    public static final String ORGANIZATION_ID = "organization_id";
    public static final String ID = "id";
    public static final String PUBLISHED = "published";
    public static final ColumnRef<Document, UUID> organizationId = new ColumnRef<Document, UUID>("app", "document", "organization_id");
    public static final ColumnRef<Document, Integer> id = new ColumnRef<Document, Integer>("app", "document", "id");
    public static final ColumnRef<Document, Boolean> published = new ColumnRef<Document, Boolean>("app", "document", "published");

    private Document_() {}
}
