package dev.tenon.example.research;

/** The status of a plan. */
public enum PlanStatus {
    DRAFT,
    ACTIVE,
    COMPLETED,
    ARCHIVED
}
