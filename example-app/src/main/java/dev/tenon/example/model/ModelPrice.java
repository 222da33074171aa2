package dev.tenon.example.model;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Unique;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The price of a model from a date on.
 *
 * @param id the price
 * @param modelId the model
 * @param effectiveFrom the first day of its validity
 * @param currency the ISO 4217 code
 * @param inputPrice the price of one million input tokens
 * @param outputPrice the price of one million output tokens
 */
@Shared(reason = "list prices are the same for all organizations")
@Grant(Privilege.SELECT)
@Unique(columns = {"modelId", "effectiveFrom"})
@Check("input_price >= 0 AND output_price >= 0")
public record ModelPrice(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(AiModel.class) UUID modelId,
        LocalDate effectiveFrom,
        @Column(length = 3) @Default("'USD'") String currency,

        @Column(precision = 12, scale = 6, comment = "Per million tokens")
        BigDecimal inputPrice,

        @Column(precision = 12, scale = 6, comment = "Per million tokens")
        BigDecimal outputPrice) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Returns the cost of a call, in the price's currency. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return inputPrice
                .multiply(BigDecimal.valueOf(inputTokens))
                .add(outputPrice.multiply(BigDecimal.valueOf(outputTokens)))
                .divide(MILLION, 6, RoundingMode.HALF_UP);
    }
}
