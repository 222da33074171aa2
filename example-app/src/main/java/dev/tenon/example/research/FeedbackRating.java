package dev.tenon.example.research;

import dev.tenon.annotation.PgEnum;

/** What a member thinks of an output. */
@PgEnum(name = "rating", comment = "Members' opinion of an output")
public enum FeedbackRating {
    UNHELPFUL,
    NEUTRAL,
    HELPFUL
}
