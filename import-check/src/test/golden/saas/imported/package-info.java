@Schema(name = "public", extensions = "vector")
@SqlObject(
        create = """
        CREATE OR REPLACE FUNCTION public.slugify(title text)
         RETURNS text
         LANGUAGE sql
         IMMUTABLE
        AS $function$SELECT lower(title)$function$""",
        drop = "DROP FUNCTION public.slugify(title text)"
)
package imported;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.SqlObject;
