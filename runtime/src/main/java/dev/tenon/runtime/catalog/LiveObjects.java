package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.sql.CreateStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds in a database the objects that a snapshot knows by their SQL alone. Functions and procedures are made once more and
 * compared with what was there, as the server prints both; that holds no lock that a call waits for, and is undone. Of
 * all else it is seen whether it is there and, of a trigger, whether it fires.
 */
public final class LiveObjects {

    private static final String TRIGGER = """
            SELECT CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'disabled except on replicas' ELSE '' END AS state
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND t.tgname = ? AND NOT t.tgisinternal""";

    private static final Map<String, String> LOOKUPS = Map.of(
            "aggregate",
            "SELECT '' AS state FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                    + " WHERE p.prokind = 'a' AND n.nspname = ? AND p.proname = ?",
            "type",
            "SELECT '' AS state FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                    + " WHERE t.typtype <> 'd' AND n.nspname = ? AND t.typname = ?",
            "domain",
            "SELECT '' AS state FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                    + " WHERE t.typtype = 'd' AND n.nspname = ? AND t.typname = ?",
            "collation",
            "SELECT '' AS state FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace"
                    + " WHERE n.nspname = ? AND c.collname = ?",
            "text search configuration",
            "SELECT '' AS state FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace"
                    + " WHERE n.nspname = ? AND c.cfgname = ?",
            "text search dictionary",
            "SELECT '' AS state FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace"
                    + " WHERE n.nspname = ? AND d.dictname = ?",
            "statistics",
            "SELECT '' AS state FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace"
                    + " WHERE n.nspname = ? AND s.stxname = ?",
            "publication",
            "SELECT '' AS state FROM pg_publication WHERE ? IS NOT NULL AND pubname = ?",
            "event trigger",
            "SELECT CASE evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'disabled except on replicas' ELSE '' END AS state FROM pg_event_trigger"
                    + " WHERE ? IS NOT NULL AND evtname = ?");

    private final Catalog catalog;
    private final RoutineText routines;
    private final List<SqlObject> found = new ArrayList<>();
    private final List<Unprintable> unknown = new ArrayList<>();

    private LiveObjects(Connection connection) throws SQLException {
        this.catalog = new Catalog(connection);
        this.routines = new RoutineText(connection);
    }

    /**
     * What was found.
     *
     * @param objects those that are there: as expected, or with what the server prints of them instead
     * @param unknown those of which it cannot be told
     */
    public record Found(List<SqlObject> objects, List<Unprintable> unknown) {
        public Found {
            objects = List.copyOf(objects);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Looks for the objects within the transaction that the connection is in, which is as before afterwards except for some
     * settings.
     *
     * @throws SQLException as the database reports it
     */
    public static Found findHere(Connection connection, List<SqlObject> expected) throws SQLException {
        LiveObjects live = new LiveObjects(connection);
        for (SqlObject object : expected) {
            live.find(object);
        }
        return new Found(live.found, live.unknown);
    }

    private void find(SqlObject object) throws SQLException {
        Optional<CreateStatement> read = CreateStatement.of(object.create());
        if (read.isEmpty()) {
            unknown(object, "nobody can tell what its statement makes");
            return;
        }
        CreateStatement made = read.get();
        if (made.kind().equals("function") || made.kind().equals("procedure")) {
            routines.find(object, made, found, unknown);
        } else if (made.kind().equals("trigger") && made.on().isPresent()) {
            lookUp(
                    object,
                    TRIGGER,
                    made.on().get().schema(),
                    made.on().get().name(),
                    made.name().name());
        } else if (LOOKUPS.containsKey(made.kind()) && made.findable()) {
            lookUp(
                    object,
                    LOOKUPS.getOrDefault(made.kind(), ""),
                    made.name().schema(),
                    made.name().name());
        } else {
            unknown(object, "Tenon does not look for objects of the kind " + made.kind());
        }
    }

    private void lookUp(SqlObject object, String sql, String... names) throws SQLException {
        List<String> states = new ArrayList<>();
        catalog.each(sql, row -> states.add(row.text("state")), names);
        if (!states.isEmpty()) {
            String state = states.get(0);
            found.add(state.isEmpty() ? object : object.withCreate(state));
        }
    }

    private void unknown(SqlObject object, String why) {
        found.add(object);
        unknown.add(new Unprintable(ObjectPath.object(object.name()), "definition", why));
    }
}
