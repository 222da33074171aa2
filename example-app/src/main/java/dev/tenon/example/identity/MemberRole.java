package dev.tenon.example.identity;

/** What a member may do in an organization; later ones may do more. */
public enum MemberRole {
    VIEWER,
    EDITOR,
    ADMIN,
    OWNER
}
