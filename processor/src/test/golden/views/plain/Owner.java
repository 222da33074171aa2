package example;

import dev.tenon.annotation.View;

/** A record with its columns in another order than the query; it reads another view. */
@View(
        sql = """
                WITH busy AS (
                    SELECT owner, count(*) AS plans FROM public.plan GROUP BY owner
                )
                SELECT busy.plans, busy.owner FROM busy
                """,
        dependsOn = OpenPlan.class)
record Owner(String owner, long plans) {}
