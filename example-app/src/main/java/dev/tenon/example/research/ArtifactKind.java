package dev.tenon.example.research;

/** The kind of an artifact. */
public enum ArtifactKind {
    DOCUMENT,
    DATASET,
    CHART,
    TRANSCRIPT
}
