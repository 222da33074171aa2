package example;

import dev.tenon.annotation.Backfill;
import dev.tenon.annotation.ConvertUsing;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.RenamedFrom;
import dev.tenon.annotation.Retired;
import dev.tenon.annotation.Table;

@Table(schema = "research")
@RenamedFrom("project")
class Plan {
    @Id
    @RenamedFrom("key")
    int id;

    @Backfill("'untitled'")
    String title;

    @ConvertUsing("position::integer")
    int position;

    @Retired(reason = "replaced by title")
    String name;

    @Retired(reason = "nobody counted")
    int count;
}
