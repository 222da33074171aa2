package dev.tenon.example.identity;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.example.base.Timestamps;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation to join an organization, sent by mail.
 *
 * @param id the invitation
 * @param email the recipient
 * @param role the role of the new member
 * @param status its status
 * @param invitedBy the member who sent it
 * @param expiresAt the end of its validity
 * @param timestamps when it was sent and last changed
 */
@TenantScoped
@Index(columns = Invitation_.EMAIL, unique = true, where = "status = 'pending'", name = "invitation_pending_idx")
public record Invitation(
        @Id @Default("gen_random_uuid()") UUID id,
        String email,
        MemberRole role,
        @Default("'pending'") InvitationStatus status,
        @References(Member.class) UUID invitedBy,
        @Default("now() + interval '7 days'") Instant expiresAt,
        @Embedded Timestamps timestamps) {}
