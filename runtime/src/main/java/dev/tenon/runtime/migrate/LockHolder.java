package dev.tenon.runtime.migrate;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Who holds the migration lock.
 *
 * @param pid the server process
 * @param user the database user
 * @param application the name of the application, as far as we may see it
 * @param host the address of the client, as far as we may see it
 * @param since when its session began, as far as we may see it
 */
public record LockHolder(int pid, String user, String application, String host, Optional<OffsetDateTime> since) {

    /** For people. */
    @Override
    public String toString() {
        return "pid " + pid + ", user " + user
                + (application.isEmpty() ? "" : ", application " + application)
                + (host.isEmpty() ? "" : ", host " + host)
                + since.map(time -> ", since " + time).orElse("");
    }
}
