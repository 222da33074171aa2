package dev.tenon.example.search;

/**
 * A passage that a search found.
 *
 * @param heading what it stands under; empty if nothing
 * @param content the passage
 * @param byWords its rank among those that have the words, from 1; 0 if it has not
 * @param byMeaning its rank among those that mean the same, from 1; 0 if it is not among the nearest
 */
public record Hit(String heading, String content, int byWords, int byMeaning) {}
