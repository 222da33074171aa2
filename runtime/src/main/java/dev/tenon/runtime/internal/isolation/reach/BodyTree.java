package dev.tenon.runtime.internal.isolation.reach;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parsed body of a SQL function calls and reads, if it consists of nothing but reading and computing with
 * PostgreSQL's own types and operators. The tree is not parsed but scanned as a whole: names in it are escaped, so a name
 * can look like one more node and cause a refusal, and can hide none.
 *
 * @param functions the OIDs of the functions
 * @param relations the OIDs of the relations
 */
record BodyTree(Set<String> functions, Set<String> relations) {

    /** The nodes that can be in a harmless body, by their names in PostgreSQL 15 and in later versions. */
    private static final Set<String> NODES = Set.of(
            "QUERY",
            "TARGETENTRY",
            "FROMEXPR",
            "RANGETBLREF",
            "JOINEXPR",
            "ALIAS",
            "SORTGROUPCLAUSE",
            "SETOPERATIONSTMT",
            "RTE",
            "RANGETBLENTRY",
            "RTEPERMISSIONINFO",
            "RANGETBLFUNCTION",
            "COMMONTABLEEXPR",
            "CONST",
            "PARAM",
            "VAR",
            "FUNCEXPR",
            "OPEXPR",
            "DISTINCTEXPR",
            "NULLIFEXPR",
            "SCALARARRAYOPEXPR",
            "BOOLEXPR",
            "AGGREF",
            "SUBLINK",
            "RELABELTYPE",
            "COERCEVIAIO",
            "ARRAYCOERCEEXPR",
            "COLLATE",
            "COLLATEEXPR",
            "CASE",
            "CASEEXPR",
            "WHEN",
            "CASEWHEN",
            "CASETESTEXPR",
            "ARRAY",
            "ARRAYEXPR",
            "ROW",
            "ROWEXPR",
            "COALESCE",
            "COALESCEEXPR",
            "MINMAX",
            "MINMAXEXPR",
            "SQLVALUEFUNCTION",
            "NULLTEST",
            "BOOLEANTEST",
            "NAMEDARGEXPR");

    private static final Set<String> CALLS = Set.of("funcid", "opfuncid", "hashfuncid", "negfuncid", "aggfnoid");

    private static final Pattern NODE = Pattern.compile("\\{([A-Z_0-9]*)");
    private static final Pattern FIELD = Pattern.compile(":(\\w+) ([0-9]+)");
    private static final Pattern COMMAND = Pattern.compile(":commandType (\\S+)");
    private static final Pattern VALUE = Pattern.compile(":constvalue [0-9]+ \\[[ 0-9-]*\\]");

    /** Numbers that are no OIDs, and OIDs of relations. */
    private static final Pattern NUMBER = Pattern.compile(
            ":(location|stmt_location|stmt_len|list_start|list_end|\\w*typmod|relid|resorigtbl) -?[0-9]+");

    /** An OID that PostgreSQL does not assign by hand: an object of a user, or of the information schema. */
    private static final Pattern OWN = Pattern.compile("(?<![0-9A-Za-z_])[0-9]{5,}(?![0-9A-Za-z_])");

    BodyTree {
        functions = Set.copyOf(functions);
        relations = Set.copyOf(relations);
    }

    /** Reads the text of {@code pg_proc.prosqlbody}; empty if the body contains anything else. */
    static Optional<BodyTree> of(String nodes) {
        String tree = VALUE.matcher(nodes).replaceAll(":constvalue");
        boolean known = tree.contains("{QUERY ")
                && NODE.matcher(tree).results().allMatch(node -> NODES.contains(node.group(1)))
                && COMMAND.matcher(tree)
                        .results()
                        .allMatch(command -> command.group(1).equals("1"))
                && !OWN.matcher(NUMBER.matcher(tree).replaceAll("")).find();
        if (!known) {
            return Optional.empty();
        }
        Set<String> functions = new TreeSet<>();
        Set<String> relations = new TreeSet<>();
        Matcher fields = FIELD.matcher(tree);
        while (fields.find()) {
            String name = fields.group(1);
            boolean optional = name.equals("hashfuncid") || name.equals("negfuncid");
            if (CALLS.contains(name) && !(optional && fields.group(2).equals("0"))) {
                functions.add(fields.group(2));
            } else if (name.equals("relid") && !fields.group(2).equals("0")) {
                relations.add(fields.group(2));
            }
        }
        return Optional.of(new BodyTree(functions, relations));
    }
}
