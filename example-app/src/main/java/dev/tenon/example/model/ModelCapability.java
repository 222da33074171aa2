package dev.tenon.example.model;

import dev.tenon.annotation.Label;

/** What a model can be asked to do beside answering. */
public enum ModelCapability {
    TOOL_USE,
    STRUCTURED_OUTPUT,
    STREAMING,
    @Label("web_search")
    SEARCH,
    REASONING
}
