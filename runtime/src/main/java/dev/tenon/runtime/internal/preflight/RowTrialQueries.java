package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.internal.step.BatchRange;
import dev.tenon.schema.internal.sql.BackfillSql;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of a trial: plain SELECTs that evaluate the new values, and convert them to the column's type. */
final class RowTrialQueries {

    /** An explicit conversion to these types cuts off what is too long, but the assignment of the fill refuses it. */
    private static final Pattern LIMITED = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    private final RowTrial trial;
    private final String type;
    private final String refused;

    RowTrialQueries(RowTrial trial) {
        this.trial = trial;
        Matcher limited = LIMITED.matcher(trial.type());
        boolean hasLimit = limited.matches();
        this.type = hasLimit ? "pg_catalog.text" : trial.type();
        this.refused = (hasLimit
                        ? "pg_catalog.char_length(pg_catalog.rtrim(tenon_value)) OPERATOR(pg_catalog.>) "
                                + limited.group(1)
                        : "false")
                + (trial.required() ? " OR tenon_value IS NULL" : "");
    }

    /** Counts the rows of the blocks whose value can be computed, and those of them whose value the column refuses. */
    String blocks(long first, long end) {
        return count(BatchRange.blocks(first, end));
    }

    /** Counts in the same way one row, whichever it is. */
    String anyRow() {
        return count("true LIMIT 1");
    }

    /** Counts in the same way one row. */
    String row(RowPlace place) {
        return count(place.condition());
    }

    /** Returns the places of the rows of a block: the oid of the relation, and the ctid. */
    String places(long block) {
        return rows("tableoid, ctid", BatchRange.blocks(block, block + 1)) + " ORDER BY 1, 2";
    }

    /** Returns the values of columns, which are SQL, in one row. */
    String values(String columns, RowPlace place) {
        return rows(columns, place.condition());
    }

    private String count(String range) {
        String value = "CAST((" + trial.fill().expression() + "\n) AS " + type + ") AS tenon_value";
        return "SELECT pg_catalog.count(tenon_value), pg_catalog.count(*) FILTER (WHERE " + refused + ") FROM ("
                + rows(value, range) + ") AS tenon_rows";
    }

    private String rows(String selected, String range) {
        FillStatement fill = trial.fill();
        return "SELECT " + selected + " FROM " + fill.source() + " WHERE "
                + (trial.filtered() ? fill.whereEmpty() + " AND " : "")
                + fill.rest().replace(BackfillSql.WHOLE_RANGE, range);
    }
}
