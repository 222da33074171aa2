package dev.tenon.example.identity;

/** The status of an invitation. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED
}
