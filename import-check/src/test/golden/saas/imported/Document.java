package imported;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.References;
import dev.tenon.annotation.SqlObject;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TextSearch;
import dev.tenon.annotation.Vector;
import dev.tenon.annotation.VectorMetric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Table
@SqlObject(
        create = "CREATE TRIGGER touch BEFORE UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION public.touch_document()",
        drop = "DROP TRIGGER touch ON public.document"
)
@SqlObject(
        create = """
                CREATE OR REPLACE FUNCTION public.excerpt(d public.document)
                 RETURNS text
                 LANGUAGE sql
                 STABLE
                AS $function$SELECT left(d.body, 200)$function$""",
        drop = "DROP FUNCTION public.excerpt(d public.document)"
)
@SqlObject(
        create = """
                CREATE OR REPLACE FUNCTION public.touch_document()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$
                BEGIN
                    NEW.updated_at := now();
                    RETURN NEW;
                END
                $function$""",
        drop = "DROP FUNCTION public.touch_document()"
)
public record Document(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(value = Workspace.class, onDelete = ForeignKeyAction.CASCADE) @Index UUID workspaceId,
        @References(value = Document.class, onDelete = ForeignKeyAction.SET_NULL, index = false)
        @Index(where = "(parent_id IS NOT NULL)")
        Optional<UUID> parentId,
        String title,
        Optional<String> body,
        @Default("'{}'::text[]") @GinIndex List<String> labels,
        @Jsonb
        @GinIndex(name = "document_metadata_paths", opclass = "pg_catalog.jsonb_path_ops")
        Optional<String> metadata,
        @Vector(1536) @HnswIndex(metric = VectorMetric.COSINE, m = 0, efConstruction = 0) Optional<float[]> embedding,
        @HalfVector(768) @HnswIndex(metric = VectorMetric.L2, m = 24, efConstruction = 128) float[] summary,
        @TextSearch(of = {"title", "body"}) @GinIndex Optional<String> search,
        Optional<Instant> updatedAt) {
}
