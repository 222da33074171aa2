package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Table;
import dev.tenon.schema.change.ChangeCase;
import java.util.ArrayList;
import java.util.List;

/** The contents of a database: its catalogs as text, and the values of rows. */
final class DatabaseContents {

    /** The catalogs without Tenon's own schema and without OIDs. */
    private static final String CATALOGS = """
            WITH ours AS (SELECT n.oid, n.nspname FROM pg_namespace n
                WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'tenon')),
            relations AS (SELECT c.*, c.oid::regclass::text AS name FROM pg_class c JOIN ours n ON n.oid = c.relnamespace)
            SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                SELECT concat_ws(' ', 'schema', nspname) AS line FROM ours
                UNION ALL SELECT concat_ws(' ', 'relation', name, relkind, relpersistence, reloptions, relacl,
                    relrowsecurity, relforcerowsecurity, pg_get_expr(relpartbound, oid), obj_description(oid, 'pg_class'))
                    FROM relations
                UNION ALL SELECT concat_ws(' ', 'column', name, attname, format_type(atttypid, atttypmod), attnotnull,
                    attidentity, attgenerated, attstorage, attcompression, attstattarget, attacl,
                    pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
                    FROM relations JOIN pg_attribute a ON attrelid = relations.oid
                    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                    WHERE attnum > 0 AND NOT attisdropped
                UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, convalidated,
                    pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace IN (SELECT oid FROM ours)
                UNION ALL SELECT concat_ws(' ', 'index', indisvalid, indisready, indislive, indisclustered,
                    pg_get_indexdef(indexrelid)) FROM relations JOIN pg_index ON indexrelid = oid
                UNION ALL SELECT concat_ws(' ', 'trigger', tgenabled, pg_get_triggerdef(t.oid))
                    FROM relations JOIN pg_trigger t ON tgrelid = relations.oid WHERE NOT tgisinternal
                UNION ALL SELECT concat_ws(' ', 'policy', polrelid::regclass, polname, polcmd, polpermissive, polroles,
                    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
                UNION ALL SELECT concat_ws(' ', 'view', name, pg_get_viewdef(oid)) FROM relations
                    WHERE relkind IN ('v', 'm')
                UNION ALL SELECT concat_ws(' ', 'sequence', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement,
                    seqmax, seqmin, seqcache, seqcycle) FROM pg_sequence JOIN relations ON oid = seqrelid
                UNION ALL SELECT concat_ws(' ', 'owner', objid::regclass, refobjid::regclass, refobjsubid)
                    FROM pg_depend JOIN relations ON relations.oid = objid
                    WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND relkind = 'S'
                UNION ALL SELECT concat_ws(' ', 'function', pg_get_functiondef(p.oid)) FROM pg_proc p
                    JOIN ours n ON n.oid = pronamespace WHERE prokind IN ('f', 'p')
                UNION ALL SELECT concat_ws(' ', 'type', t.oid::regtype, typtype, typacl, obj_description(t.oid, 'pg_type'),
                    (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
                    FROM pg_type t JOIN ours n ON n.oid = typnamespace
                UNION ALL SELECT concat_ws(' ', 'extension', extname, nspname) FROM pg_extension
                    JOIN pg_namespace n ON n.oid = extnamespace) AS lines""";

    private final Scratch scratch;

    DatabaseContents(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Returns the catalogs as text. */
    String catalogs() {
        return String.valueOf(scratch.text(CATALOGS));
    }

    /** Returns the rows of every table after a change, without values that differ at each run. */
    String rows(ChangeCase change) {
        List<String> rows = new ArrayList<>();
        for (Table table : change.after().tables()) {
            rows.add(scratch.text("SELECT string_agg(r, ',' ORDER BY r) FROM (SELECT (to_jsonb(t) - 'token')::text AS r"
                    + " FROM " + table.name().display() + " AS t) AS rows"));
        }
        return String.join("\n", rows);
    }
}
