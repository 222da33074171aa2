package dev.tenon.example.research;

/** What an artifact is. */
public enum ArtifactKind {
    DOCUMENT,
    DATASET,
    CHART,
    TRANSCRIPT
}
