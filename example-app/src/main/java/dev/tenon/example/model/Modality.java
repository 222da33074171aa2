package dev.tenon.example.model;

/** What a model takes and gives. */
public enum Modality {
    TEXT,
    IMAGE,
    AUDIO,
    EMBEDDING
}
