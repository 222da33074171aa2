package dev.tenon.example.research;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.Timestamps;
import dev.tenon.example.identity.Member;
import java.util.Optional;
import java.util.UUID;

/**
 * A member's opinion on an output.
 *
 * @param id the feedback
 * @param outputId the output
 * @param memberId the member
 * @param rating the opinion
 * @param comment the reason, if given
 * @param timestamps when it was given and last changed
 */
@TenantScoped
@Unique(columns = {"outputId", "memberId"})
public record Feedback(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(Output.class) UUID outputId,
        @References(Member.class) UUID memberId,
        FeedbackRating rating,
        Optional<String> comment,
        @Embedded Timestamps timestamps) {}
