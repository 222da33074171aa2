/** A function that a default uses, on a package. */
@SqlObject(
        create = "CREATE OR REPLACE FUNCTION public.next_code() RETURNS text LANGUAGE sql VOLATILE"
                + " AS $$ SELECT 'N' || (random() * 1000)::int $$;",
        drop = "DROP FUNCTION public.next_code()")
package example;

import dev.tenon.annotation.SqlObject;
