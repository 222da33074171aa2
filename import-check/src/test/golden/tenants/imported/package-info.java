@Schema(
        name = "public",
        tenancy = @Tenancy(root = imported.Accounts.class, column = "account_id", setting = "app.account", role = "tenon_import_app")
)
@Namespace(value = "public", usableBy = "tenon_import_app")
@SqlObject(
        create = """
        CREATE OR REPLACE FUNCTION public.current_account()
         RETURNS bigint
         LANGUAGE sql
         STABLE
        AS $function$
            SELECT NULLIF(current_setting('app.account', true), '')::bigint
        $function$""",
        drop = "DROP FUNCTION public.current_account()"
)
@SqlObject(
        create = """
        CREATE OR REPLACE FUNCTION public.order_total(which bigint)
         RETURNS bigint
         LANGUAGE sql
         SECURITY DEFINER
         SET search_path TO 'public', 'pg_temp'
        AS $function$SELECT count(*) FROM order_items WHERE order_id = which$function$""",
        drop = "DROP FUNCTION public.order_total(which bigint)",
        shared = "imported: review what it does with the rights of its owner"
)
package imported;

import dev.tenon.annotation.Namespace;
import dev.tenon.annotation.Schema;
import dev.tenon.annotation.SqlObject;
import dev.tenon.annotation.Tenancy;
