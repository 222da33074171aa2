package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Table;
import java.time.Instant;
import java.util.List;

@Table
@Index(columns = {"status", "createdAt DESC NULLS LAST"})
@Index(columns = {"(lower(title))", "id asc nulls first"}, unique = true)
@Index(columns = "status", where = "deleted", include = {"title", "createdAt"}, name = "plan_deleted_idx")
class Plan {
    @Id
    long id;

    String status;

    @Index(opclass = "text_pattern_ops", with = {"fillfactor=70", "deduplicate_items = off"})
    String title;

    @Index(columns = {"status DESC"}, method = "btree")
    Instant createdAt;

    boolean deleted;
    List<String> tags;
}
