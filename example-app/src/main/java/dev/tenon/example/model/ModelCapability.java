package dev.tenon.example.model;

import dev.tenon.annotation.Label;

/** A capability of a model besides answering. */
public enum ModelCapability {
    TOOL_USE,
    STRUCTURED_OUTPUT,
    STREAMING,
    @Label("web_search")
    SEARCH,
    REASONING
}
