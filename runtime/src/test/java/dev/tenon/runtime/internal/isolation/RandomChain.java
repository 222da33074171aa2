package dev.tenon.runtime.internal.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random way from the application role to a tenant table, which may be open or closed: two roles, and two to four objects
 * of which each reads the one before. All its names contain its letter.
 */
final class RandomChain {

    private static final String NOBODY = "";

    private final Random random;
    private final char letter;
    private final String near;
    private final String far;
    private final List<String> setup = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();

    /** The query that shows everything so far. */
    private String query = "SELECT title AS t FROM public.plan";

    RandomChain(Random random, char letter) {
        this.random = random;
        this.letter = letter;
        this.near = "$near" + letter;
        this.far = "$far" + letter;
        addRoles();
        int depth = 2 + random.nextInt(3);
        for (int i = 0; i < depth; i++) {
            object("c" + letter + i);
        }
        if (random.nextInt(3) > 0) {
            written();
        }
    }

    /** Returns the statements that make it, which name roles with a dollar sign. */
    List<String> setup() {
        return List.copyOf(setup);
    }

    /** Returns what an attacker tries with it, as each role. */
    List<String> attempts() {
        return List.copyOf(attempts);
    }

    /** Returns its roles, as scripts call them. */
    List<String> roles() {
        return List.of(near, far);
    }

    /** Whether a text names one of its objects or roles. */
    boolean namedIn(String text) {
        return text.matches("(?s).*(\\b[cdegh]" + letter + "\\d?\\b|\\$(near|far)" + letter + "\\b).*");
    }

    private void addRoles() {
        grantRole(near, pick("$app", "$login", "$app", NOBODY));
        grantRole(far, pick(near, near, "$app", NOBODY));
        for (String role : List.of(near, far)) {
            setup.add("GRANT USAGE ON SCHEMA public TO " + role);
            if (likely(2)) {
                setup.add("GRANT SELECT, UPDATE ON plan TO " + role);
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> setup.add("ALTER ROLE " + far + " BYPASSRLS");
            case 1 -> setup.add("CREATE POLICY h" + letter + " ON plan TO " + far + " USING (true)");
            case 2 -> setup.add("GRANT " + pick("pg_read_all_data", "pg_write_all_data") + " TO " + far);
            default -> {}
        }
    }

    private void grantRole(String role, String member) {
        if (!member.equals(NOBODY)) {
            setup.add("GRANT " + role + " TO " + member + " WITH ADMIN " + (random.nextInt(5) == 0) + ", INHERIT "
                    + likely(2) + ", SET " + likely(2));
        }
    }

    private void object(String name) {
        String before = query;
        switch (random.nextInt(6)) {
            case 0 -> relation("VIEW", name, "CREATE VIEW " + name + " AS " + before);
            case 1 -> relation("VIEW", name, "CREATE VIEW " + name + " WITH (security_invoker = true) AS " + before);
            case 2 -> relation("MATERIALIZED VIEW", name, "CREATE MATERIALIZED VIEW " + name + " AS " + before);
            case 3 -> relation("TABLE", name, "CREATE TABLE " + name + " AS " + before);
            default -> routine(name, before);
        }
    }

    private void relation(String kind, String name, String create) {
        setup.add(create);
        owner("ALTER " + kind + " " + name, name);
        String reader = reader();
        if (!reader.equals(NOBODY)) {
            setup.add("GRANT " + pick("SELECT", "SELECT", "SELECT, UPDATE", "SELECT (t)") + " ON " + name + " TO "
                    + reader);
        }
        query = "SELECT t FROM public." + name;
        attempts.add(query);
        if (!kind.startsWith("MAT")) {
            attempts.add("UPDATE public." + name + " SET t = 'gone'");
        }
    }

    private void routine(String name, String body) {
        String head = "CREATE FUNCTION " + name + "() RETURNS SETOF text ";
        String rights = likely(2) ? " SECURITY DEFINER" : " SECURITY INVOKER";
        setup.add(
                switch (random.nextInt(3)) {
                    case 0 -> head + "LANGUAGE sql" + rights + " AS $f$ " + body + " $f$";
                    case 1 -> head + "LANGUAGE plpgsql" + rights + " AS $f$ BEGIN RETURN QUERY " + body + "; END $f$";
                    default -> head + "LANGUAGE sql" + rights + " BEGIN ATOMIC " + body + "; END";
                });
        closed(name + "()");
        query = "SELECT t FROM public." + name + "() t";
        attempts.add(query);
    }

    /** Sometimes revokes EXECUTE from everybody, and changes the owner. */
    private void closed(String routine) {
        owner("ALTER FUNCTION " + routine, "");
        if (likely(2)) {
            setup.add("REVOKE EXECUTE ON FUNCTION " + routine + " FROM PUBLIC");
            String reader = reader();
            if (!reader.equals(NOBODY)) {
                setup.add("GRANT EXECUTE ON FUNCTION " + routine + " TO " + reader);
            }
        }
    }

    private void owner(String alter, String readable) {
        String owner = pick(NOBODY, NOBODY, NOBODY, near, far);
        if (!owner.equals(NOBODY)) {
            setup.add(alter + " OWNER TO " + owner);
        }
        if (!readable.isEmpty() && likely(2)) {
            setup.add("GRANT SELECT ON " + readable + " TO " + pick(near, far));
        }
    }

    /** Adds a table whose writers run something. */
    private void written() {
        String door = "d" + letter;
        String action = likely(2)
                ? "UPDATE public.plan SET title = 'gone';"
                : "RAISE NOTICE '%', (SELECT string_agg(t, ',') FROM (" + query + ") q);";
        setup.add("CREATE FUNCTION g" + letter + "() RETURNS trigger LANGUAGE plpgsql"
                + (likely(2) ? " SECURITY DEFINER" : "") + " AS $f$ BEGIN " + action + " RETURN "
                + "CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END $f$");
        closed("g" + letter + "()");
        switch (random.nextInt(5)) {
            case 0 -> {
                door(door, "n integer");
                trigger(pick("BEFORE", "AFTER") + " INSERT ON " + door);
            }
            case 1 -> {
                trigger(pick("BEFORE", "AFTER") + " INSERT ON plan");
                attempts.add("INSERT INTO public.plan (id, title) VALUES (gen_random_uuid(), 'new')");
            }
            case 2 -> {
                setup.add(
                        "CREATE TABLE e" + letter + " (organization_id uuid, id uuid, FOREIGN KEY (organization_id, id)"
                                + " REFERENCES plan ON DELETE CASCADE)");
                setup.add("INSERT INTO e" + letter + " VALUES ({A}, {A})");
                trigger(pick("BEFORE", "AFTER") + " DELETE ON e" + letter);
                attempts.add("DELETE FROM public.plan");
            }
            case 3 -> {
                door(door, "n integer");
                setup.add("CREATE RULE g" + letter + " AS ON INSERT TO " + door
                        + " DO ALSO UPDATE plan SET title = 'gone'");
            }
            default -> {
                setup.add("CREATE FUNCTION h" + letter + "() RETURNS text LANGUAGE sql"
                        + (likely(2) ? " SECURITY DEFINER" : "") + " AS $f$ SELECT string_agg(t, ',') FROM (" + query
                        + ") q $f$");
                closed("h" + letter + "()");
                door(door, "n integer, t text DEFAULT h" + letter + "()");
            }
        }
    }

    private void door(String name, String columns) {
        setup.add("CREATE TABLE " + name + " (" + columns + ")");
        owner("ALTER TABLE " + name, "");
        String writer = reader();
        if (!writer.equals(NOBODY)) {
            setup.add("GRANT SELECT, INSERT ON " + name + " TO " + writer);
        }
        attempts.add("INSERT INTO public." + name + " (n) VALUES (1) RETURNING *");
    }

    private void trigger(String when) {
        setup.add("CREATE TRIGGER g" + letter + " " + when + " FOR EACH ROW EXECUTE FUNCTION g" + letter + "()");
    }

    private String reader() {
        return pick("$app", "$login", near, far, "PUBLIC", NOBODY, NOBODY, NOBODY);
    }

    private boolean likely(int in) {
        return random.nextInt(in) == 0;
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
