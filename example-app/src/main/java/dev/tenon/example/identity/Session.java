package dev.tenon.example.identity;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.Timestamps;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed-in browser or device.
 *
 * @param id the session
 * @param userId the user
 * @param activeOrganizationId the organization of its requests, once one is chosen
 * @param tokenHash the hash of the cookie's value
 * @param expiresAt its expiry unless it is renewed
 * @param ipAddress the last known address
 * @param userAgent the browser or device, as it describes itself
 * @param timestamps when it was created and last renewed
 */
@Shared(reason = "a session exists before an organization is chosen; only the sign-in service reads this table")
public record Session(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(User.class) UUID userId,

        @References(value = Organization.class, onDelete = ForeignKeyAction.SET_NULL)
        Optional<UUID> activeOrganizationId,

        @Unique @Column(comment = "SHA-256 of the cookie's value")
        String tokenHash,

        @Index Instant expiresAt,
        Optional<InetAddress> ipAddress,
        Optional<String> userAgent,
        @Embedded Timestamps timestamps) {

    /** Whether the session has expired at that time. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
