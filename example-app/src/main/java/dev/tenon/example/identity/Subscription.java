package dev.tenon.example.identity;

/** The subscription of an organization. */
public enum Subscription {
    FREE,
    TEAM,
    ENTERPRISE
}
