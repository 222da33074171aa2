package dev.tenon.runtime.internal.catalog.temporary;

import java.util.List;

/** Statements that create temporary objects, so that the server prints their canonical form. */
public interface TemporaryDdl {

    /** The statements, in their order. */
    List<TemporaryTable.Part> parts();

    /** Whether the statements contain all columns. If columns are missing, refused statements are not reported. */
    boolean complete();

    /** Returns the names of the temporary objects. */
    List<String> names();

    /** Returns an upper bound of the number of relations. The server locks each until the rollback. */
    int relations();
}
