package dev.tenon.runtime.internal.catalog.temporary;

import java.util.List;

/** What is shown to a server for it to print: statements that make temporary objects. */
public interface TemporaryDdl {

    /** The statements, in their order. */
    List<TemporaryTable.Part> parts();

    /** Whether nothing is left out; if something is, it is no wonder that the server does not understand some parts. */
    boolean complete();

    /** The names that it takes among the temporary objects. */
    List<String> names();

    /** How many relations it makes, or a few more: the server locks each until the end. */
    int relations();
}
