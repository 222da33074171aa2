package dev.tenon.runtime.internal.isolation.reach;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A routine with an OID that PostgreSQL assigns itself. Its owner, its privileges, its cost and whether it may run in
 * parallel are left out: they change nothing of what it does.
 *
 * @param key the OID, or the signature where the OID differs between installations
 * @param name its name
 * @param language {@code internal}, {@code c}, {@code sql}, or the OID of another language
 * @param volatility {@code i}, {@code s} or {@code v}, as in {@code pg_proc}
 * @param strict whether it is not called with NULL
 * @param leakproof whether it sees rows before the policies hide them
 * @param planner the OID of its planner support function, zero if none
 * @param source the symbol in C, or a digest of the body
 * @param rights what else it was given, {@code SECURITY DEFINER} and settings of its own; PostgreSQL ships none with
 *     either
 */
record BuiltinRoutine(
        String key,
        String name,
        String language,
        char volatility,
        boolean strict,
        boolean leakproof,
        String planner,
        String source,
        List<String> rights) {

    private static final int FIRST_ASSIGNED_BY_INITDB = 10_000;

    private static final int DIGEST = 8;

    /** Calls as few functions as possible: a changed one could hide itself. */
    static final String QUERY = """
            SELECT p.oid, p.proname, p.prolang, p.provolatile, p.proisstrict, p.proleakproof, p.prosupport::oid, p.prosrc, p.probin,
                CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END, p.prosecdef, p.proconfig, p.proargtypes
            FROM pg_proc p
            WHERE p.oid < 16384""";

    BuiltinRoutine {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        rights = List.copyOf(rights);
    }

    /** Makes it of a row of {@link #QUERY}. */
    static BuiltinRoutine of(List<Optional<String>> row) {
        String oid = row.get(0).orElseThrow();
        String name = row.get(1).orElseThrow();
        String language = language(row.get(2).orElseThrow());
        List<String> rights = new ArrayList<>();
        if (row.get(10).orElseThrow().equals("t")) {
            rights.add("is SECURITY DEFINER");
        }
        row.get(11).ifPresent(settings -> rights.add("sets " + settings));
        boolean fixed = Integer.parseInt(oid) < FIRST_ASSIGNED_BY_INITDB;
        return new BuiltinRoutine(
                fixed ? oid : name + "(" + row.get(12).orElseThrow().replace(' ', ',') + ")",
                name,
                language,
                row.get(3).orElseThrow().charAt(0),
                row.get(4).orElseThrow().equals("t"),
                row.get(5).orElseThrow().equals("t"),
                row.get(6).orElseThrow(),
                source(language, row),
                rights);
    }

    private static String language(String oid) {
        return switch (oid) {
            case "12" -> "internal";
            case "13" -> "c";
            case "14" -> "sql";
            default -> oid;
        };
    }

    private static String source(String language, List<Optional<String>> row) {
        String source = row.get(7).orElseThrow();
        if (language.equals("internal")) {
            return source;
        }
        if (language.equals("c")) {
            return source + "@" + row.get(8).orElse("");
        }
        // Names are quoted or not by a setting.
        return digest(source + row.get(9).orElse("").replaceAll("[\\s\"]", ""));
    }

    private static String digest(String body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Its attributes in words, which do not contain its name. */
    String attributes() {
        String volatileness = switch (volatility) {
            case 'i' -> " immutable";
            case 's' -> " stable";
            default -> " volatile";
        };
        return language
                + volatileness
                + (strict ? " strict" : "")
                + (leakproof ? " leakproof" : "")
                + (planner.equals("0") ? "" : " support=" + planner);
    }

    /** Says by what it gives or hides more than the shipped routine; nothing if only its symbol in C is another. */
    List<String> privilegesOver(BuiltinRoutine shipped) {
        List<String> more = new ArrayList<>(rights);
        if (leakproof && !shipped.leakproof) {
            more.add("is LEAKPROOF");
        }
        if (!language.equals(shipped.language)) {
            more.add("is not in language " + shipped.language + " any more");
        } else if (!language.equals("internal") && !source.equals(shipped.source)) {
            more.add("has another body");
        }
        // An immutable function is evaluated once for a plan, which other tenants then use.
        if (volatility < shipped.volatility) {
            more.add("is " + (volatility == 'i' ? "IMMUTABLE" : "STABLE"));
        }
        if (strict != shipped.strict) {
            more.add(strict ? "is STRICT" : "is not STRICT");
        }
        if (!planner.equals(shipped.planner)) {
            more.add("has another planner support function");
        }
        return more;
    }

    /** Whether it does the same as the shipped routine. */
    boolean equalTo(BuiltinRoutine shipped) {
        return attributes().equals(shipped.attributes()) && source.equals(shipped.source) && rights.isEmpty();
    }
}
