package dev.tenon.example.research;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Computed;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.example.base.Timestamps;
import dev.tenon.example.model.AiModel;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The answer of a model in a step.
 *
 * @param id the output
 * @param stepId the step
 * @param modelId the model
 * @param content the answer, as Markdown
 * @param inputTokens the number of input tokens
 * @param outputTokens the number of output tokens
 * @param totalTokens the sum of both
 * @param cost the cost, in US dollars
 * @param timestamps when it was created and last changed
 */
@TenantScoped
public record Output(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(ResearchStep.class) UUID stepId,

        @References(value = AiModel.class, onDelete = ForeignKeyAction.RESTRICT)
        UUID modelId,

        String content,
        int inputTokens,
        int outputTokens,
        @Computed("input_tokens + output_tokens") int totalTokens,
        @Column(precision = 12, scale = 6) BigDecimal cost,
        @Embedded Timestamps timestamps) {}
