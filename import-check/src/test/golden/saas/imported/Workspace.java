package imported;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import java.time.Instant;
import java.util.UUID;

@Table
public record Workspace(
        @Id @Default("gen_random_uuid()") UUID id,
        @Unique String slug,
        @Default("'free'::public.plan_kind") PlanKind plan,
        @Jsonb @Default("'{}'::jsonb") String settings,
        @Default("now()") Instant createdAt) {
}
