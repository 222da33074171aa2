package dev.tenon.runtime.migrate;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The session that holds the migration lock.
 *
 * @param pid the server process
 * @param user the database user
 * @param application the name of the application, if visible to this role
 * @param host the address of the client, if visible to this role
 * @param since the start of its session, if visible to this role
 */
public record LockHolder(int pid, String user, String application, String host, Optional<OffsetDateTime> since) {

    /** Returns a text for users. */
    @Override
    public String toString() {
        return "pid " + pid + ", user " + user
                + (application.isEmpty() ? "" : ", application " + application)
                + (host.isEmpty() ? "" : ", host " + host)
                + since.map(time -> ", since " + time).orElse("");
    }
}
