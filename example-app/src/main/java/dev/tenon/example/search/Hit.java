package dev.tenon.example.search;

/**
 * A search result.
 *
 * @param heading the heading above it; empty if none
 * @param content the passage
 * @param byWords its rank in the full-text search, from 1; 0 if it was not found
 * @param byMeaning its rank in the vector search, from 1; 0 if it was not found
 */
public record Hit(String heading, String content, int byWords, int byMeaning) {}
