package dev.tenon.example.research;

import dev.tenon.annotation.PgEnum;

/** A member's rating of an output. */
@PgEnum(name = "rating", comment = "Members' opinion of an output")
public enum FeedbackRating {
    UNHELPFUL,
    NEUTRAL,
    HELPFUL
}
