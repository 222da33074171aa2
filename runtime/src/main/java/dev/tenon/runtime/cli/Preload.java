package dev.tenon.runtime.cli;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.SecretKeyFactory;

/**
 * Loads what every connection needs while the command line is still being read: in a process that lives for half a second,
 * loading classes takes most of the time, and a second processor has nothing to do meanwhile.
 */
final class Preload implements Runnable {

    private static final List<String> CLASSES = List.of(
            "org.postgresql.ds.PGSimpleDataSource",
            "org.postgresql.Driver",
            "org.postgresql.jdbc.PgConnection",
            "org.postgresql.core.v3.ConnectionFactoryImpl",
            "org.postgresql.core.v3.ScramAuthenticator",
            "org.postgresql.core.v3.QueryExecutorImpl",
            "org.postgresql.jdbc.PgPreparedStatement",
            "org.postgresql.jdbc.PgResultSet",
            "dev.tenon.runtime.Tenon");

    /** What a password is proved by; looking for it loads the security providers. */
    private static final String KEYS = "PBKDF2WithHmacSHA256";

    private Preload() {}

    /** Begins in a thread of its own, for which nobody waits. */
    static void begin() {
        Thread thread = new Thread(new Preload(), "tenon-preload");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (String name : CLASSES) {
                Class.forName(name);
            }
            SecretKeyFactory.getInstance(KEYS);
        } catch (ClassNotFoundException | GeneralSecurityException missing) {
            // Whoever needs it says so.
            return;
        }
    }
}
