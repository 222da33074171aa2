package dev.tenon.example.research;

/** How far a plan has come. */
public enum PlanStatus {
    DRAFT,
    ACTIVE,
    COMPLETED,
    ARCHIVED
}
