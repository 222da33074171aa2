package dev.tenon.example.identity;

/** What an organization pays for. */
public enum Subscription {
    FREE,
    TEAM,
    ENTERPRISE
}
