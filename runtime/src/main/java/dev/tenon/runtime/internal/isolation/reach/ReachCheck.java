package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/** One kind of access that the application role must not have. It reads the catalogs only, of the whole database. */
interface ReachCheck {

    /** Returns its name in reports. */
    String name();

    /** Returns what it finds; nothing if there is no such access. */
    List<ReachFinding> find(ReachQueries catalogs) throws SQLException;
}
