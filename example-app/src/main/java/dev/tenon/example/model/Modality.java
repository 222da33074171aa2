package dev.tenon.example.model;

/** The input and output of a model. */
public enum Modality {
    TEXT,
    IMAGE,
    AUDIO,
    EMBEDDING
}
