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
 * What a model answered in a step.
 *
 * @param id the output
 * @param stepId the step
 * @param modelId the model
 * @param content the answer, as Markdown
 * @param inputTokens what the model read
 * @param outputTokens what the model wrote
 * @param totalTokens both together
 * @param cost what it cost, in US dollars
 * @param timestamps when it came and last changed
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
