package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.StatementError;
import java.sql.SQLException;

/**
 * What the scripts of extensions create, as far as the session may read the server's files. A routine that was added to an
 * extension in the transaction of its installation, or before its last update, has the age of a member that belongs to it.
 */
final class ExtensionScripts {

    private static final String NAMED = """
            SELECT 'named' FROM pg_config() c CROSS JOIN LATERAL pg_ls_dir(c.setting || '/extension') f
            WHERE c.name = 'SHAREDIR' AND starts_with(f, ? || '--') AND f LIKE '%.sql'
                AND pg_read_file(c.setting || '/extension/' || f)
                    ~* ('(function|procedure)\\s+([a-z_@"]+[.])?"?' || regexp_replace(?, '(\\W)', '\\\\\\1', 'g') || '"?\\s*[(]')
            LIMIT 1""";

    private ExtensionScripts() {}

    /** Whether a script of the extension creates a routine of that name. */
    static boolean create(ProbeSession session, String extension, String routine) throws SQLException {
        try {
            return session.inSavepoint(
                    () -> !session.texts(NAMED, extension, routine).isEmpty());
        } catch (SQLException refused) {
            StatementError.unlessLost(refused);
            return false;
        } catch (FixtureException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
