package dev.tenon.example.identity;

/** The role of a member in an organization; each one has the permissions of the previous ones. */
public enum MemberRole {
    VIEWER,
    EDITOR,
    ADMIN,
    OWNER
}
