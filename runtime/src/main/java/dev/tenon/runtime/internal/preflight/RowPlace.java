package dev.tenon.runtime.internal.preflight;

/**
 * The place of a row.
 *
 * @param relation the oid of its table or partition
 * @param ctid its place there
 */
record RowPlace(String relation, String ctid) {

    /** Returns the condition that selects the row, unless it was updated meanwhile. */
    String condition() {
        return "tableoid = '" + relation + "' AND ctid = '" + ctid + "'";
    }
}
