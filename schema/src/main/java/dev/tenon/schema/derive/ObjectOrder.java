package dev.tenon.schema.derive;

import dev.tenon.schema.Table;
import dev.tenon.schema.sql.CreateStatement;
import dev.tenon.schema.sql.MentionedNames;
import java.util.List;

/** Whether an object that is known by its SQL alone is made before the tables, so that these may need it. */
public final class ObjectOrder {

    private ObjectOrder() {}

    /** Whether it makes what columns, parameters and other types are of, or are searched by. */
    static boolean isType(CreateStatement statement) {
        return statement.ofColumns() || statement.kind().startsWith("text search");
    }

    /**
     * Types come before the tables. So do routines, whose bodies the server looks at when they are called, unless it keeps
     * the body parsed or the parameters or result are rows of a table.
     */
    public static boolean beforeTables(CreateStatement statement, String create, List<Table> tables) {
        if (isType(statement)) {
            return true;
        }
        if (!statement.routine() || MentionedNames.in(create).parsedBody()) {
            return false;
        }
        List<String> words = List.of(statement.signature().split("[^\\p{L}\\p{N}_$]+", -1));
        return tables.stream().noneMatch(table -> words.contains(table.name().name()));
    }
}
